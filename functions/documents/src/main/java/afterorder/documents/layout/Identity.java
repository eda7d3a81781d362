package afterorder.documents.layout;

import java.io.IOException;
import java.io.InputStream;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** What a file says of itself: title, language, colors, and which standards it follows. */
final class Identity {
    private static final String SRGB = "/color/sRGB-v2-micro.icc";

    private Identity() {}

    static void write(PDDocument document, Sheet sheet) throws IOException {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        document.setVersion(1.7f);
        document.setDocumentInformation(information(sheet));
        // Else the file's identifier is made of the time at which it is written.
        document.setDocumentId(sheet.created().toEpochSecond());
        catalog.setLanguage(sheet.language().toLanguageTag());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        catalog.addOutputIntent(srgb(document));
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(Xmp.of(sheet));
        catalog.setMetadata(metadata);
    }

    private static PDDocumentInformation information(Sheet sheet) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(sheet.title());
        information.setAuthor(sheet.author());
        information.setCreationDate(GregorianCalendar.from(sheet.created()));
        return information;
    }

    /** What the numbers of the document's colors mean. */
    private static PDOutputIntent srgb(PDDocument document) throws IOException {
        try (InputStream profile = Identity.class.getResourceAsStream(SRGB)) {
            if (profile == null) throw new IllegalStateException("not on the class path: " + SRGB);
            PDOutputIntent intent = new PDOutputIntent(document, profile);
            intent.setInfo("sRGB");
            intent.setOutputConditionIdentifier("sRGB");
            return intent;
        }
    }
}
