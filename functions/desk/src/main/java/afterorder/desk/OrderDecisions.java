package afterorder.desk;

import static afterorder.order.correction.Remedies.Remedy.MAIL_ADDRESS;

import afterorder.aws.Answers;
import afterorder.aws.Messages;
import afterorder.aws.Orders;
import afterorder.aws.RequestBody;
import afterorder.aws.Rows;
import afterorder.order.DocumentKind;
import afterorder.order.Email;
import afterorder.order.Order;
import afterorder.order.confirmation.OrderParts;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.fields.Fields;
import afterorder.order.intake.Violation;
import afterorder.order.purchase.Remedies;
import afterorder.order.row.WorkedRow;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What staff decides about an order whose mails are refused. */
final class OrderDecisions {
    private static final String FORM = "an e-mail address with a domain, in ASCII";

    private final DeskOrders orders;
    private final Rows rows;

    OrderDecisions(DeskOrders orders, Rows rows) {
        this.orders = orders;
        this.rows = rows;
    }

    /** Which address is wrong, and which one is right. */
    private record Correction(Email instead, Email use) {
        static Correction of(Fields fields) {
            return new Correction(fields.parsed("instead", Email::new, FORM), fields.parsed("use", Email::new, FORM));
        }
    }

    APIGatewayV2HTTPResponse retryConfirmation(APIGatewayV2HTTPEvent request, Instant now) {
        return Messages.undisturbed(() -> {
            OrderRow row = orders.order(request).row();
            if (row.progress().isParked()) return shown(rows.save(row.retried(now)));
            if (!PurchaseDecisions.wasRetried(row)) throw Refused.notParked(row);
            return shown(row);
        });
    }

    /** From now on mails go to the right address, and those that were refused are tried again. */
    APIGatewayV2HTTPResponse correctAddress(APIGatewayV2HTTPEvent request, Instant now) {
        Correction correction = RequestBody.read(request, (fields, mistakes) -> Correction.of(fields));
        return Messages.undisturbed(() -> {
            Orders.Placed placed = orders.order(request);
            OrderRow row = placed.row();
            boolean isDone =
                    correction.use().equals(row.amendments().addresses().get(correction.instead()));
            if (!isDone) checkKnown(correction, placed.asItStands());
            if (row.isBeingSent()) throw Refused.by(row, "try again in a minute");
            List<WorkedRow> changed = corrected(row, correction, isDone, now);
            if (!changed.isEmpty()) rows.saveTogether(changed);
            return shown(changed.isEmpty() ? row : changed.getFirst());
        });
    }

    private List<WorkedRow> corrected(OrderRow row, Correction correction, boolean isDone, Instant now) {
        OrderRow corrected = isDone ? row : row.withAddress(correction.instead(), correction.use(), now);
        boolean isParked = row.progress().isParked();
        List<WorkedRow> changed = new ArrayList<>();
        if (isParked || !isDone) changed.add(isParked ? corrected.retried(now) : corrected);
        OrderParts parts = rows.parts(row.id());
        parts.purchases().stream()
                .filter(Remedies::isUnmailed)
                .forEach(purchase -> changed.add(Remedies.retried(purchase, now)));
        parts.corrections().stream()
                .filter(other -> afterorder.order.correction.Remedies.of(other).contains(MAIL_ADDRESS))
                .forEach(other -> changed.add(other.retried(now)));
        parts.engagements().stream()
                .filter(engagement -> engagement.progress().isParked())
                .forEach(engagement -> changed.add(engagement.retried(now)));
        return changed;
    }

    private static void checkKnown(Correction correction, Order order) {
        boolean isKnown = Stream.concat(
                        Stream.of(
                                order.customer().email(),
                                order.contactForServices().email()),
                        Arrays.stream(DocumentKind.values())
                                .map(kind -> order.recipient(kind).email()))
                .anyMatch(correction.instead()::equals);
        if (isKnown) return;
        throw Refused.violations(List.of(new Violation("/instead", "must be an address that the order is mailed to")));
    }

    private static APIGatewayV2HTTPResponse shown(WorkedRow row) {
        return Answers.json(200, RowView.of(row), Map.of());
    }
}
