package afterorder.documents.layout;

/** How a text looks. @param size in points */
public record Style(Face face, float size, Tone tone) {
    private static final float LEADING = 1.35f;
    /** Where the letters stand in the height of their line, so that they look centered in it. */
    private static final float BASELINE = 0.98f;

    public Style in(Tone other) {
        return new Style(face, size, other);
    }

    Style scaled(float factor) {
        return new Style(face, size * factor, tone);
    }

    float lineHeight() {
        return size * LEADING;
    }

    float baseline() {
        return size * BASELINE;
    }
}
