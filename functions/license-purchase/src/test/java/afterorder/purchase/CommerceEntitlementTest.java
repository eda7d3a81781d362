package afterorder.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.VendorUnavailable;
import dev.failsafe.RateLimiter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommerceEntitlementTest {
    private static final String DETAILS = """
            {"entitlementId": "e-1", "status": "ACTIVE", "slug": "SEN-1", "offeringKey": "jira-service-management-data-center",
             "optedQuantities": [{"chargeElement": "agent", "quantity": 3}, {"chargeElement": "user", "quantity": 500}],
             "order": {"id": "AT-1", "itemId": "AT-1-1"}, "subscriptionv2": {"startTimestamp": %s, "endTimestamp": %s}}""";

    @ParameterizedTest
    @CsvSource({
        "'\"2026-11-23T00:00:00Z\"', '\"2027-11-23T00:00:00Z\"'",
        "'\"2026-11-23T00:00:00.000Z\"', 1826928000000",
        "1795392000000, '\"1826928000000\"'"
    })
    void understands_moments_as_text_and_as_milliseconds(String start, String end) throws Exception {
        Entitlement told = told(DETAILS.formatted(start, end));
        assertThat(told.startsOn()).hasToString("2026-11-23");
        assertThat(told.endsOn()).hasToString("2027-11-22");
        assertThat(told.lasts(12)).isTrue();
        assertThat(told.product()).isEqualTo("jira-service-management");
        assertThat(told.users()).isEqualTo(500);
    }

    @Test
    void does_not_guess_what_it_does_not_understand() throws Exception {
        String sound = DETAILS.formatted("1795392000000", "1826928000000");
        for (String strange : new String[] {
            DETAILS.formatted("\"soon\"", "1826928000000"),
            sound.replace("-data-center", "-on-the-moon"),
            sound.replace("\"slug\"", "\"snail\""),
            sound.replace("\"startTimestamp\"", "\"begins\"")
        }) {
            assertThatThrownBy(() -> told(strange))
                    .isInstanceOf(VendorUnavailable.class)
                    .hasMessage("commerce's answer for entitlement e-1 cannot be read");
        }
    }

    private static Entitlement told(String details) throws Exception {
        try (AnsweringServer server = new AnsweringServer(200, details)) {
            VendorHttp http = new VendorHttp("commerce", server.address(), Map::of, Duration.ofSeconds(5));
            RateLimiter<Object> pace =
                    RateLimiter.smoothBuilder(Duration.ofMillis(1)).build();
            return new Commerce(http, pace).entitlement("e-1");
        }
    }
}
