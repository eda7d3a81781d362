package afterorder.order.settings;

import org.jspecify.annotations.Nullable;

/** How the seller's letters look. @param accent of names and headings, dark enough to be read on white */
public record Brand(Color accent, @Nullable Logo logo) {
    static final Brand PLAIN = new Brand(new Color(13, 69, 119), null);
}
