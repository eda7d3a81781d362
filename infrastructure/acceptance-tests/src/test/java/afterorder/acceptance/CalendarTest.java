package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.DistantShop;
import afterorder.acceptance.shop.Language;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Pdf;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges of the calendar, each the next one of its kind; the end of the vendor's sales comes once, so it comes early. */
@ExtendWith(DistantShop.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CalendarTest {
    private static final ZoneId SELLER = ZoneId.of("Europe/Berlin");
    private static final LocalTime BEFORE_PURCHASES = LocalTime.of(7, 58);
    private static final LocalTime AFTER_PURCHASES = LocalTime.of(8, 1);
    private static final LocalDate LAST_DAY_OF_DATA_CENTER = LocalDate.of(2028, 3, 30);

    @Test
    @Order(2)
    @Tag("S35")
    void what_the_vendor_no_longer_sells_is_refused_at_each_date_and_parked_when_it_begins_too_late(Shop shop) {
        LocalDate last = LAST_DAY_OF_DATA_CENTER;
        String reason = "is not sold from 2028-03-31 on: Atlassian sells and renews Data Center on 2028-03-30";
        assertRefused(posts(shop, anOrder().withDataCenter().purchaseOn("" + last.plusDays(1))), reason);
        String id = confirmed(shop, anOrder().withDataCenter().purchaseOn("" + last));
        assertRefused(moves(shop, id, last.plusDays(1)), reason);

        shop.vendor().next("{\"do\": \"refuse\", \"reason\": \"credit limit reached\"}");
        clockTo(shop, last, AFTER_PURCHASES);
        shop.awaitParked(id);
        clockTo(shop, last.plusDays(1), AFTER_PURCHASES);
        shop.desk("POST", "orders/" + id + "/purchases/1/retry", "");
        shop.minutesPassUntil(() -> parkedReason(shop, id).contains("2028-03-30"));
        assertThat(shop.vendor().purchasesOf(id)).isEmpty();
        assertThat(shop.desk("DELETE", "orders/" + id + "/purchases/1", "").statusCode())
                .isLessThan(300);
    }

    @Test
    @Tag("S3")
    @Tag("S35")
    @Tag("S44")
    void an_order_of_the_year_s_last_minute_utc_is_of_the_new_year_where_the_seller_is(Shop shop) {
        LocalDate newYear = today(shop).with(Month.JANUARY).withDayOfMonth(1).plusYears(1);
        Instant lastMinute =
                newYear.atStartOfDay(ZoneOffset.UTC).minusMinutes(1).toInstant();
        shop.clock().movesTo(lastMinute.toString());
        AnOrder german = anOrder().in(Language.DE).withCloud().purchaseOn("" + newYear);
        AnOrder english = anOrder().in(Language.EN).withCloud();
        HttpResponse<String> yesterday = posts(shop, anOrder().withCloud().purchaseOn("" + newYear.minusDays(1)));
        String first = shop.places(german);
        String second = shop.places(english);

        assertThat(yesterday.statusCode()).as(yesterday.body()).isEqualTo(422);
        assertThat(yesterday.body()).contains("/lines/0/purchaseOn");
        assertOfTheNewYear(shop.awaitDone(first), newYear);
        assertOfTheNewYear(shop.awaitDone(second), newYear);
        assertDated(shop, shop.mailbox().to(german.customerEmail()), Language.DE.says(newYear));
        assertDated(shop, shop.mailbox().to(english.customerEmail()), Language.EN.says(newYear));
    }

    @Test
    @Tag("S35")
    @Tag("S51")
    void a_purchase_moved_to_the_31st_is_made_then_and_a_month_from_it_ends_in_the_shorter_month(Shop shop) {
        LocalDate january = today(shop).with(Month.JANUARY).withDayOfMonth(31).plusYears(1);
        AnOrder order = anOrder()
                .in(Language.DE)
                .withCloud()
                .with(root -> root.withObject("/lines/0").put("months", 1))
                .purchaseOn("" + january.minusDays(3));
        String id = confirmed(shop, order);
        assertThat(moves(shop, id, january).statusCode()).isEqualTo(200);
        JsonNode done = madeOn(shop, id, january);

        Letter invoice = shop.mailbox().to(order.customerEmail()).getLast();
        assertThat(Pdf.behind(invoice.links().getLast(), shop.api()).text())
                .contains(Language.DE.says(january) + " bis "
                        + Language.DE.says(january.plusMonths(1).minusDays(1)));
        assertThat(done.at("/purchases/0/invoice/total").textValue()).isEqualTo("13566.00");
    }

    @Test
    @Order(1)
    @Tag("S35")
    void a_purchase_moved_to_the_29th_of_february_is_made_then_and_no_other_year_has_that_day(Shop shop) {
        int year = today(shop).getYear() + 1;
        while (!Year.isLeap(year)) year++;
        LocalDate leapDay = LocalDate.of(year, 2, 29);
        AnOrder order = anOrder().in(Language.EN).withCloud().purchaseOn("" + leapDay.minusDays(1));
        String id = confirmed(shop, order);
        HttpResponse<String> noDay =
                shop.changes("PUT", id + "/purchases/1", "{\"purchaseOn\": \"%d-02-29\"}".formatted(year + 1));
        assertThat(noDay.statusCode()).as(noDay.body()).isBetween(400, 422);
        assertThat(moves(shop, id, leapDay).statusCode()).isEqualTo(200);
        madeOn(shop, id, leapDay);
        assertDated(shop, List.of(shop.mailbox().to(order.customerEmail()).getLast()), Language.EN.says(leapDay));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one change of the clocks", "the other"})
    @Tag("S34")
    @Tag("S35")
    void on_the_day_of_a_change_of_the_clocks_a_purchase_begins_at_its_hour_once(String which, Shop shop) {
        LocalDate day = SELLER.getRules()
                .nextTransition(shop.clock().now())
                .getDateTimeBefore()
                .toLocalDate();
        String id = confirmed(shop, anOrder().withCloud().purchaseOn("" + day));
        madeOn(shop, id, day);
        clockTo(shop, day.plusDays(1), AFTER_PURCHASES);
        assertThat(shop.vendor().purchasesOf(id)).as(which).hasSize(1);
    }

    @Test
    @Tag("S35")
    void a_purchase_two_years_away_costs_nothing_while_it_waits(Shop shop) {
        LocalDate day = today(shop).plusYears(2);
        String id = confirmed(shop, anOrder().withCloud().purchaseOn("" + day));
        long calls = shop.callsFor(id);
        clockTo(shop, day.minusDays(1), AFTER_PURCHASES);
        assertThat(shop.callsFor(id)).isEqualTo(calls);
        madeOn(shop, id, day);
    }

    /** The purchase begins at the hour of purchases by the seller's clocks, not before. */
    private static JsonNode madeOn(Shop shop, String id, LocalDate day) {
        clockTo(shop, day, BEFORE_PURCHASES);
        assertThat(shop.order(id).at("/purchases/0/status").textValue()).isEqualTo("scheduled");
        assertThat(shop.vendor().purchasesOf(id)).isEmpty();
        clockTo(shop, day, AFTER_PURCHASES);
        JsonNode done = shop.awaitDone(id);
        assertThat(done.at("/purchases/0/invoice/issuedOn").textValue()).isEqualTo("" + day);
        assertThat(shop.vendor().purchasesOf(id)).hasSize(1);
        return done;
    }

    private static void assertOfTheNewYear(JsonNode done, LocalDate newYear) {
        assertThat(done.at("/confirmation/number").textValue()).startsWith("AB-" + newYear.getYear() + "-0000");
        JsonNode purchase = done.at("/purchases/0");
        assertThat(purchase.get("purchaseOn").textValue()).isEqualTo("" + newYear);
        assertThat(purchase.at("/invoice/number").textValue()).startsWith("R-" + newYear.getYear() + "-0000");
        assertThat(purchase.at("/invoice/issuedOn").textValue()).isEqualTo("" + newYear);
        assertThat(purchase.at("/deliveryNote/number").textValue()).startsWith("L-" + newYear.getYear() + "-0000");
    }

    /** Each document that the mails lead to names that day. */
    private static void assertDated(Shop shop, List<Letter> letters, String day) {
        assertThat(letters.stream().flatMap(letter -> letter.links().stream()).map(link -> Pdf.behind(link, shop.api())
                        .text()))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains(day));
    }

    private static void assertRefused(HttpResponse<String> answer, String reason) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(reason);
    }

    private static String parkedReason(Shop shop, String id) {
        return shop.order(id).at("/purchases/0/parked").toString();
    }

    private static HttpResponse<String> posts(Shop shop, AnOrder order) {
        return shop.api().post(order.json(), UUID.randomUUID().toString());
    }

    private static HttpResponse<String> moves(Shop shop, String id, LocalDate day) {
        return shop.changes("PUT", id + "/purchases/1", "{\"purchaseOn\": \"" + day + "\"}");
    }

    private static String confirmed(Shop shop, AnOrder order) {
        String id = shop.places(order);
        shop.awaitConfirmed(id);
        return id;
    }

    private static LocalDate today(Shop shop) {
        return LocalDate.ofInstant(shop.clock().now(), SELLER);
    }

    private static void clockTo(Shop shop, LocalDate day, LocalTime time) {
        shop.clock().movesTo(day.atTime(time).atZone(SELLER).toInstant().toString());
    }
}
