package afterorder.localcloud.page;

import afterorder.localcloud.mail.Mail;
import afterorder.localcloud.mail.Mailbox;
import java.util.List;
import java.util.Optional;

/** {@code /_local/mailbox}: the mails, those {@code ?to=} somebody or all; {@code .../{id}}: one of them, to be read. */
final class MailboxPage implements Page {
    private static final int MOST = 200;

    private final Mailbox mailbox;

    MailboxPage(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** @param total how many mails there are, of which the latest are shown */
    record View(List<Mail> mails, int total, String to) {}

    @Override
    public Reply answer(Asked asked) {
        Optional<String> id = asked.below();
        return id.isPresent() ? one(id.get()) : list(asked.query("to"));
    }

    private Reply list(String to) {
        List<Mail> meant = mailbox.messages().reversed().stream()
                .filter(mail -> to.isEmpty() || mail.to().contains(to))
                .toList();
        return new Reply.View(
                "mailbox", "Mailbox", new View(meant.stream().limit(MOST).toList(), meant.size(), to));
    }

    private Reply one(String id) {
        MailText mail = mailbox.messages().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .map(MailText::of)
                .orElseThrow(() -> Refused.unknown("There is no mail " + id));
        return new Reply.View("mail", mail.mail().subject(), mail);
    }
}
