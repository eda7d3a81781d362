package afterorder.scheduling;

import afterorder.documents.page.PageTexts;
import afterorder.order.service.Side;
import afterorder.scheduling.Form.Field;
import afterorder.scheduling.Form.Kind;
import afterorder.scheduling.Form.Option;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a form by the texts of its side and action, {@code team.form.<action>} and {@code team.submit.<action>}, and of its
 * fields, {@code field.<name>}. What was wrong when it was sent stands in it again.
 */
final class FormWriter {
    private final PageTexts texts;
    private final Side side;
    private final SentForm sent;
    private final String action;
    private final String target;
    private final List<Field> fields = new ArrayList<>();
    private String hint = "";

    /** @param sent what was wrong, of whichever form */
    FormWriter(PageTexts texts, Side side, SentForm sent, String action, Object target) {
        this.texts = texts;
        this.side = side;
        this.action = action;
        this.target = target.toString();
        this.sent = sent.isOf(action, this.target) ? sent : SentForm.NONE;
    }

    FormWriter hidden(String name, Object value) {
        fields.add(new Field(Kind.HIDDEN, name, "", value.toString(), false, List.of()));
        return this;
    }

    FormWriter required(Kind kind, String name) {
        return field(kind, name, label(name), true, "", List.of());
    }

    FormWriter optional(Kind kind, String name) {
        return optional(kind, name, "");
    }

    /** @param value what stands in it already */
    FormWriter optional(Kind kind, String name, String value) {
        return field(kind, name, label(name), false, value, List.of());
    }

    /** One of these has to be chosen. @param value the one that is already */
    FormWriter choice(Kind kind, String name, String value, List<Option> options) {
        return field(kind, name, label(name), true, value, options);
    }

    /** Fields for that many slots, of which the first one is required. */
    FormWriter slots(int most) {
        for (int index = 0; index < most; index++) {
            String number = texts.text("error.slot-number", index + 1) + " ";
            String from = number + texts.text("field.from");
            String to = number + texts.text("field.to");
            field(Kind.TIME, "from." + index, from, index == 0, "", List.of());
            field(Kind.CLOCK, "to." + index, to, index == 0, "", List.of());
        }
        return this;
    }

    /** Fields for one stretch of time. */
    FormWriter slot() {
        return required(Kind.TIME, "from").required(Kind.CLOCK, "to");
    }

    private FormWriter field(
            Kind kind, String name, String label, boolean isRequired, String value, List<Option> options) {
        String shown = sent == SentForm.NONE ? value : sent.text(name);
        fields.add(new Field(kind, name, label, shown, isRequired, options));
        return this;
    }

    private String label(String name) {
        return texts.text("field." + name);
    }

    /** Says by which clock its times are meant. @param zone what its time is called */
    FormWriter in(String zone) {
        hint = texts.text("hint.zone", zone);
        return this;
    }

    /** @param isOpen also when nothing was wrong */
    Form form(boolean isOpen) {
        return new Form(
                action,
                target,
                texts.text(side.code() + ".form." + action),
                isOpen || sent != SentForm.NONE,
                hint,
                fields,
                texts.text(side.code() + ".submit." + action));
    }
}
