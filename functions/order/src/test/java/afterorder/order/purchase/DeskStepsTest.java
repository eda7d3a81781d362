package afterorder.order.purchase;

import static afterorder.order.TestOrders.license;
import static afterorder.order.TestOrders.orderOf;
import static afterorder.order.purchase.Purchases.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Order;
import afterorder.order.Phrase;
import afterorder.order.link.Target;
import afterorder.order.purchase.Remedies.Remedy;
import afterorder.order.row.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DeskStepsTest {
    private static final Instant REMIND_AT = NOW.plus(Duration.ofHours(4));
    private static final Instant ESCALATE_AT = NOW.plus(Duration.ofHours(8));
    private static final String KEY = "A".repeat(100);

    private final Order order = orderOf(license(3, null));

    @Example
    void asks_the_vendor_when_order_number_account_and_keys_are_in() {
        PurchaseRow numbered = entered(commissioned(order), entry("AT-1", Account.EXISTING), 2);
        assertThat(numbered.progress().deadlines()).containsOnlyKeys(Deadline.DESK, Deadline.NOTICE);
        PurchaseRow complete = entered(numbered, entry(null, null), 3);
        assertThat(complete.progress().deadlines())
                .containsEntry(Deadline.NEXT_ATTEMPT, NOW)
                .doesNotContainKey(Deadline.DESK);
        assertThat(DeskSteps.entered(complete, entry("AT-1", null), keyObjects(), 3, 3, NOW))
                .isEmpty();
    }

    @Example
    void waits_for_the_desk_again_when_a_key_is_withdrawn() {
        PurchaseRow complete = entered(commissioned(order), entry("AT-1", Account.NONE), 3);
        PurchaseRow withdrawn = entered(complete, entry(null, null), 2);
        assertThat(withdrawn.progress().deadlines())
                .doesNotContainKey(Deadline.NEXT_ATTEMPT)
                .containsEntry(Deadline.DESK, ESCALATE_AT);
    }

    @Example
    void reads_anew_under_another_number_what_was_sold_otherwise() {
        PurchaseRow complete = entered(commissioned(order), entry("AT-1", Account.NONE), 3);
        PurchaseRow deviating = Purchases.completed(
                Buying.asking(complete.begun(NOW), NOW),
                order,
                Account.NONE,
                Purchases.soldAsOrdered(orderOf(license(1, null))));
        assertThat(deviating.isParked()).isTrue();
        assertThat(DeskSteps.isOpen(deviating)).isTrue();
        PurchaseRow corrected = entered(deviating, entry("AT-2", null), 3);
        assertThat(corrected.isParked()).isFalse();
        assertThat(corrected.vendor().readBack()).isNull();
        assertThat(corrected.vendor().deviating()).isNull();
        assertThat(corrected.progress().deadlines()).containsEntry(Deadline.NEXT_ATTEMPT, NOW);
        assertThat(corrected.awaitsAnswerTo(complete)).isFalse();
    }

    @Example
    void is_closed_while_it_is_read_back_and_afterwards() {
        PurchaseRow complete = entered(commissioned(order), entry("AT-1", Account.NONE), 3);
        PurchaseRow reading =
                Buying.read(complete, new VendorOrder.ReadBack(Account.NONE, List.of("keys.json"), "next"), NOW);
        assertThat(DeskSteps.isOpen(reading)).isFalse();
        assertThat(DeskSteps.isOpen(Purchases.purchased(order, Account.NONE))).isFalse();
    }

    @Example
    @Tag("S41")
    void has_the_vendor_asked_at_once_when_the_desk_sees_the_account_verified() {
        PurchaseRow complete = entered(commissioned(order), entry("AT-1", Account.NONE), 3);
        PurchaseRow purchased = Purchases.completed(
                Buying.asking(complete.begun(NOW), NOW), order, Account.NONE, Purchases.soldAsOrdered(order));
        assertThat(DeskSteps.awaitsAccount(purchased)).isTrue();
        PurchaseRow seen =
                DeskSteps.accountSeen(purchased, Account.VERIFIED, NOW).orElseThrow();
        assertThat(seen.progress().deadlines()).containsEntry(Deadline.VERIFICATION, NOW);
        assertThat(DeskSteps.accountSeen(seen, Account.VERIFIED, NOW)).isEmpty();
    }

    @Example
    void numbers_the_links_of_a_later_task_on_so_that_no_earlier_one_opens_it() {
        PurchaseRow first = commissioned(order);
        PurchaseRow relinked = withNewLink(first);
        PurchaseRow second = commissioned(Buying.refused(relinked, Phrase.REFUSED_BY_VENDOR.with("no credit"), NOW));
        PurchaseRow third =
                commissioned(Buying.refused(withNewLink(second), Phrase.REFUSED_BY_VENDOR.with("no credit"), NOW));
        assertThat(second.vendor().desk().link())
                .isGreaterThan(relinked.vendor().desk().link());
        for (int link = 1; link < third.vendor().desk().link(); link++) {
            assertThat(DeskSteps.isOpenedBy(new Target.Task(1, link), third))
                    .as("link " + link)
                    .isFalse();
        }
        assertThat(DeskSteps.isOpenedBy(new Target.Task(1, 5), third)).isTrue();
    }

    @Example
    void opens_no_rest_of_a_purchase_by_a_link_to_that_purchase() {
        PurchaseRow task = commissioned(order);
        Target.Task mailed = new Target.Task(1, task.vendor().desk().link());
        PurchaseRow deviating =
                Purchases.completed(task, order, Account.EXISTING, Purchases.soldAsOrdered(orderOf(license(1, null))));
        PurchaseRow rest =
                Remedies.accepted(deviating, order, "agreed", 2, NOW).rest().orElseThrow();
        assertThat(DeskSteps.isOpenedBy(mailed, commissioned(rest.begun(NOW)))).isFalse();
        assertThat(DeskSteps.isOpenedBy(mailed, Remedies.calledOff(task, NOW))).isTrue();
    }

    @Example
    @Tag("S41")
    void has_the_vendor_asked_also_about_an_account_that_was_given_up() {
        PurchaseRow complete = entered(commissioned(order), entry("AT-1", Account.NONE), 3);
        PurchaseRow row = Purchases.completed(complete, order, Account.NONE, Purchases.soldAsOrdered(order));
        while (row.sale().account().isPending()) {
            Instant due = row.progress().deadlines().get(Deadline.VERIFICATION);
            row = Verification.answered(row, row.sale().account().looks(), Account.NONE, due)
                    .orElseThrow();
        }
        assertThat(DeskSteps.awaitsAccount(row)).isTrue();
        PurchaseRow seen = DeskSteps.accountSeen(row, Account.VERIFIED, NOW).orElseThrow();
        assertThat(seen.progress().deadlines()).containsEntry(Deadline.VERIFICATION, NOW);
    }

    @Example
    void gives_up_what_the_desk_has_not_bought() {
        PurchaseRow task = commissioned(order);
        assertThat(Remedies.of(task)).containsExactly(Remedy.CALL_OFF);
        assertThat(Remedies.of(entered(task, entry("AT-1", null), 0))).isEmpty();
        assertThat(Remedies.of(entered(task, entry("AT-1", null), 0).parked(Phrase.WORKFLOW_FAILED.with("lost"), NOW)))
                .containsExactly(Remedy.RETRY);
    }

    /** Whatever is entered, withdrawn and entered again: each SEN once, the last entry counts, no line has too many. */
    @Property(tries = 200)
    void counts_the_last_entry_for_a_sen_and_never_more_than_were_ordered(
            @ForAll @Size(max = 20) List<@Size(max = 3) List<@IntRange(min = 0, max = 5) Integer>> entries,
            @ForAll @Size(min = 20, max = 20) List<@IntRange(min = 0, max = 6) Integer> withdrawn) {
        Order two = orderOf(license(2, null), license(3, null));
        EnteredLicenses entered = EnteredLicenses.of(List.of());
        Map<String, EnteredLicense> expected = new HashMap<>();
        for (int call = 0; call < entries.size(); call++) {
            List<EnteredLicense> licenses = new ArrayList<>();
            for (int number : entries.get(call)) {
                licenses.add(new EnteredLicense(1 + (number + call) % 2, "SEN-" + number, KEY + call));
            }
            DeskEntry entry = new DeskEntry(null, null, licenses, Set.of("SEN-" + withdrawn.get(call)));
            List<String> mistakes = new ArrayList<>();
            entered.check(entry, two.licenses(), (place, detail) -> mistakes.add(place));
            if (!mistakes.isEmpty()) continue;
            entered = entered.with(entry);
            expected.keySet().removeAll(entry.withdrawn());
            licenses.forEach(license -> expected.put(license.sen(), license));
        }
        List<EnteredLicense> all =
                entered.batches().stream().flatMap(List::stream).toList();
        assertThat(new HashSet<>(all)).isEqualTo(new HashSet<>(expected.values()));
        assertThat(entered.sensOf(1)).hasSizeLessThanOrEqualTo(2);
        assertThat(entered.sensOf(2)).hasSizeLessThanOrEqualTo(3);
        assertThat(entered.count()).isEqualTo(all.size());
    }

    private static PurchaseRow commissioned(Order order) {
        return commissioned(Purchases.asking(order));
    }

    private static PurchaseRow commissioned(PurchaseRow row) {
        return DeskSteps.commissioned(row, REMIND_AT, ESCALATE_AT, NOW);
    }

    private static PurchaseRow entered(PurchaseRow row, DeskEntry entry, int keys) {
        Optional<PurchaseRow> entered = DeskSteps.entered(row, entry, keyObjects(), keys, 3, NOW);
        return entered.orElse(row);
    }

    private static PurchaseRow withNewLink(PurchaseRow row) {
        PurchaseRow mailed = row;
        while (!mailed.progress().outbox().isEmpty()) {
            mailed = mailed.withProgress(mailed.progress().notified());
        }
        return DeskSteps.withNewLink(mailed, NOW).orElseThrow();
    }

    private static List<String> keyObjects() {
        return List.of("entered.json");
    }

    private static DeskEntry entry(String vendorOrder, Account account) {
        return new DeskEntry(vendorOrder, account, List.of(), Set.of());
    }
}
