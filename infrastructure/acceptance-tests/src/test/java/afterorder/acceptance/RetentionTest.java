package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.Api;
import afterorder.acceptance.shop.AwsDoor;
import afterorder.acceptance.shop.DeskDoor;
import afterorder.acceptance.shop.InMovingShop;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** What is kept, for how long, and how a customer gets what is kept of it. */
@InMovingShop
class RetentionTest {
    private static final String CUSTOMER = "C-EXPORT";

    /** The confirmation need not be kept any more then, the invoice must. */
    private static final String SEVEN_YEARS = "P2556D";

    private static final String TWO_YEARS = "P731D";

    @Test
    @Tag("S44")
    void an_invoice_is_neither_deleted_nor_replaced_before_its_time(Shop shop) {
        JsonNode order = shop.completes(anOrder().withDataCenter(1));
        String number = order.at("/purchases/0/invoice/number").textValue();
        String key = "invoices/" + order.get("id").textValue() + "/" + number + ".pdf";
        int year = Integer.parseInt(
                order.at("/purchases/0/invoice/issuedOn").textValue().substring(0, 4));
        try (AwsDoor aws = new AwsDoor(shop)) {
            HeadObjectResponse invoice = aws.document(key);
            assertThat(invoice.objectLockModeAsString()).isEqualTo("GOVERNANCE");
            assertThat(invoice.objectLockRetainUntilDate()).isEqualTo((year + 8) + "-12-31T23:00:00Z");
            assertThatThrownBy(() -> aws.deletes(key, invoice.versionId())).hasMessageContaining("object lock");
            aws.replaces(key, "another invoice");
            assertThat(aws.document(key, invoice.versionId()).contentLength()).isEqualTo(invoice.contentLength());
        }
    }

    @Test
    @Tag("S44")
    void the_row_of_an_order_goes_when_its_last_document_need_not_be_kept_any_more(@TempDir Path data) {
        try (Shop shop = Shop.open(data);
                AwsDoor aws = new AwsDoor(shop)) {
            String id = shop.completes(anOrder().withDataCenter(1)).get("id").textValue();
            shop.clock().advances(SEVEN_YEARS);
            shop.minutesPass(2);
            assertThat(order(aws, id)).doesNotContainKey("expiresAt");
            shop.clock().advances(TWO_YEARS);
            shop.minutesPassUntil(() -> order(aws, id).containsKey("expiresAt"));
        }
    }

    private static Map<String, AttributeValue> order(AwsDoor aws, String id) {
        return aws.rows().stream()
                .filter(row ->
                        row.get("orderId").s().equals(id) && row.get("part").s().equals("order"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("S49")
    void a_key_is_deleted_ninety_days_after_its_term_and_the_order_stays(@TempDir Path data) {
        try (Shop shop = Shop.open(data);
                AwsDoor aws = new AwsDoor(shop)) {
            String id = shop.completes(anOrder().withDataCenter(1)).get("id").textValue();
            String key = beginning(shop.vendor().keysOf(id).getFirst());
            shop.clock().advances("P453D");
            shop.minutesPass(2);
            assertThat(aws.soldTo(id)).contains(key);
            shop.clock().advances("P4D");
            shop.minutesPassUntil(() -> !aws.soldTo(id).contains(key));
            assertThat(aws.soldTo(id)).contains("SEN-");
            assertThat(shop.order(id).get("status").textValue()).isEqualTo("done");
        }
    }

    @Test
    void a_customers_export_is_mailed_to_the_desk_with_every_order_and_document(Shop shop) throws IOException {
        JsonNode licenses =
                shop.completes(of(CUSTOMER, anOrder().withDataCenter(1).withCloud()));
        JsonNode service = shop.completes(of(CUSTOMER, anOrder().withCloud()));
        shop.completes(of("C-OTHER", anOrder().withCloud()));
        assertThat(shop.desk("POST", "customers/C-NOBODY/export", "").statusCode())
                .isEqualTo(404);
        HttpResponse<String> wanted = shop.desk("POST", "customers/" + CUSTOMER + "/export", "");
        assertThat(wanted.statusCode()).as(wanted.body()).isEqualTo(202);
        assertThat(shop.desk("POST", "customers/" + CUSTOMER + "/export", "").body())
                .isEqualTo(wanted.body());
        shop.minutesPassUntil(
                () -> !shop.mailbox().about(DeskDoor.DESK, CUSTOMER).isEmpty());
        assertThat(shop.mailbox().about(DeskDoor.DESK, CUSTOMER)).hasSize(1);
        Letter mail = shop.mailbox().about(DeskDoor.DESK, CUSTOMER).getFirst();
        assertThat(mail.subject()).isEqualTo("Datenauszug – Kunde " + CUSTOMER);

        HttpResponse<String> redirect = shop.api().get(mail.links().getFirst());
        assertThat(redirect.statusCode()).isEqualTo(302);
        HttpResponse<byte[]> zip =
                shop.api().bytes(redirect.headers().firstValue("location").orElseThrow());
        assertThat(zip.headers().firstValue("content-type")).hasValue("application/zip");
        Map<String, byte[]> entries = entries(zip.body());
        assertThat(entries.keySet()).hasSize(8).contains(name(licenses, "order"), name(service, "order"));
        for (JsonNode order : new JsonNode[] {licenses, service}) {
            String id = order.get("id").textValue();
            for (String number : new String[] {"/confirmation", "/purchases/0/invoice", "/purchases/0/deliveryNote"}) {
                String document = order.at(number + "/number").textValue();
                assertThat(entries.get(id + "/" + document + ".pdf")).asString().startsWith("%PDF");
            }
        }
        JsonNode exported =
                Api.json(new String(entries.get(name(licenses, "order")), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(exported.at("/order/customer/number").textValue()).isEqualTo(CUSTOMER);
        assertThat(exported.at("/purchases/0/status").textValue()).isEqualTo("invoiced");
        String key = shop.vendor().keysOf(licenses.get("id").textValue()).getFirst();
        assertThat(exported.toString()).doesNotContain(beginning(key));
    }

    /** Its first line: JSON writes the ends of lines otherwise. */
    private static String beginning(String key) {
        return key.lines().findFirst().orElseThrow();
    }

    private static String name(JsonNode order, String what) {
        return order.get("id").textValue() + "/" + what + ".json";
    }

    private static AnOrder of(String customer, AnOrder order) {
        return order.with(json -> ((ObjectNode) json.get("customer")).put("number", customer));
    }

    private static Map<String, byte[]> entries(byte[] bytes) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
