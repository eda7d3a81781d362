package afterorder.localcloud.vendor;

import static afterorder.localcloud.vendor.Sandbox.CLOUD;
import static afterorder.localcloud.vendor.Sandbox.json;
import static afterorder.localcloud.vendor.Sandbox.order;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether the technical contact has an account, at the purchase and since. */
class TechnicalContactTest extends SandboxTest {

    private static final String STRANGER = order(CLOUD).replace("true", "false");

    @Test
    @Tag("S38")
    void has_had_an_account_all_along() throws Exception {
        vendor.place("o-1", order(CLOUD));
        assertThat(accountOf("o-1")).isEqualTo("existing");
    }

    @Test
    @Tag("S41")
    void has_none_until_it_is_verified() throws Exception {
        vendor.place("o-1", STRANGER);
        assertThat(accountOf("o-1")).isEqualTo("none");
        vendor.restart();
        assertThat(accountOf("o-1")).isEqualTo("none");
        vendor.door("PUT", "/contacts/ada@muster.example", "{\"account\": \"verified\"}");
        assertThat(accountOf("o-1")).isEqualTo("verified");
        assertThat(json(vendor.find("o-1")).at("/technicalContact/account").asText())
                .isEqualTo("none");
        vendor.place("o-2", STRANGER);
        assertThat(accountOf("o-2")).isEqualTo("existing");
    }

    @Test
    void is_not_known_for_what_was_not_sold() throws Exception {
        assertThat(vendor.get("/orders/o-1/technical-contact").statusCode()).isEqualTo(404);
        vendor.next("{\"do\": \"refuse\", \"reason\": \"credit limit\"}");
        vendor.place("o-1", order(CLOUD));
        assertThat(vendor.get("/orders/o-1/technical-contact").statusCode()).isEqualTo(422);
    }

    private String accountOf(String reference) throws Exception {
        return json(vendor.get("/orders/" + reference + "/technical-contact"))
                .path("account")
                .asText();
    }
}
