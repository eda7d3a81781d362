package afterorder.documents;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.documents.layout.PdfFile;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF says of a document: whether it is PDF/A-3a (can be archived) and PDF/UA-1 (can be read by all). */
public final class Validity {
    private static final List<PDFAFlavour> STANDARDS = List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1);

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Validity() {}

    public static void assertValid(PdfFile file) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(file.bytes()), PDFAFlavour.PDFA_3_A);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(STANDARDS)) {
            List<ValidationResult> results = validator.validateAll(parser);
            assertThat(results).hasSameSizeAs(STANDARDS).allSatisfy(Validity::assertCompliant);
        }
    }

    private static void assertCompliant(ValidationResult result) {
        assertThat(result.getTestAssertions())
                .as(result.getPDFAFlavour().toString())
                .isEmpty();
        assertThat(result.isCompliant()).isTrue();
        assertThat(result.getTotalAssertions()).isPositive();
    }
}
