package afterorder.documents.layout;

/** A color of sRGB, each part from 0 to 1. Where it carries text, its contrast on white must be 4.5 to 1 at least. */
public record Tone(float red, float green, float blue) {
    public static final Tone INK = new Tone(0.11f, 0.13f, 0.16f);
    public static final Tone GRAY = new Tone(0.40f, 0.43f, 0.47f);
    public static final Tone RULE = new Tone(0.82f, 0.84f, 0.87f);
}
