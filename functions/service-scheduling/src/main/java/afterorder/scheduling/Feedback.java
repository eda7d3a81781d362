package afterorder.scheduling;

import afterorder.documents.page.PageTexts;
import afterorder.order.Language;
import afterorder.order.intake.Violation;
import afterorder.order.service.Change;
import afterorder.order.service.Side;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of what was sent.
 *
 * @param status of HTTP
 * @param refused the form that was wrong, to be shown again; none when nothing was
 * @param done absent when nothing was done
 */
record Feedback(int status, SentForm refused, @Nullable String done, List<String> alerts) {
    static final Feedback NONE = new Feedback(200, SentForm.NONE, null, List.of());

    Feedback {
        alerts = List.copyOf(alerts);
    }

    static Feedback done(Side side, SentForm form, PageTexts texts) {
        return new Feedback(200, SentForm.NONE, texts.text(side.code() + ".done." + form.action()), List.of());
    }

    /** Others changed it at the same time, again and again. */
    static Feedback crowded(SentForm form, PageTexts texts) {
        return new Feedback(503, form, null, List.of(texts.text("error.crowded")));
    }

    /** It was not what it is to be. */
    static Feedback wrong(SentForm form, List<Violation> violations, PageTexts texts) {
        Stream<String> alerts = violations.stream()
                .map(violation -> slot(violation.pointer(), texts) + texts.text("error." + name(violation.pointer())));
        return new Feedback(422, form, null, alerts.distinct().toList());
    }

    /** It is not possible. */
    static Feedback refused(SentForm form, List<Change.Reason> reasons, PageTexts texts, Language language) {
        boolean isWrongInput =
                reasons.stream().anyMatch(reason -> reason.obstacle().isWrongInput());
        Stream<String> alerts = reasons.stream()
                .map(reason -> slot(Refused.pointer(reason), texts)
                        + texts.text("error.refused", reason.obstacle().in(language)));
        return new Feedback(
                isWrongInput ? 422 : 409, form, null, alerts.distinct().toList());
    }

    /** The last name in the pointer: {@code from} for {@code /slots/1/from}. */
    private static String name(String pointer) {
        return Stream.of(pointer.split("/"))
                .filter(part -> part.matches("[a-z]+"))
                .reduce((first, last) -> last)
                .orElse("form");
    }

    private static String slot(String pointer, PageTexts texts) {
        String[] parts = pointer.split("/");
        boolean isOfSlot = parts.length > 2 && parts[1].equals("slots");
        return isOfSlot ? texts.text("error.slot-number", Integer.parseInt(parts[2]) + 1) + " " : "";
    }
}
