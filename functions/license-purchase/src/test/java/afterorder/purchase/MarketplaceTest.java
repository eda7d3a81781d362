package afterorder.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LicenseLine.Transaction;
import afterorder.order.LineSelection;
import afterorder.order.Phrase;
import afterorder.order.TechnicalContact;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.Comparison;
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.PurchaseOrder;
import afterorder.order.purchase.Vendor.Answer;
import afterorder.order.purchase.Vendor.Batch;
import afterorder.order.purchase.VendorUnavailable;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalServicesExtension.class)
class MarketplaceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String SECRET = "AAABjQ0ODAoPeNpKEYKEYKEY";

    private final Sandbox sandbox;
    private final URI api;
    private final Marketplace marketplace;
    private final PurchaseOrder order = VendorOrders.of(SampleOrder.of("licenses"));

    MarketplaceTest(LocalServices services) {
        sandbox = new Sandbox(services.vendor());
        api = URI.create(services.vendor() + "/api");
        marketplace = new Marketplace(api, "sandbox", PATIENCE);
    }

    @Test
    @Tag("S36")
    void buys_what_was_ordered() {
        Answer answer = marketplace.place(order);
        assertThat(answer).isInstanceOfSatisfying(Answer.Sold.class, sold -> {
            assertThat(sold.account()).isEqualTo(Account.EXISTING);
            assertThat(Comparison.of(
                                    LineSelection.of(order.lines().keySet()),
                                    order.lines(),
                                    sold.first().entitlements())
                            .isAsOrdered())
                    .isTrue();
        });
        assertThat(marketplace.find(order)).contains(answer);
        assertThat(marketplace.place(order)).isEqualTo(answer);
    }

    @Test
    @Tag("S41")
    void hears_that_the_technical_contact_has_no_account() {
        PurchaseOrder mixed = VendorOrders.of(SampleOrder.of("mixed"));
        TechnicalContact stranger = new TechnicalContact("Bob Builder", new Email("bob@muster.example"), false);
        assertThat(marketplace.place(new PurchaseOrder(
                        mixed.orderId(),
                        mixed.reference(),
                        stranger,
                        mixed.customerName(),
                        mixed.customerCountry(),
                        mixed.lines(),
                        null)))
                .isInstanceOfSatisfying(Answer.Sold.class, sold -> {
                    assertThat(sold.account()).isEqualTo(Account.NONE);
                    assertThat(sold.first().entitlements()).hasSize(2).allSatisfy(license -> {
                        assertThat(license.key()).hasSizeGreaterThan(500);
                    });
                });
    }

    @Test
    void finds_nothing_under_a_reference_that_was_never_placed() {
        assertThat(marketplace.find(order)).isEmpty();
    }

    @Test
    void tells_a_refusal_with_its_reason() throws Exception {
        sandbox.next("{\"do\": \"refuse\", \"reason\": \"credit limit\"}");
        assertThat(marketplace.place(order))
                .isEqualTo(new Answer.Refused(Phrase.REFUSED_BY_VENDOR.with("credit limit")));
        assertThat(marketplace.find(order)).contains(new Answer.Refused(Phrase.REFUSED_BY_VENDOR.with("credit limit")));
    }

    @Test
    void does_not_know_after_an_error_whether_it_was_sold() throws Exception {
        sandbox.next("{\"do\": \"error\", \"status\": 500, \"times\": 1}");
        assertThatThrownBy(() -> marketplace.place(order))
                .isInstanceOf(VendorUnavailable.class)
                .hasMessage("the marketplace answered 500 for " + order.reference());
    }

    @Test
    void finds_what_was_sold_when_the_answer_was_lost() throws Exception {
        sandbox.next("{\"do\": \"lose-answer\"}");
        assertThatThrownBy(() -> marketplace.place(order)).isInstanceOf(VendorUnavailable.class);
        assertThat(marketplace.find(order)).get().isInstanceOf(Answer.Sold.class);
    }

    @Test
    void does_not_wait_longer_than_its_patience() throws Exception {
        sandbox.next("{\"do\": \"delay\", \"seconds\": 1}");
        Marketplace impatient = new Marketplace(api, "sandbox", Duration.ofMillis(300));
        assertThatThrownBy(() -> impatient.place(order)).isInstanceOf(VendorUnavailable.class);
        await().until(() -> marketplace.find(order), Optional::isPresent);
    }

    @Test
    void waits_for_a_slow_answer() throws Exception {
        sandbox.next("{\"do\": \"delay\", \"seconds\": 0.5}");
        assertThat(marketplace.place(order)).isInstanceOf(Answer.Sold.class);
    }

    @Test
    void is_not_let_in_without_the_token() {
        Marketplace stranger = new Marketplace(api, "guessed", PATIENCE);
        assertThatThrownBy(() -> stranger.place(order)).hasMessageContaining("401");
    }

    @Test
    void understands_that_the_answer_comes_later() throws Exception {
        try (AnsweringServer server = new AnsweringServer(202, "")) {
            Marketplace slow = new Marketplace(server.address(), "t", PATIENCE);
            assertThat(slow.place(order)).isEqualTo(new Answer.Pending());
            assertThat(slow.find(order)).contains(new Answer.Pending());
        }
    }

    @Test
    void reads_what_was_sold_page_by_page() {
        PurchaseOrder large = VendorOrders.of(VendorOrders.large(1_200));
        Answer.Sold sold = (Answer.Sold) marketplace.place(large);
        assertThat(sold.first().entitlements()).hasSize(500);
        Batch second = marketplace.entitlements(large, sold.first().next());
        Batch third = marketplace.entitlements(large, second.next());
        assertThat(third.entitlements()).hasSize(200);
        assertThat(third.next()).isNull();
        assertThat(Stream.of(sold.first(), second, third)
                        .flatMap(batch -> batch.entitlements().stream())
                        .map(Entitlement::sen))
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("S40")
    @Tag("S42")
    void hears_when_the_technical_contact_has_verified_the_account() throws Exception {
        TechnicalContact stranger = new TechnicalContact("Bob Builder", new Email("bob@verify.example"), false);
        PurchaseOrder placed = new PurchaseOrder(
                order.orderId(), order.reference(), stranger, "Muster GmbH", "DE", order.lines(), null);
        marketplace.place(placed);
        assertThat(marketplace.account(placed)).isEqualTo(Account.NONE);
        sandbox.door("PUT", "/contacts/bob@verify.example", "{\"account\": \"verified\"}");
        assertThat(marketplace.account(placed)).isEqualTo(Account.VERIFIED);
    }

    @Test
    void does_not_guess_what_was_sold_under_a_reference_that_stands_for_another_order() {
        marketplace.place(order);
        PurchaseOrder other = new PurchaseOrder(
                order.orderId(), order.reference(), order.technicalContact(), "Another", "DE", order.lines(), null);
        assertThat(marketplace.place(other))
                .isEqualTo(new Answer.Unclear(Phrase.REFERENCE_TAKEN.with(order.reference())));
    }

    @Test
    void takes_an_order_that_is_not_well_formed_for_refused() {
        PurchaseOrder nameless = new PurchaseOrder(
                order.orderId(), order.reference(), order.technicalContact(), "", "DE", order.lines(), null);
        assertThat(marketplace.place(nameless)).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(
                        refused.reason().in(Language.EN))
                .startsWith("refused by the vendor: the order is not well-formed: /customer/name "));
        assertThat(marketplace.find(nameless)).isEmpty();
    }

    @Test
    void knows_the_site_of_a_renewed_subscription_that_the_order_does_not_name() {
        PurchaseOrder renewal = VendorOrders.of(VendorOrders.of(List.of(new LicenseLine(
                Transaction.RENEWAL,
                "jira",
                Deployment.CLOUD,
                200,
                12,
                1,
                BigDecimal.TEN,
                null,
                "E-ABC-DEF-GHI",
                null,
                null,
                null))));
        assertThat(marketplace.place(renewal)).isInstanceOfSatisfying(Answer.Sold.class, sold -> assertThat(
                        sold.first().entitlements().getFirst().site())
                .isEqualTo("e-abc-def-ghi.atlassian.net"));
    }

    @Test
    @Tag("S49")
    void repeats_nothing_of_an_answer_that_it_cannot_read() throws Exception {
        for (String garbage : new String[] {
            "<html>" + SECRET,
            "{\"entitlements\": [{\"line\": \"" + SECRET + "\"}]}",
            "{\"key\": \"" + SECRET,
            "",
            "null",
            "{}",
            "{\"technicalContact\": {\"account\": \"none\"}, \"count\": 1, \"entitlements\": [null]}",
            "{\"technicalContact\": {\"account\": \"none\"}, \"count\": 1, \"entitlements\": []}"
        }) {
            assertUnreadable(garbage);
        }
    }

    private void assertUnreadable(String garbage) throws IOException {
        try (AnsweringServer server = new AnsweringServer(200, garbage)) {
            Marketplace broken = new Marketplace(server.address(), "t", PATIENCE);
            assertThatThrownBy(() -> broken.place(order))
                    .as(garbage)
                    .isInstanceOf(VendorUnavailable.class)
                    .satisfies(failure -> assertThat(trace(failure)).doesNotContain(SECRET));
        }
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
