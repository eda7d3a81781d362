package afterorder.documents;

import static afterorder.documents.SampleOrder.anOrder;
import static afterorder.documents.SampleOrder.example;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.documents.einvoice.CrossIndustryInvoice;
import afterorder.documents.einvoice.GiroCode;
import afterorder.documents.einvoice.Profile;
import afterorder.documents.layout.PdfFile;
import afterorder.documents.wording.Wording;
import afterorder.order.Language;
import afterorder.order.Money;
import afterorder.order.billing.Invoice;
import afterorder.order.tax.Treatment;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What an invoice says to its readers, it says to machines too, and nothing else. */
@Tag("S44")
class HybridInvoiceTest {
    private static final Pattern AMOUNT = Pattern.compile("\\d[\\d.,]*[.,]\\d\\d(?![\\d.,])");

    private final PdfDocuments documents = new PdfDocuments(Settings.seller(), Settings.catalog());

    static Stream<Named<SampleOrder>> orders() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(
                        Named.of("in Germany, " + language, example().in(language)),
                        Named.of(
                                "to France, " + language,
                                example()
                                        .seatedIn("Lyon", "FR", "FR83404833048")
                                        .in(language)),
                        Named.of(
                                "to France, taxed in Germany, " + language,
                                example()
                                        .seatedIn("Lyon", "FR", "FR83404833048")
                                        .taxed(Treatment.DOMESTIC)
                                        .in(language)),
                        Named.of(
                                "to Switzerland, " + language,
                                example().seatedIn("Genève", "CH", null).in(language)),
                        Named.of(
                                "several of one license, " + language,
                                anOrder().withDataCenter().withCloud().in(language))));
    }

    /** And of what corrects it. */
    static Stream<Named<Invoice>> invoices() {
        return orders().flatMap(order -> {
            Integer[] all = order.getPayload().invoice().lines().keySet().toArray(Integer[]::new);
            return Stream.of(
                    Named.of(order.getName(), order.getPayload().invoice()),
                    Named.of(order.getName() + ", cancelled", order.getPayload().cancellation(all)),
                    Named.of(order.getName() + ", in part", order.getPayload().cancellation(all[0])),
                    Named.of(order.getName() + ", replaced", order.getPayload().replacement("Muster GmbH")));
        });
    }

    @ParameterizedTest
    @MethodSource("invoices")
    void has_the_same_amounts_for_people_and_for_machines(Invoice invoice) throws Exception {
        PdfFile pdf = documents.invoice(invoice);
        Wording wording = new Wording(invoice.language());
        Set<String> toMachines = values(xml(pdf), "ChargeAmount", "LineTotalAmount", "TaxBasisTotalAmount")
                .map(amount -> wording.amount(new Money(
                        new BigDecimal(amount).setScale(2), invoice.order().currency())))
                .map(HybridInvoiceTest::digits)
                .collect(Collectors.toCollection(TreeSet::new));
        values(xml(pdf), "TaxTotalAmount", "GrandTotalAmount", "DuePayableAmount")
                .map(amount -> wording.amount(
                        new Money(new BigDecimal(amount), invoice.order().currency())))
                .map(HybridInvoiceTest::digits)
                .forEach(toMachines::add);
        Set<String> toPeople = AMOUNT.matcher(Pdf.of(pdf).flowing())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(toPeople).isNotEmpty().isEqualTo(toMachines);
    }

    @ParameterizedTest
    @MethodSource("invoices")
    void says_to_people_what_it_says_to_machines(Invoice invoice) throws Exception {
        PdfFile pdf = documents.invoice(invoice);
        Wording wording = new Wording(invoice.language());
        String text = Pdf.of(pdf).flowing();
        List<String> dates = values(xml(pdf), "DateTimeString")
                .map(date -> wording.date(LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE)))
                .toList();
        assertThat(text).contains(dates);
        List<String> names = values(
                        xml(pdf), "Name", "LineOne", "CityName", "PostcodeCode", "IssuerAssignedID", "Description")
                .flatMap(value -> Stream.of(value.replace('\u00a0', ' ').split("; ")))
                .toList();
        assertThat(names).contains("Muster Solutions GmbH", "Muster GmbH", "4500012345", "L-2026-00017");
        assertThat(text).contains(names);
        List<String> account = values(xml(pdf), "IBANID", "BICID").toList();
        assertThat(account).hasSize(invoice.isCancellation() ? 0 : 2).allMatch(text.replace(" ", "")::contains);
    }

    @Test
    void carries_the_invoice_that_the_judges_have_seen() throws Exception {
        Invoice invoice = example().invoice();
        assertThat(attached(documents.invoice(invoice)))
                .isEqualTo(
                        CrossIndustryInvoice.write(Settings.seller(), Settings.catalog(), invoice, Profile.EN_16931));
    }

    @Test
    void is_an_xrechnung_too_for_whom_gave_a_buyer_reference() {
        assertThat(documents.xRechnung(example().invoice())).isEmpty();
        assertThat(documents.xRechnung(
                        example().withBuyerReference("04011000-1234512345-06").invoice()))
                .isPresent();
    }

    @Test
    void is_paid_with_a_banking_app_that_sees_the_page() throws Exception {
        Invoice invoice = example().invoice();
        try (PDDocument document = Loader.loadPDF(documents.invoice(invoice).bytes())) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var seen = new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots));
            assertThat(new QRCodeReader().decode(new BinaryBitmap(seen)).getText())
                    .isEqualTo(GiroCode.of(invoice, Settings.seller())
                            .orElseThrow()
                            .text())
                    .contains("EUR63546.00", "R-2026-00017");
        }
    }

    private static Stream<String> values(Document xml, String... names) {
        return Stream.of(names).flatMap(name -> {
            NodeList elements = xml.getElementsByTagNameNS("*", name);
            return IntStream.range(0, elements.getLength())
                    .mapToObj(each -> elements.item(each).getTextContent());
        });
    }

    private static String digits(String text) {
        return text.replaceAll("[^\\d.,]", "");
    }

    private static Document xml(PdfFile pdf) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(attached(pdf)));
    }

    private static byte[] attached(PdfFile pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            return document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("factur-x.xml")
                    .getEmbeddedFile()
                    .toByteArray();
        }
    }
}
