package afterorder.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.services.Deployed;
import afterorder.services.Faults;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

@ExtendWith(LocalServicesExtension.class)
class SecretsTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
    private Deployed purchase;
    private Secrets secrets;

    @BeforeEach
    void deploy(LocalServices services) {
        purchase = services.function("LicensePurchaseFunction");
        secrets = new Secrets(client(purchase), purchase.variable("VENDOR_ACCESS"), nanos::get);
    }

    @Test
    void reads_nothing_before_a_field_is_needed_and_then_once() {
        assertThat(purchase.operations()).isEmpty();
        assertThat(secrets.get("vendorToken")).isEqualTo("sandbox");
        nanos.addAndGet(Duration.ofMinutes(5).toNanos() - 1);
        assertThat(secrets.get("vendorWebhookSecret")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(purchase.operations()).containsExactly("GetSecretValue");
    }

    @Test
    void reads_again_after_five_minutes() {
        secrets.get("vendorToken");
        nanos.addAndGet(Duration.ofMinutes(5).toNanos());
        secrets.get("vendorToken");
        secrets.get("vendorToken");
        assertThat(purchase.operations()).isEqualTo(Collections.nCopies(2, "GetSecretValue"));
    }

    @Test
    void reads_again_after_a_failure() {
        purchase.disturbed(Faults.Kind.REFUSED, 1);
        assertThatThrownBy(() -> secrets.get("vendorToken")).isInstanceOf(SecretsManagerException.class);
        assertThat(secrets.get("vendorToken")).isEqualTo("sandbox");
    }

    @Test
    void says_which_field_is_missing_and_no_value() {
        assertThatThrownBy(() -> secrets.get("other"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has no other")
                .hasMessageNotContaining("sandbox");
    }

    @Test
    void no_other_function_may_read_it(LocalServices services) {
        Secrets stranger =
                new Secrets(client(services.function("InvoicingFunction")), purchase.variable("VENDOR_ACCESS"));
        assertThatThrownBy(() -> stranger.get("vendorToken"))
                .isInstanceOf(SecretsManagerException.class)
                .hasMessageContaining("secretsmanager:GetSecretValue");
    }

    private static SecretsManagerClient client(Deployed function) {
        return new Clients(function.endpoint(), function.region(), function.credentials()).secretsManager();
    }
}
