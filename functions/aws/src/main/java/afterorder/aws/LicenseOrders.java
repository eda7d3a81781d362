package afterorder.aws;

import afterorder.order.OrderId;
import afterorder.order.purchase.PurchaseRow;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

/** The workflow license-order: one execution for each attempt at a purchase. */
public final class LicenseOrders {
    private final SfnClient stepFunctions;
    private final String stateMachineArn;

    public LicenseOrders(SfnClient stepFunctions, String stateMachineArn) {
        this.stepFunctions = stepFunctions;
        this.stateMachineArn = stateMachineArn;
    }

    /** The input of an execution: ids, no contents, since its history can be read by many. */
    public record Input(OrderId orderId, String part, int attempt) {}

    /** Starts the attempt that the row has just been written with. */
    public void start(PurchaseRow begun) {
        Input input =
                new Input(begun.orderId(), begun.key().part(), begun.progress().attempt());
        try {
            stepFunctions.startExecution(start -> start.stateMachineArn(stateMachineArn)
                    .name(begun.executionName())
                    .input(Items.json(input)));
        } catch (ExecutionAlreadyExistsException runsOrRan) {
            // The row with this attempt was written by us alone, so a retried call of ours has started it.
            return;
        }
    }
}
