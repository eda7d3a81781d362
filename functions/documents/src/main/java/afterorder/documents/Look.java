package afterorder.documents;

import afterorder.documents.layout.Element;
import afterorder.documents.layout.Element.Gap;
import afterorder.documents.layout.Element.KeyValues;
import afterorder.documents.layout.Element.Paragraph;
import afterorder.documents.layout.Face;
import afterorder.documents.layout.Style;
import afterorder.documents.layout.Text;
import afterorder.documents.layout.Tone;
import afterorder.documents.wording.Fact;
import afterorder.documents.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** The few styles that all documents share. */
final class Look {
    static final Style TITLE = new Style(Face.BOLD, 17, Tone.INK);
    static final Style SENDER = new Style(Face.REGULAR, 6.5f, Tone.GRAY);
    static final Style ADDRESS = new Style(Face.REGULAR, 10, Tone.INK);
    static final Style INFORMATION = new Style(Face.REGULAR, 8.5f, Tone.INK);
    static final Style BODY = new Style(Face.REGULAR, 9.5f, Tone.INK);
    static final Style STRONG = new Style(Face.BOLD, 9.5f, Tone.INK);
    static final Style TOTAL = new Style(Face.BOLD, 11, Tone.INK);
    static final Style MINOR = new Style(Face.REGULAR, 8.5f, Tone.GRAY);
    static final Style FOOT = new Style(Face.REGULAR, 7, Tone.GRAY);
    static final Style KEY = new Style(Face.MONOSPACE, 7.5f, Tone.INK);

    /** How wide the names of facts are, in points. */
    static final float NAMES = 132;

    private Look() {}

    static Text body(String content) {
        return new Text(content, BODY);
    }

    /** How each letter begins, in a list to go on with. */
    static List<Element> opening(Wording wording, String introduction) {
        return new ArrayList<>(List.of(
                new Paragraph(body(wording.text("greeting"))),
                new Gap(4),
                new Paragraph(body(introduction)),
                new Gap(8)));
    }

    static KeyValues.Entry fact(Fact fact) {
        return fact(fact.name(), fact.value());
    }

    static KeyValues.Entry fact(String name, String value) {
        return new KeyValues.Entry(new Text(name, BODY.in(Tone.GRAY)), body(value));
    }
}
