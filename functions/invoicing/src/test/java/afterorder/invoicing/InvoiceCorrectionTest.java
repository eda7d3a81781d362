package afterorder.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.order.Address;
import afterorder.order.Customer;
import afterorder.order.LineSelection;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.correction.CorrectionRow.Status;
import afterorder.order.correction.InvoiceRow;
import afterorder.order.correction.Remedies;
import afterorder.order.correction.Remedies.Remedy;
import afterorder.order.correction.Request;
import afterorder.order.correction.Wanted;
import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
import afterorder.order.settings.Settings;
import afterorder.order.tax.Tax.Category;
import afterorder.services.Deployed;
import afterorder.services.Faults.Kind;
import afterorder.services.InvocationContext;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What takes an invoice back, or stands in its place. */
@ExtendWith(LocalServicesExtension.class)
@Tag("S44")
class InvoiceCorrectionTest {
    private static final Instant NOW = SampleOrder.PLACED;

    /** Until a silent environment is found dead. */
    private static final int MOST_MINUTES = 60;

    private final Purchased purchased;

    InvoiceCorrectionTest(LocalServices services) {
        this.purchased = new Purchased(services);
    }

    @Test
    void takes_an_invoice_back_under_a_number_of_its_own() {
        SampleOrder order = invoiced("licenses");
        CorrectionRow row = wanted(order, new Wanted.Cancellation(invoice(order), all(order), "wrong name"));
        deliver(deployed(), row);
        CorrectionRow sent = row(row);
        assertThat(sent.status()).isEqualTo(Status.SENT);
        assertThat(sent.issue().number()).startsWith("S-2026-");
        assertThat(sent.progress().deadlines()).isEmpty();
        assertThat(purchased.documents("cancellations", order)).hasSize(1);
        assertThat(purchased.documents("invoices", order)).hasSize(1);
        assertThat(purchased.mails(order)).hasSize(2);
        assertThat(purchased.mails(order).getLast().subject())
                .contains("Stornorechnung " + sent.issue().number());
    }

    @Test
    void issues_another_invoice_that_can_be_taken_back_and_replaced_itself() {
        SampleOrder order = invoiced("licenses");
        CorrectionRow first =
                wanted(order, new Wanted.Replacement(invoice(order), renamed(order, "Muster SE"), "name"));
        deliver(deployed(), first);
        String second = row(first).issue().number();
        assertThat(purchased.rows.invoice(second).map(InvoiceRow::issuer)).contains(first.key());
        CorrectionRow back = wanted(order, new Wanted.Cancellation(second, all(order), "the name again"));
        deliver(deployed(), back);
        assertThat(row(back).status()).isEqualTo(Status.SENT);
        CorrectionRow third = wanted(order, new Wanted.Replacement(second, renamed(order, "Muster KG"), "name"));
        deliver(deployed(), third);
        assertThat(row(third).status()).isEqualTo(Status.SENT);
        assertThat(purchased.documents("invoices", order)).hasSize(3);
        assertThat(purchased.documents("cancellations", order)).hasSize(1);
    }

    @Test
    void asks_about_another_vat_id_before_it_bills_without_vat() {
        SampleOrder order = invoiced("abroad");
        Customer wrong = order.order().customer();
        Customer right =
                new Customer(wrong.number(), wrong.name(), wrong.email(), "FR40303265045", null, null, wrong.address());
        purchased.registerAnswers("FR40303265045", "invalid");
        CorrectionRow row = wanted(order, new Wanted.Replacement(invoice(order), right, "VAT ID"));
        deliver(deployed(), row);
        assertThat(row(row).issue()).isNull();
        assertThat(Remedies.of(row(row))).containsExactly(Remedy.RETRY, Remedy.DECIDE_TAX);

        purchased.registerAnswers("FR40303265045", "valid");
        CorrectionRow retried = purchased.rows.save(row(row).retried(NOW));
        deliver(deployed(), begun(retried, NOW));
        assertThat(row(row).issue().tax().category()).isEqualTo(Category.REVERSE_CHARGE);
        assertThat(purchased.rows.vatId(order.id()).proofs()).hasSize(2);
    }

    @Test
    void waits_for_a_silent_register_and_goes_on_by_itself_though_staff_was_told() {
        SampleOrder order = invoiced("abroad");
        Customer wrong = order.order().customer();
        Customer right =
                new Customer(wrong.number(), wrong.name(), wrong.email(), "FR55403265045", null, null, wrong.address());
        purchased.registerAnswers("FR55403265045", "down");
        CorrectionRow row = wanted(order, new Wanted.Replacement(invoice(order), right, "VAT ID"));
        deliver(deployed(), row);
        Instant now = NOW;
        while (!row(row).progress().isParked()) {
            now = now.plus(Duration.ofHours(1));
            assertThat(now).isBefore(NOW.plus(Duration.ofDays(2)));
            deliver(deployed(), begun(row(row), now), now);
        }
        purchased.registerAnswers("FR55403265045", "valid");
        CorrectionRow told = row(row).withProgress(row(row).progress().notified());
        purchased.rows.save(told);
        Instant later = now.plus(Duration.ofHours(1));
        deliver(deployed(), begun(row(row), later), later);
        assertThat(row(row).status()).isEqualTo(Status.SENT);
        assertThat(row(row).progress().isParked()).isFalse();
    }

    @Test
    void taxes_the_customer_as_it_is_corrected() {
        SampleOrder order = invoiced("licenses");
        Customer german = order.order().customer();
        Address swiss = new Address("Rue du Marché 8", "1204", "Genève", "CH");
        Customer right = new Customer(german.number(), german.name(), german.email(), null, null, null, swiss);
        CorrectionRow row = wanted(order, new Wanted.Replacement(invoice(order), right, "the address"));
        deliver(deployed(), row);
        assertThat(row(row).issue().tax().category()).isEqualTo(Category.NOT_TAXABLE);
    }

    @Test
    void is_parked_when_its_mail_is_refused_and_goes_on_under_its_number() {
        SampleOrder order = invoiced("licenses");
        CorrectionRow row = wanted(order, new Wanted.Cancellation(invoice(order), all(order), "wrong"));
        Deployed refusing = deployed().rejectedMail(callsOfAnUndisturbedRun().indexOf("SendRawEmail") + 1);
        deliver(refusing, row);
        CorrectionRow parked = row(row);
        assertThat(Remedies.of(parked)).containsExactly(Remedy.RETRY, Remedy.MAIL_ADDRESS);
        String number = parked.issue().number();
        CorrectionRow retried = purchased.rows.save(parked.retried(NOW));
        assertThat(retried.progress().deadlines()).containsEntry(Deadline.NEXT_ATTEMPT, NOW);
        deliver(deployed(), begun(retried, NOW));
        assertThat(row(row).status()).isEqualTo(Status.SENT);
        assertThat(row(row).issue().number()).isEqualTo(number);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFUSED") // which ends the handler as death does
    void ends_issued_once_whichever_call_goes_wrong(Kind kind) {
        List<String> calls = callsOfAnUndisturbedRun();
        List<String> numbers = new ArrayList<>();
        for (int call = 1; call <= calls.size(); call++) {
            String fault = "%s at call %d of %s".formatted(kind, call, calls);
            SampleOrder order = invoiced("licenses");
            CorrectionRow row = wanted(order, new Wanted.Cancellation(invoice(order), all(order), "wrong"));
            Deployed troubled = deployed().disturbed(kind, call);
            catchThrowable(() -> deliver(troubled, row));
            deliver(deployed(), row); // as SQS delivers again
            for (int minute = 1; minute <= MOST_MINUTES && row(row).status() != Status.SENT; minute++) {
                looksAtOverdue(row, NOW.plus(Duration.ofMinutes(minute)));
            }
            assertThat(row(row).status()).as(fault).isEqualTo(Status.SENT);
            assertThat(purchased.documents("cancellations", order)).as(fault).hasSize(1);
            int mails = purchased.mails(order).size() - 1;
            assertThat(mails).as(fault).isBetween(1, 2);
            numbers.add(row(row).issue().number());
        }
        assertThat(numbers).doesNotHaveDuplicates().isSorted();
        assertThat(numbers.getLast()).isEqualTo("S-2026-%05d".formatted(calls.size() + 1));
    }

    private List<String> callsOfAnUndisturbedRun() {
        SampleOrder order = invoiced("licenses");
        CorrectionRow row = wanted(order, new Wanted.Cancellation(invoice(order), all(order), "wrong"));
        Deployed undisturbed = deployed();
        deliver(undisturbed, row);
        return undisturbed.operations();
    }

    private SampleOrder invoiced(String name) {
        SampleOrder order = purchased.order(name);
        purchased.invoice(order, 1, NOW);
        return order;
    }

    private String invoice(SampleOrder order) {
        return purchased.row(order).billing().invoiceNumber();
    }

    private static LineSelection all(SampleOrder order) {
        return LineSelection.all(order.order());
    }

    private static Customer renamed(SampleOrder order, String name) {
        Customer customer = order.order().customer();
        return new Customer(
                customer.number(), name, customer.email(), customer.vatId(), null, null, customer.address());
    }

    /** As the desk's door writes it, and due-work begins it. */
    private CorrectionRow wanted(SampleOrder order, Wanted wanted) {
        Request request = Request.of(wanted.toString(), "correct", new byte[0]);
        return begun(purchased.rows.save(CorrectionRow.wanted(order.id(), request, wanted, NOW)), NOW);
    }

    private CorrectionRow begun(CorrectionRow row, Instant now) {
        return purchased.rows.save(((Overdue.Begin<CorrectionRow>) row.overdue(now)).row());
    }

    private void looksAtOverdue(CorrectionRow row, Instant now) {
        switch (row(row).overdue(now)) {
            case Overdue.Watch<CorrectionRow>(CorrectionRow later) -> purchased.rows.save(later);
            case Overdue.Begin<CorrectionRow>(CorrectionRow next) -> deliver(deployed(), purchased.rows.save(next));
            default -> {}
        }
    }

    private CorrectionRow row(CorrectionRow row) {
        return purchased.rows.correction(row.key()).orElseThrow();
    }

    private Deployed deployed() {
        return purchased.deployed("InvoiceCorrectionFunction");
    }

    private static void deliver(Deployed to, CorrectionRow row) {
        deliver(to, row, NOW);
    }

    private static void deliver(Deployed to, CorrectionRow row, Instant now) {
        String body = "{\"orderId\":\"%s\",\"part\":\"%s\",\"attempt\":%d}"
                .formatted(row.orderId(), row.key().part(), row.progress().attempt());
        SQSEvent event = LambdaEvent.of("invoice-correction")
                .with("/Records/0/body", body)
                .with("/Records/0/attributes/SentTimestamp", Long.toString(now.toEpochMilli()))
                .as(SQSEvent.class);
        InvoiceCorrection function = new InvoiceCorrection(
                new Environment(to.variables()),
                new Clients(to.endpoint(), to.region(), to.credentials()),
                Settings.bundled());
        function.handleRequest(event, new InvocationContext());
    }
}
