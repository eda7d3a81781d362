package afterorder.order.settings;

import afterorder.order.fields.Fields;
import afterorder.order.settings.Logo.Drawing;
import afterorder.order.settings.Logo.Picture;
import afterorder.order.settings.Logo.ViewBox;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how the seller's letters look: {@code letterhead} of {@code seller.json}. */
final class BrandReader {
    private static final double LEAST_CONTRAST = 4.5;
    private static final int LONGEST_ALTERNATIVE = 200;
    private static final int LONGEST_PATH = 20_000;
    private static final int LARGEST_PICTURE = 200_000;
    private static final Pattern FILE = Pattern.compile("[\\w-]+\\.png");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private BrandReader() {}

    static Brand brand(Fields fields) {
        return new Brand(accent(fields), fields.object("logo", true, BrandReader::logo));
    }

    private static @Nullable Color accent(Fields fields) {
        if (!fields.has("accent")) return Brand.PLAIN.accent();
        Color accent = color(fields, "accent");
        if (accent != null && accent.contrastOnWhite() < LEAST_CONTRAST) {
            fields.refuse("accent", "must be darker: its contrast to white is below 4.5 to 1");
        }
        return accent;
    }

    private static Logo logo(Fields fields) {
        String alternative = fields.text("alternative", LONGEST_ALTERNATIVE);
        if (fields.has("file")) return new Picture(alternative, file(fields, alternative));
        return new Drawing(
                alternative,
                fields.parsed("viewBox", ViewBox::parse, "four numbers like \"0 0 120 40\""),
                path(fields),
                color(fields, "color"));
    }

    private static String file(Fields fields, String alternative) {
        String file = fields.text("file", LONGEST_ALTERNATIVE);
        if (!FILE.matcher(file).matches()) {
            fields.refuse("file", "must be the name of a PNG file beside this one, like logo.png");
            return file;
        }
        byte[] content = new Picture(alternative, file).content();
        if (content.length == 0) fields.refuse("file", "is not beside this one");
        else if (!Arrays.equals(PNG, Arrays.copyOf(content, PNG.length))) fields.refuse("file", "is no PNG file");
        else if (content.length > LARGEST_PICTURE)
            fields.refuse("file", "is larger than 200 KB: every letter bears it");
        return file;
    }

    private static String path(Fields fields) {
        String path = fields.text("path", LONGEST_PATH);
        try {
            if (!path.isEmpty()) SvgPath.parse(path);
        } catch (IllegalArgumentException refused) {
            fields.refuse("path", "must be path data of SVG, without arcs: " + refused.getMessage());
        }
        return path;
    }

    private static @Nullable Color color(Fields fields, String name) {
        return fields.parsed(name, Color::parse, "a color like #0d4577");
    }
}
