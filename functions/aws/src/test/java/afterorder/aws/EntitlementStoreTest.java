package afterorder.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.LicenseLine.Deployment;
import afterorder.order.purchase.EnteredLicense;
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import afterorder.services.Deployed;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalServicesExtension.class)
class EntitlementStoreTest {
    private static final String KEY = "AAABjQ0ODAoPeNpKEYKEYKEY";
    private static final Entitlement LICENSE = new Entitlement(
            1,
            "jira",
            Deployment.DATA_CENTER,
            500,
            "SEN-1",
            KEY,
            null,
            null,
            LocalDate.of(2026, 11, 23),
            LocalDate.of(2027, 11, 22));

    private final ObjectStore keys;
    private final EntitlementStore store;
    private final SampleOrder order = SampleOrder.of("licenses");

    EntitlementStoreTest(LocalServices services) {
        Deployed function = services.function("LicensePurchaseFunction");
        Clients clients = new Clients(function.endpoint(), function.region(), function.credentials());
        keys = new ObjectStore(clients.s3(), function.variable("KEYS_BUCKET"));
        store = new EntitlementStore(keys);
    }

    @Test
    @Tag("S49")
    void gives_back_what_was_bought_with_its_keys() {
        String object = store.keep(purchase(), List.of(LICENSE));
        assertThat(object).startsWith(order.id() + "/" + order.id() + "-purchase-1-1/");
        String more = store.keep(purchase(), List.of(LICENSE, LICENSE));
        assertThat(store.readAll(List.of(object, more))).containsExactly(LICENSE, LICENSE, LICENSE);
        assertThat(store.keep(purchase(), List.of(LICENSE))).isEqualTo(object);
    }

    @Test
    @Tag("S49")
    void gives_back_what_the_desk_entered() {
        EnteredLicense first = new EnteredLicense(1, "SEN-1", KEY);
        EnteredLicense second = new EnteredLicense(1, "SEN-2", KEY + KEY);
        String object = store.keepEntered(purchase(), List.of(first));
        assertThat(object).startsWith(order.id() + "/" + order.id() + "-purchase-1-1/entered/");
        assertThat(store.keepEntered(purchase(), List.of(first))).isEqualTo(object);
        String more = store.keepEntered(purchase(), List.of(second));
        assertThat(store.readEntered(List.of(object, more))).containsExactly(first, second);
        assertThat(first.toString()).contains("SEN-1").doesNotContain(KEY);
    }

    @Test
    void names_no_key_where_an_entitlement_is_shown() {
        assertThat(LICENSE.toString()).contains("SEN-1").doesNotContain(KEY);
        assertThat(List.of(LICENSE).toString()).doesNotContain(KEY);
    }

    @Test
    void names_no_key_where_the_stored_cannot_be_read() {
        String object = order.id() + "/broken.json";
        keys.keep(object, ("[{\"key\": \"" + KEY).getBytes(StandardCharsets.UTF_8), "application/json");
        assertThatThrownBy(() -> store.readAll(List.of(object)))
                .hasMessageContaining(object)
                .satisfies(failure -> assertThat(trace(failure)).doesNotContain(KEY));
    }

    private PurchaseRow purchase() {
        Seller seller = Settings.bundled().seller();
        return PurchaseRow.scheduled(
                order.id(),
                order.row().plans().getFirst(),
                order.order().technicalContact(),
                seller,
                SampleOrder.PLACED);
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
