package afterorder.desk;

import afterorder.aws.Answers;
import afterorder.aws.Messages;
import afterorder.aws.RequestBody;
import afterorder.aws.Rows;
import afterorder.order.OrderId;
import afterorder.order.confirmation.OrderParts;
import afterorder.order.fields.Fields;
import afterorder.order.row.Row;
import afterorder.order.row.WorkedRow;
import afterorder.order.tax.TaxChecking;
import afterorder.order.tax.Treatment;
import afterorder.order.tax.VatIdRow;
import afterorder.order.tax.VatIdRow.Decision;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How staff has an order taxed whose VAT ID is invalid, or cannot be checked. */
final class VatIdDecisions {
    private static final int LONGEST_REASON = 500;

    private final DeskOrders orders;
    private final Rows rows;

    VatIdDecisions(DeskOrders orders, Rows rows) {
        this.orders = orders;
        this.rows = rows;
    }

    /** The decision, and the purchases that go on by it, are written together. */
    APIGatewayV2HTTPResponse decide(APIGatewayV2HTTPEvent request, Instant now) {
        Decision wanted = RequestBody.read(request, (fields, mistakes) -> decision(fields, now));
        return Messages.undisturbed(() -> {
            OrderId id = orders.order(request).row().id();
            OrderParts parts = rows.parts(id);
            VatIdRow known = parts.vatId();
            if (known.decision() != null) {
                if (known.decision().treatment() == wanted.treatment()) return shown(known.decision());
                throw Refused.taxNeedsNoDecision();
            }
            List<WorkedRow> waiting = parts.worked()
                    .filter(row -> TaxChecking.awaitsDecision(row.progress()))
                    .toList();
            if (waiting.isEmpty()) throw Refused.taxNeedsNoDecision();
            List<Row> changed = new ArrayList<>(List.of(known.decided(wanted)));
            waiting.forEach(row -> changed.add(row.withProgress(TaxChecking.decided(row.progress(), wanted, now))));
            rows.saveTogether(changed);
            return shown(wanted);
        });
    }

    private static Decision decision(Fields fields, Instant now) {
        Treatment treatment = fields.parsed("treatment", Treatment::of, "reverse-charge or domestic");
        return new Decision(treatment, fields.text("reason", LONGEST_REASON), now);
    }

    private static APIGatewayV2HTTPResponse shown(Decision decision) {
        return Answers.json(200, decision, Map.of());
    }
}
