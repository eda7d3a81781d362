package afterorder.documents;

import afterorder.documents.einvoice.GiroCode;
import afterorder.documents.layout.Element.Figure;
import afterorder.documents.layout.Image;
import afterorder.documents.layout.Paper;
import afterorder.documents.layout.Tone;
import afterorder.order.settings.Color;
import afterorder.order.settings.Logo;
import afterorder.order.settings.SvgPath;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.nio.ByteBuffer;

/** What documents show beside words: the seller's logo, and the code by which an invoice is paid. */
final class Sign {
    private static final float LOGO_HEIGHT = 15 * Paper.MILLIMETER;
    private static final float LOGO_WIDTH = 60 * Paper.MILLIMETER;
    /** Without its light border, which the page gives it. */
    private static final float CODE = 24 * Paper.MILLIMETER;
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

    /** @param alternative what it says, for who cannot see it */
    static Figure of(GiroCode code, String alternative) {
        Path2D.Double squares = new Path2D.Double();
        boolean[][] modules = code.modules();
        for (int row = 0; row < modules.length; row++) {
            for (int column = 0; column < modules.length; column++) {
                int from = column;
                while (column < modules.length && modules[row][column]) column++;
                if (from < column) squares.append(new Rectangle2D.Double(from, row, column - from, 1), false);
            }
        }
        var view = new Rectangle2D.Double(0, 0, modules.length, modules.length);
        return new Figure(new Image.Outline(squares, view, Tone.INK), alternative, CODE, CODE);
    }

    static Tone tone(Color color) {
        return new Tone(color.red() / 255f, color.green() / 255f, color.blue() / 255f);
    }

    private static Figure figure(Image image, Logo logo, double widthToHeight) {
        float width = (float) Math.min(LOGO_WIDTH, LOGO_HEIGHT * widthToHeight);
        return new Figure(image, logo.alternative(), width, (float) (width / widthToHeight));
    }
}
