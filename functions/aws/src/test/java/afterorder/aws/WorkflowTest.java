package afterorder.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afterorder.localcloud.workflow.execution.Execution;
import afterorder.localcloud.workflow.execution.Status;
import afterorder.order.Json;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Settings;
import afterorder.services.Deployed;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Starting the workflow, and answering it. */
@ExtendWith(LocalServicesExtension.class)
class WorkflowTest {
    private final LocalServices services;
    private final LicenseOrders licenseOrders;
    private final TaskAnswers answers;
    private final String queue;
    private final SampleOrder order = SampleOrder.of("licenses");

    WorkflowTest(LocalServices services) {
        this.services = services;
        Deployed confirmation = services.function("OrderConfirmationFunction");
        licenseOrders =
                new LicenseOrders(clients(confirmation).stepFunctions(), confirmation.variable("STATE_MACHINE"));
        answers = new TaskAnswers(
                clients(services.function("LicensePurchaseFunction")).stepFunctions());
        queue = services.queueUrl("LicensePurchasesQueue");
    }

    @Test
    @Tag("S34")
    void starts_one_execution_for_an_attempt_however_often_it_is_asked() {
        PurchaseRow begun = purchase().begun(SampleOrder.PLACED);
        licenseOrders.start(begun);
        licenseOrders.start(begun);
        assertThat(services.executions(order.id().value())).singleElement().satisfies(execution -> {
            assertThat(execution.name()).isEqualTo(order.id() + "-purchase-1-1");
            assertThat(Json.MAPPER.readTree(execution.input()))
                    .isEqualTo(Json.MAPPER.readTree(
                            "{\"orderId\": \"%s\", \"part\": \"purchase-1\", \"attempt\": 1}".formatted(order.id())));
        });
    }

    @Test
    void starts_nothing_for_an_attempt_that_has_ended() {
        PurchaseRow begun = purchase().begun(SampleOrder.PLACED);
        licenseOrders.start(begun);
        answers.succeed(taskToken(), "superseded");
        awaitEnd(Status.SUCCEEDED);
        licenseOrders.start(begun);
        assertThat(services.executions(order.id().value())).hasSize(1);
    }

    @Test
    void starts_the_next_attempt_as_an_execution_of_its_own() {
        PurchaseRow begun = purchase().begun(SampleOrder.PLACED);
        licenseOrders.start(begun);
        licenseOrders.start(begun.begun(SampleOrder.PLACED));
        assertThat(services.executions(order.id().value())).hasSize(2);
    }

    @Test
    void counts_a_second_answer_as_answered() {
        licenseOrders.start(purchase().begun(SampleOrder.PLACED));
        String token = taskToken();
        answers.succeed(token, "pending");
        answers.succeed(token, "purchased");
        answers.fail(token, "PurchaseFailed", "too late");
        awaitEnd(Status.SUCCEEDED);
    }

    @Test
    void counts_an_unknown_and_a_malformed_token_as_answered() {
        answers.succeed("AQCAAAAA" + "x".repeat(100), "purchased");
        answers.succeed("no token at all!", "purchased");
        answers.fail("no token at all!", "PurchaseFailed", "nobody asked");
    }

    @Test
    void lets_the_workflow_have_a_failure_parked_with_its_reason() {
        licenseOrders.start(purchase().begun(SampleOrder.PLACED));
        answers.fail(taskToken(), "PurchaseFailed", "refused: " + "x".repeat(5_000));
        JsonNode failure = message("failure").path("failure");
        assertThat(failure.path("error").asText()).isEqualTo("PurchaseFailed");
        assertThat(failure.path("cause").asText()).startsWith("refused: xxx").hasSize(1_000);
    }

    private String taskToken() {
        return message("taskToken").path("taskToken").asText();
    }

    /** The next message about the order that has this field. */
    private JsonNode message(String field) {
        return await().until(
                        () -> services.receive(queue).stream()
                                .map(message -> json(message.body()))
                                .filter(body -> body.path("orderId")
                                        .asText()
                                        .equals(order.id().value()))
                                .filter(body -> body.has(field))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private void awaitEnd(Status status) {
        await().untilAsserted(() -> assertThat(services.executions(order.id().value()))
                .singleElement()
                .extracting(Execution::status)
                .isEqualTo(status));
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

    private static Clients clients(Deployed function) {
        return new Clients(function.endpoint(), function.region(), function.credentials());
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new AssertionError(text, broken);
        }
    }
}
