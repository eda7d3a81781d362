package afterorder.export;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.ObjectStore;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.order.DocumentKind;
import afterorder.order.Json;
import afterorder.order.LineSelection;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.correction.Request;
import afterorder.order.correction.Wanted;
import afterorder.order.export.ExportRow;
import afterorder.order.notice.Notice;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.Deadline;
import afterorder.order.settings.Settings;
import afterorder.services.Deployed;
import afterorder.services.Faults;
import afterorder.services.InvocationContext;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalServicesExtension.class)
class CustomerExportTest {
    private static final Instant NOW = SampleOrder.PLACED;
    private static final String CUSTOMER = "C-10042";

    private final LocalServices services;
    private final String table;
    private final Rows rows;
    private final Orders orders;
    private final ObjectStore documents;

    CustomerExportTest(LocalServices services) {
        this.services = services;
        this.table = services.newTable();
        Clients clients = new Clients(services.endpoint(), services.region(), services.credentials());
        this.rows = new Rows(clients.dynamoDb(), table);
        this.documents = new ObjectStore(clients.s3(), deployed().variable("DOCUMENTS_BUCKET"));
        this.orders = new Orders(clients.dynamoDb(), table, documents);
    }

    @Test
    void puts_all_orders_of_the_customer_and_their_documents_into_a_zip() throws Exception {
        SampleOrder first = billed();
        SampleOrder second = order();
        rows.save(ExportRow.first(CUSTOMER, NOW));
        assertThat(deliver(deployed()).getBatchItemFailures()).isEmpty();
        Map<String, byte[]> entries = entries();
        assertThat(entries)
                .containsOnlyKeys(
                        first.id() + "/order.json",
                        first.id() + "/AB-1.pdf",
                        first.id() + "/R-1.pdf",
                        first.id() + "/L-1.pdf",
                        first.id() + "/S-1.pdf",
                        second.id() + "/order.json");
        assertThat(entries.get(first.id() + "/R-1.pdf")).asString().isEqualTo("R-1 of " + first.id());
        JsonNode exported = Json.MAPPER.readTree(entries.get(first.id() + "/order.json"));
        assertThat(exported.at("/order/customer/number").asText()).isEqualTo(CUSTOMER);
        assertThat(exported.at("/row/receivedAt").asText()).isEqualTo(NOW.toString());
        assertThat(exported.at("/vatId/proofs")).isEmpty();
        assertThat(exported.at("/corrections/0/wanted/invoice").asText()).isEqualTo("R-1");
        assertThat(exported.at("/purchases/0/status").asText()).isEqualTo("scheduled");
        assertThat(row().progress().outbox().notices()).containsExactly(new Notice.Exported(1));
        assertThat(row().progress().deadlines()).containsOnlyKeys(Deadline.NOTICE);
    }

    @Test
    void wherever_it_dies_a_repetition_makes_the_same_export_and_one_mail() throws Exception {
        billed();
        rows.save(ExportRow.first(CUSTOMER, NOW));
        Deployed undisturbed = deployed();
        deliver(undisturbed);
        int calls = undisturbed.operations().size();
        assertThat(undisturbed.operations()).contains("CompleteMultipartUpload", "UpdateItem");
        for (int call = 1; call <= calls; call++) {
            rows.save(row().next(NOW).orElseThrow());
            int number = row().number();
            deliver(deployed().disturbed(Faults.Kind.DEAD_FROM_HERE, call), number);
            assertThat(deliver(deployed(), number).getBatchItemFailures()).isEmpty();
            assertThat(row().done()).as("died at call " + call).isTrue();
            assertThat(entries()).hasSize(5);
            ExportRow done = row();
            assertThat(deliver(deployed(), number).getBatchItemFailures()).isEmpty();
            assertThat(row()).isEqualTo(done);
            assertThat(done.progress().outbox().notices()).containsOnlyOnce(new Notice.Exported(number));
        }
    }

    /** More than are read at a time. */
    @Test
    void puts_each_of_many_orders_into_it_once() throws Exception {
        List<String> names = IntStream.range(0, 40)
                .mapToObj(each -> order().id() + "/order.json")
                .toList();
        rows.save(ExportRow.first(CUSTOMER, NOW));
        assertThat(deliver(deployed()).getBatchItemFailures()).isEmpty();
        assertThat(entries().keySet()).containsExactlyInAnyOrderElementsOf(names);
    }

    /** Larger than a part of the upload. */
    @Test
    void writes_a_zip_of_many_megabytes_in_parts() throws Exception {
        SampleOrder order = order();
        byte[] large = new byte[20 * 1024 * 1024];
        new java.util.Random(7).nextBytes(large);
        documents.keep(DocumentKind.INVOICE.objectKey(order.id(), "R-1"), large, "application/pdf");
        rows.save(ExportRow.first(CUSTOMER, NOW));
        Deployed deployed = deployed();
        assertThat(deliver(deployed).getBatchItemFailures()).isEmpty();
        assertThat(deployed.operations().stream().filter("UploadPart"::equals)).hasSize(3);
        assertThat(entries().get(order.id() + "/R-1.pdf")).isEqualTo(large);
    }

    private SampleOrder order() {
        SampleOrder order = SampleOrder.of("licenses");
        orders.create(order.row(), order.order(), SampleOrder.RETENTION);
        return order;
    }

    private SampleOrder billed() {
        SampleOrder order = order();
        rows.save(PurchaseRow.scheduled(
                order.id(),
                order.row().plans().getFirst(),
                order.order().technicalContact(),
                Settings.bundled().seller(),
                NOW));
        keep(DocumentKind.CONFIRMATION, order, "AB-1");
        keep(DocumentKind.INVOICE, order, "R-1");
        keep(DocumentKind.DELIVERY_NOTE, order, "L-1");
        keep(DocumentKind.CANCELLATION, order, "S-1");
        Wanted wanted = new Wanted.Cancellation("R-1", LineSelection.all(order.order()), "wrong name");
        rows.save(CorrectionRow.wanted(order.id(), new Request("NAME", "hash"), wanted, NOW));
        return order;
    }

    private void keep(DocumentKind kind, SampleOrder order, String number) {
        byte[] content = (number + " of " + order.id()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        documents.keep(kind.objectKey(order.id(), number), content, "application/pdf");
    }

    private SQSBatchResponse deliver(Deployed to) {
        return deliver(to, 1);
    }

    private SQSBatchResponse deliver(Deployed to, int number) {
        SQSEvent event = LambdaEvent.of("customer-export")
                .with("/Records/0/body", "{\"customerNumber\":\"" + CUSTOMER + "\",\"number\":" + number + "}")
                .as(SQSEvent.class);
        CustomerExport function = new CustomerExport(
                new Environment(to.variables()), new Clients(to.endpoint(), to.region(), to.credentials()));
        return function.handleRequest(event, new InvocationContext());
    }

    private ExportRow row() {
        return rows.export(CUSTOMER).orElseThrow();
    }

    private Map<String, byte[]> entries() {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(documents.read(row().objectKey())))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return entries;
    }

    private Deployed deployed() {
        return services.function("CustomerExportFunction").on(table);
    }
}
