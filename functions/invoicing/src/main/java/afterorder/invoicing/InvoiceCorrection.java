package afterorder.invoicing;

import afterorder.aws.Attempts;
import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.Messages;
import afterorder.aws.Snapshot;
import afterorder.order.settings.Settings;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

/** Issues what takes an invoice back, wholly or by lines, or stands in its place. */
public final class InvoiceCorrection implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final Correcting correcting;
    private final Snapshot snapshot;

    public InvoiceCorrection() {
        this(Environment.ofProcess(), new Clients(), Settings.bundled());
    }

    InvoiceCorrection(Environment environment, Clients clients, Settings settings) {
        Parts parts = new Parts(environment, clients, settings);
        this.correcting = parts.correcting();
        this.snapshot = Snapshot.primedBy(parts::prime);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        return Messages.each(
                batch,
                Attempts.Message.class,
                context,
                (message, now) ->
                        Messages.untilUndisturbed(() -> correcting.correct(message.key(), message.attempt(), now)));
    }
}
