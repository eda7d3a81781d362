package afterorder.documents.mail;

import afterorder.documents.mail.MailContent.Link;
import afterorder.documents.mail.MailContent.OrderedLine;
import afterorder.documents.wording.Fact;
import java.util.List;
import java.util.StringJoiner;

/** A mail's content as plain text. */
final class PlainText {
    private PlainText() {}

    static String of(MailContent mail) {
        StringJoiner text = new StringJoiner("\n\n", "", "\n");
        text.add(mail.greeting());
        text.add(mail.introduction());
        text.add(facts(mail.facts()));
        for (Link link : mail.links()) text.add(link.label() + ":\n" + link.address());
        for (Fact step : mail.steps()) text.add(note(step));
        if (!mail.lines().isEmpty()) text.add(mail.linesTitle());
        for (OrderedLine line : mail.lines()) text.add(line(line));
        if (!mail.totals().isEmpty()) text.add(facts(mail.totals()));
        for (Fact note : mail.notes()) text.add(note(note));
        text.add(mail.closing() + "\n" + mail.sender());
        text.add("-- \n" + String.join("\n", mail.letterhead()));
        return text.toString();
    }

    private static String facts(List<Fact> facts) {
        StringJoiner text = new StringJoiner("\n");
        for (Fact fact : facts) text.add(fact.name() + ": " + fact.value());
        return text.toString();
    }

    private static String note(Fact note) {
        return note.name() + (note.value().contains("\n") ? ":\n" : ": ") + note.value();
    }

    private static String line(OrderedLine line) {
        String details = line.details().replace("\n", "\n   ");
        String amount = line.amount().isEmpty() ? "" : " = " + line.amount();
        return "%d. %s\n   %s\n   %s%s"
                .formatted(line.number(), line.title(), details, line.quantityAndPrice(), amount);
    }
}
