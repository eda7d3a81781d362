package afterorder.order.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads numbers within bounds; zero after a refusal. */
final class Numbers {
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d+)?");

    private Numbers() {}

    static int integer(JsonNode node, int least, int most, Consumer<String> refuse) {
        if (!node.isIntegralNumber()) refuse.accept("must be a whole number");
        else if (node.canConvertToInt() && node.intValue() < least) refuse.accept("must be at least " + least);
        else if (!node.canConvertToInt() || node.intValue() > most) refuse.accept("must be at most " + most);
        else return node.intValue();
        return 0;
    }

    /** A decimal in a string, without sign or exponent. */
    static BigDecimal decimal(JsonNode node, BigDecimal least, BigDecimal most, int digits, Consumer<String> refuse) {
        String text = node.asText();
        if (!node.isTextual()) refuse.accept("must be a decimal in a string, like \"1440.00\"");
        else if (text.startsWith("-") && DECIMAL.matcher(text.substring(1)).matches())
            refuse.accept("must be at least " + least.toPlainString());
        else if (!DECIMAL.matcher(text).matches()) refuse.accept("must be a decimal like \"1440.00\"");
        else return bounded(new BigDecimal(text), least, most, digits, refuse);
        return BigDecimal.ZERO;
    }

    private static BigDecimal bounded(
            BigDecimal value, BigDecimal least, BigDecimal most, int digits, Consumer<String> refuse) {
        if (value.scale() > digits) refuse.accept("must have at most " + digits + " decimals");
        else if (value.compareTo(least) < 0) refuse.accept("must be at least " + least.toPlainString());
        else if (value.compareTo(most) > 0) refuse.accept("must be at most " + most.toPlainString());
        else return value;
        return BigDecimal.ZERO;
    }
}
