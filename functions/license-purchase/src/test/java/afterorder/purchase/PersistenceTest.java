package afterorder.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.Phrase;
import afterorder.order.purchase.PurchaseOrder;
import afterorder.order.purchase.Vendor.Answer;
import afterorder.order.purchase.VendorUnavailable;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LocalServicesExtension.class)
class PersistenceTest {
    private final Sandbox sandbox;
    private final Persistence vendor;
    private final PurchaseOrder order = VendorOrders.of(SampleOrder.of("licenses"));

    PersistenceTest(LocalServices services) {
        sandbox = new Sandbox(services.vendor());
        URI api = URI.create(services.vendor() + "/api");
        vendor = new Persistence(new Marketplace(api, "sandbox", Duration.ofSeconds(1)));
    }

    @Test
    void buys_once_after_two_errors() throws Exception {
        sandbox.next("{\"do\": \"error\", \"status\": 500, \"times\": 2}");
        assertThat(vendor.place(order)).isInstanceOf(Answer.Sold.class);
        assertThat(sandbox.sold(order.reference())).isEqualTo(1);
    }

    @Test
    void finds_what_was_sold_when_the_answer_was_lost_or_late() throws Exception {
        sandbox.next("{\"do\": \"lose-answer\"}");
        assertThat(vendor.place(order)).isInstanceOf(Answer.Sold.class);
        PurchaseOrder late = VendorOrders.of(SampleOrder.of("licenses"));
        sandbox.next("{\"do\": \"delay\", \"seconds\": 1.3}");
        assertThat(vendor.place(late)).isInstanceOf(Answer.Sold.class);
        assertThat(sandbox.sold(order.reference())).isEqualTo(1);
        assertThat(sandbox.sold(late.reference())).isEqualTo(1);
    }

    @Test
    void takes_a_refusal_for_an_answer() throws Exception {
        sandbox.next("{\"do\": \"refuse\", \"reason\": \"credit limit\"}");
        assertThat(vendor.place(order)).isEqualTo(new Answer.Refused(Phrase.REFUSED_BY_VENDOR.with("credit limit")));
    }

    @Test
    void gives_up_a_vendor_that_is_down() throws Exception {
        try (AnsweringServer down = new AnsweringServer(503, "")) {
            Persistence hopeless = new Persistence(new Marketplace(down.address(), "t", Duration.ofSeconds(1)));
            assertThatThrownBy(() -> hopeless.find(order)).isInstanceOf(VendorUnavailable.class);
            assertThat(down.bodies()).hasSize(4);
        }
    }

    @Test
    void leaves_a_vendor_alone_that_asks_for_time() throws Exception {
        try (AnsweringServer busy = new AnsweringServer(429, "", Map.of("Retry-After", "40"))) {
            Persistence patient = new Persistence(new Marketplace(busy.address(), "t", Duration.ofSeconds(1)));
            assertThatThrownBy(() -> patient.place(order))
                    .isInstanceOfSatisfying(VendorUnavailable.class, failure -> assertThat(failure.retryAfter())
                            .contains(Duration.ofSeconds(40)));
            assertThat(busy.bodies()).hasSize(1);
        }
    }

    @Test
    void waits_a_moment_that_the_vendor_asks_for() throws Exception {
        sandbox.next("{\"do\": \"throttle\", \"retryAfterSeconds\": 1}");
        long before = System.nanoTime();
        assertThat(vendor.place(order)).isInstanceOf(Answer.Sold.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void asks_no_second_time_where_it_is_not_let_in(int status) throws Exception {
        try (AnsweringServer closed = new AnsweringServer(status, "")) {
            Persistence stranger = new Persistence(new Marketplace(closed.address(), "t", Duration.ofSeconds(1)));
            assertThatThrownBy(() -> stranger.find(order))
                    .isInstanceOfSatisfying(VendorUnavailable.class, failure -> assertThat(failure.retryAfter())
                            .contains(Duration.ofMinutes(5)));
            assertThat(closed.bodies()).hasSize(1);
        }
    }
}
