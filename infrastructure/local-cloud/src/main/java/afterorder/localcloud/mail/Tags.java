package afterorder.localcloud.mail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The tags of a mail, as {@code SendRawEmail} and {@code SendEmail} take them. */
final class Tags {
    /** SES API reference, version 1, "MessageTag". */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    private Tags() {}

    static Map<String, String> of(Map<String, String> parameters) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int number = 1; parameters.containsKey("Tags.member." + number + ".Name"); number++) {
            String name = parameters.get("Tags.member." + number + ".Name");
            String value = parameters.getOrDefault("Tags.member." + number + ".Value", "");
            check("name", name);
            check("value", value);
            if (tags.put(name, value) != null) throw SesErrors.invalid("Duplicate tag name <" + name + ">.");
        }
        return tags;
    }

    private static void check(String what, String text) {
        if (!FORM.matcher(text).matches()) {
            throw SesErrors.invalid("Invalid tag %s <%s>: only alphanumeric ASCII characters, '_', and '-' are allowed."
                    .formatted(what, text));
        }
    }
}
