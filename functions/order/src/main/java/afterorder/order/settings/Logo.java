package afterorder.order.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The seller's sign on its letters. */
public sealed interface Logo {

    /** What is said to who cannot see it. */
    String alternative();

    /** One path in one color. @param path as in the attribute d of SVG, see {@link SvgPath} */
    record Drawing(String alternative, ViewBox viewBox, String path, Color color) implements Logo {}

    /** A PNG file beside the settings. */
    record Picture(String alternative, String file) implements Logo {

        public byte[] content() {
            try (InputStream in = Logo.class.getResourceAsStream("/settings/" + file)) {
                return in == null ? new byte[0] : in.readAllBytes();
            } catch (IOException broken) {
                throw new UncheckedIOException(file + " cannot be read", broken);
            }
        }
    }

    /** The part of a drawing that is seen, as in SVG. */
    record ViewBox(double left, double top, double width, double height) {

        /** @throws IllegalArgumentException when it is not like {@code 0 0 120 40} */
        static ViewBox parse(String text) {
            String[] parts = text.strip().split("[\\s,]+");
            if (parts.length != 4) throw new IllegalArgumentException(text);
            ViewBox box = new ViewBox(number(parts[0]), number(parts[1]), number(parts[2]), number(parts[3]));
            if (box.width <= 0 || box.height <= 0) throw new IllegalArgumentException(text);
            return box;
        }

        private static double number(String text) {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) return number;
            throw new IllegalArgumentException(text);
        }
    }
}
