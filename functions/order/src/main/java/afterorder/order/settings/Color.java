package afterorder.order.settings;

import java.util.regex.Pattern;

/** A color of sRGB, each part from 0 to 255. */
public record Color(int red, int green, int blue) {
    private static final Pattern HEXADECIMAL = Pattern.compile("#[0-9a-fA-F]{6}");

    /** @throws IllegalArgumentException when it is not like {@code #0d4577} */
    static Color parse(String text) {
        if (!HEXADECIMAL.matcher(text).matches()) throw new IllegalArgumentException(text);
        int value = Integer.parseInt(text.substring(1), 16);
        return new Color(value >> 16, value >> 8 & 0xff, value & 0xff);
    }

    /** From 1 to 21; text that all can read has 4.5 at least (WCAG 2.2, 1.4.3). */
    double contrastOnWhite() {
        double luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(int part) {
        double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
