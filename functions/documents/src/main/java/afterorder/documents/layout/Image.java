package afterorder.documents.layout;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Something to be seen that is no text. */
public sealed interface Image {

    /** A path, filled with one color. @param view the part of it that is seen */
    record Outline(Path2D path, Rectangle2D view, Tone tone) implements Image {}

    /** A PNG file. */
    record Pixels(byte[] png) implements Image {}
}
