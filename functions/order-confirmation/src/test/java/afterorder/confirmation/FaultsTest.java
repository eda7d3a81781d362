package afterorder.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.ConfirmationWishes;
import afterorder.order.DocumentKind;
import afterorder.order.confirmation.Confirmation;
import afterorder.order.purchase.PurchaseRow;
import afterorder.services.Deployed;
import afterorder.services.Faults.Kind;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whichever of its calls goes wrong, the order ends confirmed (or confirmed anew) under one number, and bought after the dispatch. */
@ExtendWith(LocalServicesExtension.class)
class FaultsTest {
    private static final Instant NOW = SampleOrder.PLACED;
    private static final int MOST_MINUTES = 20;
    private static final ConfirmationWishes OTHER_WISHES =
            new ConfirmationWishes("4500099999", null, null, null, Set.of(DocumentKind.CONFIRMATION));

    private final Shop shop;

    FaultsTest(LocalServices services) {
        this.shop = new Shop(services);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("S3")
    @Tag("S34")
    void ends_confirmed_whichever_call_goes_wrong(Kind kind) {
        List<String> calls = callsOfAnUndisturbedRun();
        List<String> numbers = new ArrayList<>();
        for (int call = 1; call <= calls.size(); call++) {
            String fault = "%s at call %d of %s".formatted(kind, call, calls);
            SampleOrder order = shop.places("licenses");
            shop.deliversDisturbed(order, kind, call, NOW);
            assertBoughtOnlyAfterTheMail(order, fault);
            shop.delivers(order, NOW);
            assertBoughtOnlyAfterTheMail(order, fault);
            for (int minute = 1; minute <= MOST_MINUTES && !hasBegun(order); minute++) {
                shop.looksAtOverdue(order, NOW.plus(Duration.ofMinutes(minute)));
                assertBoughtOnlyAfterTheMail(order, fault);
            }
            assertThat(shop.row(order).confirmation().status()).as(fault).isEqualTo(Confirmation.Status.SENT);
            assertThat(shop.documents(order)).as(fault).hasSize(1);
            assertThat(shop.mails(order)).as(fault).hasSize(doublesTheMail(kind, call, calls) ? 2 : 1);
            assertThat(hasBegun(order)).as(fault).isTrue();
            numbers.add(shop.row(order).number().orElseThrow());
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(2, calls.size() + 1)
                        .mapToObj(number -> "AB-2026-%05d".formatted(number))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    @Tag("S6")
    void ends_corrected_once_whichever_call_goes_wrong(Kind kind) {
        List<String> calls = callsOfAnUndisturbedCorrection();
        List<String> numbers = new ArrayList<>();
        for (int call = 1; call <= calls.size(); call++) {
            String fault = "%s at call %d of %s".formatted(kind, call, calls);
            SampleOrder order = wishingOtherwise();
            String first = shop.row(order).confirmation().replaces().number();
            List<PurchaseRow> purchases = shop.purchases(order);
            List<String> executions = shop.executions(order);
            shop.deliversDisturbed(order, kind, call, NOW);
            shop.delivers(order, NOW);
            for (int minute = 1; minute <= MOST_MINUTES && !shop.row(order).isSent(); minute++) {
                shop.looksAtConfirmation(order, NOW.plus(Duration.ofMinutes(minute)));
            }
            Confirmation corrected = shop.row(order).confirmation();
            assertThat(corrected.status()).as(fault).isEqualTo(Confirmation.Status.SENT);
            assertThat(corrected.replaces().number()).as(fault).isEqualTo(first);
            assertThat(shop.documents(order)).as(fault).hasSize(2);
            assertThat(shop.mails(order)).as(fault).hasSize(doublesTheMail(kind, call, calls) ? 3 : 2);
            assertThat(shop.purchases(order)).as(fault).isEqualTo(purchases);
            assertThat(shop.executions(order)).as(fault).isEqualTo(executions);
            numbers.add(first);
            numbers.add(corrected.number());
        }
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(3, 2 * calls.size() + 2)
                        .mapToObj(number -> "AB-2026-%05d".formatted(number))
                        .toList());
    }

    private List<String> callsOfAnUndisturbedCorrection() {
        Deployed undisturbed = shop.deployed();
        shop.delivers(wishingOtherwise(), undisturbed, NOW);
        return undisturbed.operations();
    }

    /** An order whose purchase has begun, and of which a corrected confirmation is wanted. */
    private SampleOrder wishingOtherwise() {
        SampleOrder order = shop.places("licenses");
        shop.delivers(order, NOW);
        shop.corrects(order, OTHER_WISHES, NOW);
        return order;
    }

    private List<String> callsOfAnUndisturbedRun() {
        SampleOrder order = shop.places("licenses");
        Deployed undisturbed = shop.deployed();
        shop.delivers(order, undisturbed, NOW);
        assertThat(hasBegun(order)).isTrue();
        return undisturbed.operations();
    }

    /** Only between SES and the record of what SES took; a client that got no answer from SES asks again by itself. */
    private static boolean doublesTheMail(Kind kind, int call, List<String> calls) {
        int mail = calls.indexOf("SendRawEmail") + 1;
        int record = calls.lastIndexOf("TransactWriteItems") + 1;
        return kind == Kind.ANSWER_LOST ? call == mail : call > mail && call <= record;
    }

    private boolean hasBegun(SampleOrder order) {
        List<PurchaseRow> purchases = shop.purchases(order);
        return !purchases.isEmpty()
                && purchases.stream().allMatch(row -> shop.executions(order).contains(row.executionName()));
    }

    private void assertBoughtOnlyAfterTheMail(SampleOrder order, String fault) {
        if (shop.mails(order).isEmpty()) {
            assertThat(shop.purchases(order)).as(fault).isEmpty();
            assertThat(shop.executions(order)).as(fault).isEmpty();
        }
    }
}
