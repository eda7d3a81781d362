package afterorder.order.purchase;

import static afterorder.order.TestOrders.license;
import static afterorder.order.TestOrders.orderOf;
import static afterorder.order.purchase.Purchases.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.Line;
import afterorder.order.Order;
import afterorder.order.Phrase;
import afterorder.order.purchase.PurchaseRow.Status;
import afterorder.order.purchase.Remedies.Acceptance;
import afterorder.order.purchase.Remedies.Remedy;
import afterorder.order.row.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RemediesTest {
    private final Order order = orderOf(license(3, null));

    @Example
    void retries_a_refusal_under_a_new_reference_or_calls_it_off() {
        PurchaseRow refused = Buying.refused(Purchases.asking(order), Phrase.REFUSED_BY_VENDOR.with("no credit"), NOW);
        assertThat(Remedies.of(refused)).containsExactly(Remedy.RETRY, Remedy.CALL_OFF);
        assertThat(Remedies.retried(refused, NOW).progress().deadlines().get(Deadline.NEXT_ATTEMPT))
                .isEqualTo(NOW);
        assertThat(Remedies.calledOff(refused, NOW).status()).isEqualTo(Status.CANCELLED);
    }

    @Example
    void does_not_call_off_what_the_vendor_may_have_sold() {
        PurchaseRow silent = Purchases.asking(order).parked(Phrase.VENDOR_SILENT.with(), NOW);
        assertThat(Remedies.of(silent)).containsExactly(Remedy.RETRY);
        assertThatThrownBy(() -> Remedies.calledOff(silent, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Example
    void has_nothing_to_remedy_where_nothing_is_parked() {
        assertThat(Remedies.of(Purchases.asking(order))).isEmpty();
    }

    @Example
    void decides_the_tax_where_a_vat_id_is_not_confirmed_and_an_address_where_a_mail_is_refused() {
        PurchaseRow purchased = Purchases.purchased(order, Account.NONE);
        PurchaseRow invalid = purchased.parked(Phrase.VAT_ID_INVALID.with("FR1", "falsch", "wrong"), NOW);
        assertThat(Remedies.of(invalid)).containsExactly(Remedy.RETRY, Remedy.DECIDE_TAX);
        assertThat(Remedies.isUnmailed(invalid)).isFalse();
        PurchaseRow refused = purchased.parked(Phrase.INVOICE_MAIL_REFUSED.with("unknown"), NOW);
        assertThat(Remedies.of(refused)).containsExactly(Remedy.RETRY);
        assertThat(Remedies.isUnmailed(refused)).isTrue();
    }

    @Example
    void counts_the_attempts_anew_after_a_retry() {
        PurchaseRow row = Purchases.asking(order);
        for (int attempt = 1; attempt < 6; attempt++) row = row.begun(NOW);
        assertThat(row.progress().fruitless()).isEqualTo(6);
        assertThat(Remedies.retried(row.parked(Phrase.WORKFLOW_FAILED.with("hopeless"), NOW), NOW)
                        .progress()
                        .fruitless())
                .isZero();
    }

    @Property
    @Tag("S45")
    void bills_what_was_sold_and_leaves_the_rest_to_a_purchase_of_its_own(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 4) Integer> quantities,
            @ForAll @Size(min = 6, max = 6) List<@IntRange(min = 0, max = 5) Integer> first,
            @ForAll @Size(min = 6, max = 6) List<@IntRange(min = 0, max = 5) Integer> second) {
        Order ordered = orderOf(quantities.stream()
                .map(quantity -> (Line) license(quantity, null))
                .toList());
        PurchaseRow sold = sells(Purchases.asking(ordered), ordered, first);
        Optional<PurchaseRow> rest = assertSplit(sold, ordered, 2);
        if (rest.isEmpty()) return;
        assertThat(Remedies.of(rest.get())).containsExactly(Remedy.RETRY, Remedy.CALL_OFF);
        PurchaseRow again = Buying.asking(Remedies.retried(rest.get(), NOW).begun(NOW), NOW);
        assertSplit(sells(again, ordered, second), ordered, 3);
    }

    /** What is accepted and what is left are together what was asked for. */
    private static Optional<PurchaseRow> assertSplit(PurchaseRow row, Order order, int restNumber) {
        if (!Remedies.of(row).contains(Remedy.ACCEPT)) return Optional.empty();
        Acceptance acceptance = Remedies.accepted(row, order, "agreed", restNumber, NOW);
        assertThat(acceptance.accepted().status()).isEqualTo(Status.PURCHASED);
        assertThat(acceptance.accepted().sale().accepted()).isEqualTo("agreed");
        Map<Integer, Integer> both = quantities(acceptance.accepted(), order);
        acceptance.rest().ifPresent(rest -> quantities(rest, order)
                .forEach((line, quantity) -> both.merge(line, quantity, Integer::sum)));
        assertThat(both).isEqualTo(quantities(row, order));
        return acceptance.rest();
    }

    private static Map<Integer, Integer> quantities(PurchaseRow row, Order order) {
        Map<Integer, Integer> quantities = new HashMap<>();
        row.lines().of(order).forEach((line, what) -> quantities.put(line, what.quantity()));
        return quantities;
    }

    private static PurchaseRow sells(PurchaseRow asking, Order order, List<Integer> quantities) {
        List<Entitlement> sold = new ArrayList<>();
        asking.lines().of(order).forEach((number, line) -> {
            for (int each = 0; each < quantities.get(number - 1); each++) {
                sold.add(Purchases.entitlement(number, line, "key"));
            }
        });
        return Purchases.completed(asking, order, Account.EXISTING, sold);
    }
}
