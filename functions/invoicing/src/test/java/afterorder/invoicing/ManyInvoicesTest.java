package afterorder.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import afterorder.order.purchase.Billing;
import afterorder.order.purchase.PurchaseRow.Status;
import afterorder.services.Faults.Kind;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** However many are made at once, and whatever goes wrong: one for each purchase, no number twice, and none left out. */
@ExtendWith(LocalServicesExtension.class)
@Tag("S44")
class ManyInvoicesTest {
    private static final Instant NOW = SampleOrder.PLACED;
    private static final int ENVIRONMENTS = 8;
    private static final int EACH = 25;

    /** One of so many is. */
    private static final int DISTURBED = 4;

    /** Until a silent environment is found dead. */
    private static final int MOST_MINUTES = 60;

    /** Of those calls that one makes which nobody disturbs, and more. */
    private static final int CALLS = 16;

    private final Purchased purchased;

    ManyInvoicesTest(LocalServices services) {
        this.purchased = new Purchased(services);
    }

    @Test
    void have_each_a_number_of_their_own_though_environments_die_and_answers_get_lost() throws Exception {
        List<Billing> billed = billedAtOnce();
        assertNumberedOnce(billed, Billing::invoiceNumber, "R");
        assertNumberedOnce(billed, Billing::deliveryNoteNumber, "L");
    }

    private List<Billing> billedAtOnce() throws Exception {
        List<Callable<List<Billing>>> series = IntStream.range(0, ENVIRONMENTS)
                .<Callable<List<Billing>>>mapToObj(number -> {
                    Purchased environment = purchased.inAnotherEnvironment();
                    List<SampleOrder> orders =
                            Stream.generate(purchased::order).limit(EACH).toList();
                    return () -> billed(environment, orders, number * EACH);
                })
                .toList();
        List<Billing> billed = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(ENVIRONMENTS)) {
            for (Future<List<Billing>> one : threads.invokeAll(series)) billed.addAll(one.get());
        }
        return billed;
    }

    private static List<Billing> billed(Purchased environment, List<SampleOrder> orders, int first) {
        List<Billing> billed = new ArrayList<>();
        for (SampleOrder order : orders) {
            int number = first + billed.size();
            if (number % DISTURBED == 0) disturbed(environment, order, number / DISTURBED);
            environment.invoice(order, 1, NOW); // as the workflow retries
            for (int minute = 1; minute <= MOST_MINUTES && isOpen(environment, order); minute++) {
                environment.looksAtOverdue(order, NOW.plus(Duration.ofMinutes(minute)));
            }
            assertThat(environment.row(order).status()).isEqualTo(Status.INVOICED);
            assertThat(environment.documents("invoices", order)).hasSize(1);
            billed.add(environment.row(order).billing());
        }
        return billed;
    }

    /** The fault is another one for each. */
    private static void disturbed(Purchased environment, SampleOrder order, int number) {
        Kind kind = number % 2 == 0 ? Kind.DEAD_FROM_HERE : Kind.ANSWER_LOST;
        catchThrowable(() -> environment.invoiceDisturbed(order, kind, 1 + number / 2 % CALLS));
    }

    private static boolean isOpen(Purchased environment, SampleOrder order) {
        return environment.row(order).status() != Status.INVOICED;
    }

    private static void assertNumberedOnce(List<Billing> billed, Function<Billing, String> number, String prefix) {
        assertThat(billed)
                .extracting(number)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, ENVIRONMENTS * EACH)
                        .mapToObj(each -> prefix + "-2026-%05d".formatted(each))
                        .toList());
    }
}
