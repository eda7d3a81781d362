package afterorder.documents.layout;

/** The few colors of a document, each with a contrast on white of at least 4.5 to 1 where it carries text. */
public enum Tone {
    INK(0.11f, 0.13f, 0.16f),
    GRAY(0.40f, 0.43f, 0.47f),
    ACCENT(0.05f, 0.27f, 0.47f),
    RULE(0.82f, 0.84f, 0.87f);

    final float red;
    final float green;
    final float blue;

    Tone(float red, float green, float blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }
}
