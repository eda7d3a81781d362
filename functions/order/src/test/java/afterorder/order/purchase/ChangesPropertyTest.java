package afterorder.order.purchase;

import static afterorder.order.TestOrders.ID;
import static afterorder.order.TestOrders.license;
import static afterorder.order.TestOrders.orderOf;
import static afterorder.order.TestOrders.service;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Email;
import afterorder.order.LicenseLine;
import afterorder.order.Line;
import afterorder.order.LineSelection;
import afterorder.order.Order;
import afterorder.order.Phrase;
import afterorder.order.TechnicalContact;
import afterorder.order.billing.BilledPurchase;
import afterorder.order.confirmation.ContactChange;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.confirmation.PlanChanges;
import afterorder.order.purchase.PurchaseRow.Status;
import afterorder.order.row.Deadline;
import afterorder.order.row.Progress;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import afterorder.order.tax.Tax;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Whatever the customer changes, in whatever order, before the dispatch, after it, and while purchases begin and end. */
class ChangesPropertyTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-23T22:30:00Z");
    private static final Settings SETTINGS = Settings.bundled();
    private static final Seller SELLER = SETTINGS.seller();

    /** Something that happens. */
    enum Deed {
        MOVE,
        NOW,
        CALL_OFF,
        CONTACT,
        DISPATCH,
        BEGIN,
        BUY,
        PARK
    }

    /** @param purchase which one it is about, if it is about one */
    record Step(Deed deed, int purchase, int days) {}

    /** An order and its purchases, as the table would hold them. */
    private final class Shop {
        private final Order order;
        private final SortedMap<Integer, PurchaseRow> purchases = new TreeMap<>();
        private OrderRow row;
        private Instant now = RECEIVED;
        private BigDecimal bought = BigDecimal.ZERO;

        Shop(Order order) {
            this.order = order;
            this.row = OrderRow.received(ID, "shop", "hash", order, SELLER, SETTINGS.teams(), now)
                    .withVersion(1);
        }

        void does(Step step) {
            now = now.plus(Duration.ofHours(7));
            switch (step.deed()) {
                case MOVE -> moves(step, Wish.on(SELLER.dateAt(now).plusDays(step.days())));
                case NOW -> moves(step, Wish.atOnce(SELLER.dateAt(now)));
                case CALL_OFF -> callsOff(step);
                case CONTACT -> registers(step);
                case DISPATCH -> dispatches();
                case BEGIN -> becomes(step, Status.SCHEDULED, Status.PURCHASING);
                case BUY -> becomes(step, Status.PURCHASING, Status.INVOICED);
                case PARK ->
                    purchases.computeIfPresent(
                            step.purchase(),
                            (number, purchase) -> purchase.parked(Phrase.WORKFLOW_FAILED.with("why"), now));
            }
        }

        private void moves(Step step, Wish wish) {
            if (PlanChanges.move(row, step.purchase(), wish, SELLER, now)
                    instanceof PlanChanges.Outcome.Changed changed) row = changed.row();
            PurchaseRow purchase = purchases.get(step.purchase());
            if (purchase != null
                    && Changes.move(purchase, wish, SELLER, now) instanceof Changes.Outcome.Changed changed)
                store(changed.row());
        }

        private void callsOff(Step step) {
            if (PlanChanges.callOff(row, step.purchase(), now) instanceof PlanChanges.Outcome.Changed changed)
                row = changed.row();
            PurchaseRow purchase = purchases.get(step.purchase());
            if (purchase != null && Changes.callOff(purchase, now) instanceof Changes.Outcome.Changed changed)
                store(changed.row());
        }

        private void registers(Step step) {
            TechnicalContact wanted =
                    new TechnicalContact("Ada", new Email("ada" + step.days() + "@muster.example"), false);
            List<PurchaseRow> all = List.copyOf(purchases.values());
            TechnicalContact present = row.asItStands(order).technicalContact();
            if (ContactChange.of(row, all, present, wanted, now) instanceof ContactChange.Outcome.Changed changed) {
                row = changed.order();
                changed.purchases().forEach(this::store);
            }
        }

        private void dispatches() {
            if (row.isSent()) return;
            row = row.sending("AB-2026-00001", SELLER.dateAt(now), now).sent("first@eu-central-1.amazonses.com", now);
            TechnicalContact contact = row.asItStands(order).technicalContact();
            row.plans().forEach(plan -> store(PurchaseRow.scheduled(ID, plan, contact, SELLER, now)));
        }

        private void becomes(Step step, Status from, Status to) {
            PurchaseRow purchase = purchases.get(step.purchase());
            if (purchase == null || purchase.status() != from || purchase.isParked()) return;
            Progress progress = from == Status.SCHEDULED ? purchase.begun(now).progress() : purchase.progress();
            store(purchase.with(to, progress));
            if (to == Status.INVOICED) bought = bought.add(gross(purchase));
        }

        private BigDecimal gross(PurchaseRow purchase) {
            BigDecimal net = purchase.lines().of(order).values().stream()
                    .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return net.multiply(new BigDecimal("1.19")).setScale(2, RoundingMode.HALF_UP);
        }

        BigDecimal invoiced() {
            return purchases.values().stream()
                    .filter(purchase -> purchase.status() == Status.INVOICED)
                    .map(purchase -> new BilledPurchase(purchase, order, SELLER)
                            .total(Tax.of(order.customer(), SELLER.vatPercent()))
                            .amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private void store(PurchaseRow purchase) {
            purchases.put(purchase.number(), purchase.withVersion(purchase.version() + 1));
        }

        List<Integer> linesInPurchases() {
            List<LineSelection> selections = new ArrayList<>();
            if (row.isSent()) purchases.values().forEach(purchase -> selections.add(purchase.lines()));
            else row.plans().forEach(plan -> selections.add(plan.lines()));
            return selections.stream()
                    .flatMap(selection -> selection.numbers().stream())
                    .sorted()
                    .toList();
        }
    }

    @Property
    @Tag("S35")
    @Tag("S45")
    void every_license_line_stays_in_exactly_one_purchase(
            @ForAll("orders") Order order, @ForAll("steps") List<Step> steps) {
        Shop shop = new Shop(order);
        List<Integer> licenses = List.copyOf(order.licenses().keySet());
        assertThat(shop.linesInPurchases()).isEqualTo(licenses);
        for (Step step : steps) {
            shop.does(step);
            assertThat(shop.linesInPurchases()).as("after %s", step).isEqualTo(licenses);
        }
    }

    @Property
    @Tag("S35")
    void what_has_begun_or_was_called_off_is_never_changed_by_the_customer(
            @ForAll("orders") Order order, @ForAll("steps") List<Step> steps) {
        Shop shop = new Shop(order);
        for (Step step : steps) {
            SortedMap<Integer, PurchaseRow> before = new TreeMap<>(shop.purchases);
            shop.does(step);
            if (List.of(Deed.BEGIN, Deed.BUY, Deed.PARK).contains(step.deed())) continue;
            before.values().stream()
                    .filter(purchase -> purchase.status() != Status.SCHEDULED)
                    .forEach(purchase -> assertThat(shop.purchases.get(purchase.number()))
                            .as("after %s", step)
                            .isSameAs(purchase));
        }
    }

    @Property
    @Tag("S35")
    void what_is_planned_waits_for_its_date_and_what_was_called_off_for_nothing(
            @ForAll("orders") Order order, @ForAll("steps") List<Step> steps) {
        Shop shop = new Shop(order);
        for (Step step : steps) {
            shop.does(step);
            shop.purchases.values().forEach(purchase -> {
                boolean waits = purchase.status() == Status.SCHEDULED && !purchase.isParked();
                assertThat(purchase.progress().deadlines().containsKey(Deadline.PURCHASE))
                        .as("%s after %s", purchase.status(), step)
                        .isEqualTo(waits);
                if (waits && purchase.purchaseOn().isAfter(SELLER.dateAt(shop.now))) {
                    assertThat(purchase.progress().deadlines())
                            .containsEntry(Deadline.PURCHASE, SELLER.purchaseTime(purchase.purchaseOn(), shop.now));
                }
            });
        }
    }

    @Property
    @Tag("S45")
    void the_sum_of_what_is_invoiced_is_the_sum_of_what_was_bought(
            @ForAll("orders") Order order, @ForAll("steps") List<Step> steps) {
        Shop shop = new Shop(order);
        for (Step step : steps) {
            shop.does(step);
            assertThat(shop.invoiced()).as("after %s", step).isEqualByComparingTo(shop.bought);
        }
    }

    @Property
    @Tag("S36")
    void all_that_has_not_begun_is_for_one_contact(@ForAll("orders") Order order, @ForAll("steps") List<Step> steps) {
        Shop shop = new Shop(order);
        for (Step step : steps) {
            shop.does(step);
            TechnicalContact contact = shop.row.asItStands(order).technicalContact();
            assertThat(shop.purchases.values().stream().filter(purchase -> purchase.status() == Status.SCHEDULED))
                    .as("after %s", step)
                    .allMatch(purchase -> purchase.technicalContact().equals(contact));
        }
    }

    @Provide
    Arbitrary<Order> orders() {
        Arbitrary<Line> licenses = Arbitraries.integers()
                .between(0, 4)
                .map(days ->
                        license(1, days == 0 ? null : LocalDate.of(2026, 11, 23).plusDays(days)));
        return Arbitraries.oneOf(licenses, licenses, Arbitraries.of((Line) service()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .filter(lines -> lines.stream().anyMatch(LicenseLine.class::isInstance))
                .map(lines -> orderOf(lines));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of(Deed.values()),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 30))
                .as(Step::new);
        return step.list().ofMaxSize(40);
    }
}
