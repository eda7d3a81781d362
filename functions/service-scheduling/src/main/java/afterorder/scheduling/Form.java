package afterorder.scheduling;

import java.util.List;

/**
 * A form of a page.
 *
 * @param action what it does
 * @param target what it does that to: a number of the page, which an old page sends, too; empty when it says all itself
 * @param isOpen whether it is unfolded
 * @param hint to be read before the fields; empty where there is none
 */
public record Form(
        String action, String target, String legend, boolean isOpen, String hint, List<Field> fields, String submit) {

    public Form {
        fields = List.copyOf(fields);
    }

    /** Its name on the page, which the ids of its fields begin with. */
    public String id() {
        return target.isEmpty() ? action : action + "-" + target;
    }

    /** How a field is entered. */
    public enum Kind {
        HIDDEN,
        TEXT,
        WORDS,
        LINK,
        /** Date and time. */
        TIME,
        /** Time alone. */
        CLOCK,
        CHOICE,
        RADIO
    }

    /** @param options to choose from, where one is to be chosen */
    public record Field(Kind kind, String name, String label, String value, boolean isRequired, List<Option> options) {
        public Field {
            options = List.copyOf(options);
        }
    }

    public record Option(String value, String label) {}
}
