package afterorder.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.documents.PdfDocuments;
import afterorder.documents.einvoice.CrossIndustryInvoice;
import afterorder.documents.einvoice.Profile;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.billing.Invoice;
import afterorder.order.billing.Period;
import afterorder.order.billing.Totals;
import afterorder.order.intake.OrderReader;
import afterorder.order.intake.Reading;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import afterorder.order.tax.Tax;
import afterorder.order.tax.Treatment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mustangproject.validator.ZUGFeRDValidator;

@Tag("S44")
class MustangTest {
    private static final Settings SETTINGS = Settings.bundled();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"licenses", "mixed", "abroad", "authority"})
    void finds_no_fault_with_an_invoice_to_be_embedded(String order) throws IOException {
        assertThat(judged(xml(order, Profile.EN_16931)))
                .contains("<summary status=\"valid\"/>")
                .doesNotContain("<error", "<warning");
    }

    @ParameterizedTest
    @ValueSource(strings = {"licenses", "abroad"})
    void finds_no_fault_with_an_invoice_for_people_and_machines(String order) throws IOException {
        byte[] pdf = new PdfDocuments(SETTINGS.seller(), SETTINGS.catalog())
                .invoice(invoice(order(order)))
                .bytes();
        Path file = Files.write(folder.resolve("invoice.pdf"), pdf);
        assertThat(new ZUGFeRDValidator().validate(file.toString()))
                .contains("<summary status=\"valid\"/>", "flavour=3a", "isCompliant=true")
                .doesNotContain("<error", "<warning");
    }

    @Test
    void finds_no_fault_with_an_invoice_to_another_state_that_is_taxed_in_germany() throws IOException {
        Tax domestic = Treatment.DOMESTIC.tax(SETTINGS.seller().vatPercent());
        byte[] xml = CrossIndustryInvoice.write(
                SETTINGS.seller(), SETTINGS.catalog(), invoice(order("abroad"), domestic), Profile.EN_16931);
        assertThat(judged(new String(xml, StandardCharsets.UTF_8)))
                .contains("<summary status=\"valid\"/>")
                .doesNotContain("<error", "<warning");
    }

    @Test
    void finds_no_fault_with_what_takes_an_invoice_back() throws IOException {
        Invoice invoice = invoice(order("authority"));
        Invoice cancellation = invoice.cancelledBy(
                "S-2026-00001", TODAY.plusDays(3), invoice.lines().keySet(), "The name was wrong.");
        byte[] xml = CrossIndustryInvoice.write(SETTINGS.seller(), SETTINGS.catalog(), cancellation, Profile.XRECHNUNG);
        assertThat(judged(new String(xml, StandardCharsets.UTF_8)))
                .contains("<summary status=\"valid\"/>")
                .doesNotContain("<error", "<warning");
    }

    @Test
    void finds_no_fault_with_an_xrechnung() throws IOException {
        assertThat(judged(xml("authority", Profile.XRECHNUNG)))
                .contains("<failed>0</failed>", "<summary status=\"valid\"/>")
                .doesNotContain("<error", "<warning", "<notice");
    }

    @Test
    void finds_a_falsified_sum() throws IOException {
        String xml = xml("authority", Profile.XRECHNUNG);
        assertThat(judged(xml.replace("<ram:GrandTotalAmount>32130.00<", "<ram:GrandTotalAmount>32131.00<")))
                .contains("BR-CO-15", "<summary status=\"invalid\"/>");
    }

    private String judged(String xml) throws IOException {
        Path file = Files.writeString(folder.resolve("invoice.xml"), xml);
        return new ZUGFeRDValidator().validate(file.toString());
    }

    private static String xml(String name, Profile profile) throws IOException {
        byte[] bytes = CrossIndustryInvoice.write(SETTINGS.seller(), SETTINGS.catalog(), invoice(order(name)), profile);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Order order(String name) throws IOException {
        byte[] body = Files.readAllBytes(Path.of("../../events/orders", name + ".json"));
        return ((Reading.Accepted<Order>) new OrderReader(SETTINGS).read(body, TODAY)).value();
    }

    private static Invoice invoice(Order order) {
        return invoice(order, Tax.of(order.customer(), SETTINGS.seller().vatPercent()));
    }

    private static Invoice invoice(Order order, Tax tax) {
        Seller seller = SETTINGS.seller();
        SortedMap<Integer, Period> periods = new TreeMap<>();
        order.licenses()
                .forEach((number, line) -> periods.put(
                        number,
                        new Period(TODAY, TODAY.plusMonths(line.months()).minusDays(1))));
        return new Invoice(
                new OrderId("7K3M9X2Q4T8WZ"),
                "R-2026-00017",
                TODAY,
                Optional.of(TODAY.plusDays(seller.paymentDays())),
                TODAY,
                "L-2026-00017",
                order,
                order.licenses(),
                periods,
                Totals.of(order.licenses().values(), tax, order.currency()),
                Optional.empty());
    }
}
