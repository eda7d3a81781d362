package afterorder.documents;

import afterorder.documents.layout.Element.Figure;
import afterorder.documents.layout.Image;
import afterorder.documents.layout.Paper;
import afterorder.documents.layout.Tone;
import afterorder.order.settings.Color;
import afterorder.order.settings.Logo;
import afterorder.order.settings.SvgPath;
import java.awt.geom.Rectangle2D;
import java.nio.ByteBuffer;

/** The seller's logo, as large as there is room for it above the facts. */
final class Sign {
    private static final float HEIGHT = 15 * Paper.MILLIMETER;
    private static final float WIDTH = 60 * Paper.MILLIMETER;
    /** Where a PNG file says its width; its height follows. */
    private static final int PNG_WIDTH = 16;

    private Sign() {}

    static Figure of(Logo logo) {
        return switch (logo) {
            case Logo.Drawing drawing -> {
                Logo.ViewBox box = drawing.viewBox();
                var view = new Rectangle2D.Double(box.left(), box.top(), box.width(), box.height());
                var outline = new Image.Outline(SvgPath.parse(drawing.path()), view, tone(drawing.color()));
                yield figure(outline, logo, box.width() / box.height());
            }
            case Logo.Picture picture -> {
                byte[] png = picture.content();
                ByteBuffer size = ByteBuffer.wrap(png, PNG_WIDTH, 2 * Integer.BYTES);
                yield figure(new Image.Pixels(png), logo, (double) size.getInt() / size.getInt());
            }
        };
    }

    static Tone tone(Color color) {
        return new Tone(color.red() / 255f, color.green() / 255f, color.blue() / 255f);
    }

    private static Figure figure(Image image, Logo logo, double widthToHeight) {
        float width = (float) Math.min(WIDTH, HEIGHT * widthToHeight);
        return new Figure(image, logo.alternative(), width, (float) (width / widthToHeight));
    }
}
