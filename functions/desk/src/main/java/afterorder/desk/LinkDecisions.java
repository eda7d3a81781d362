package afterorder.desk;

import static afterorder.order.DocumentKind.CONFIRMATION;
import static afterorder.order.DocumentKind.DELIVERY_NOTE;
import static afterorder.order.DocumentKind.INVOICE;
import static afterorder.order.DocumentKind.PERFORMANCE_RECORD;
import static afterorder.order.correction.CorrectionRow.Status.SENT;

import afterorder.aws.Answers;
import afterorder.aws.Messages;
import afterorder.aws.Orders;
import afterorder.aws.RequestBody;
import afterorder.aws.Rows;
import afterorder.order.DocumentKind;
import afterorder.order.Email;
import afterorder.order.Order;
import afterorder.order.confirmation.DocumentLinks;
import afterorder.order.confirmation.OrderParts;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.correction.Wanted;
import afterorder.order.intake.Violation;
import afterorder.order.link.DocumentForms;
import afterorder.order.link.Target;
import afterorder.order.purchase.Billing;
import afterorder.order.purchase.PurchaseRow;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What staff decides about the links to an order's documents: which are void, and who is mailed a new one. */
final class LinkDecisions {
    private static final int LONGEST_NUMBER = 50;
    private static final int LONGEST_REASON = 500;

    private final DeskOrders orders;
    private final Rows rows;

    LinkDecisions(DeskOrders orders, Rows rows) {
        this.orders = orders;
        this.rows = rows;
    }

    private record Wish(String document, String reason) {}

    /** From now on every link to that document which was mailed is void. */
    APIGatewayV2HTTPResponse revoke(APIGatewayV2HTTPEvent request, Instant now) {
        Wish wish = RequestBody.read(
                request,
                (fields, mistakes) ->
                        new Wish(fields.text("document", LONGEST_NUMBER), fields.text("reason", LONGEST_REASON)));
        return Messages.undisturbed(() -> {
            Orders.Placed placed = orders.order(request);
            forms(placed, wish.document());
            OrderRow revoked = DocumentLinks.revoked(placed.row(), wish.document(), wish.reason(), now);
            if (!revoked.equals(placed.row())) rows.save(revoked);
            Instant at = revoked.revocations().get(wish.document());
            return Answers.json(200, Map.of("document", wish.document(), "revokedAt", at), Map.of());
        });
    }

    /** A new link goes to whom the document is addressed; to each form of an invoice, if it has more than one. */
    APIGatewayV2HTTPResponse mail(APIGatewayV2HTTPEvent request, Instant now) {
        String number = RequestBody.read(request, (fields, mistakes) -> fields.text("document", LONGEST_NUMBER));
        return Messages.undisturbed(() -> {
            Orders.Placed placed = orders.order(request);
            if (placed.row().progress().owesMuch()) {
                throw Refused.by(placed.row(), "many mails wait to be sent: try again in a minute");
            }
            List<Target.Document> forms = forms(placed, number);
            OrderRow owing = placed.row();
            for (Target.Document form : forms)
                owing = DocumentLinks.renewed(owing, form, now).orElse(owing);
            if (!owing.equals(placed.row())) rows.save(owing);
            Email reader = forms.getFirst().reader();
            return Answers.json(202, Map.of("document", number, "to", reader), Map.of());
        });
    }

    private List<Target.Document> forms(Orders.Placed placed, String number) {
        OrderRow row = placed.row();
        Order order = placed.asItStands();
        if (row.confirmation().wasMailedAs(number)) return forms(row, order, CONFIRMATION, number);
        OrderParts parts = rows.parts(row.id());
        List<CorrectionRow> corrections = parts.corrections();
        for (CorrectionRow correction : corrections) {
            if (correction.status() == SENT && correction.issue().number().equals(number))
                return forms(
                        row,
                        billed(order, correction, corrections),
                        correction.wanted().document(),
                        number);
        }
        if (parts.engagements().stream().anyMatch(engagement -> engagement.hasMailed(number)))
            return record(row, order, number);
        return parts.purchases().stream()
                .flatMap(purchase -> kind(purchase, number).stream())
                .findAny()
                .map(kind -> forms(row, order, kind, number))
                .orElseThrow(() -> Refused.violations(
                        List.of(new Violation("/document", "must be the number of a document that was mailed"))));
    }

    /** It goes to whom the team talks to. */
    private static List<Target.Document> record(OrderRow row, Order order, String number) {
        Email reader = order.contactForServices().email();
        return DocumentForms.of(row.id(), order, PERFORMANCE_RECORD, number, reader);
    }

    /** The order for whom that correction was addressed to: what takes a replacement back goes to whom that went. */
    private static Order billed(Order order, CorrectionRow correction, List<CorrectionRow> corrections) {
        if (correction.wanted() instanceof Wanted.Replacement replacement)
            return order.withCustomer(replacement.customer());
        return corrections.stream()
                .filter(other -> other.issue() != null
                        && other.issue().number().equals(correction.wanted().invoice()))
                .findAny()
                .map(other -> billed(order, other, corrections))
                .orElse(order);
    }

    private static List<Target.Document> forms(OrderRow row, Order order, DocumentKind kind, String number) {
        Email reader = order.recipient(DocumentForms.designed(kind)).email();
        return DocumentForms.of(row.id(), order, kind, number, reader);
    }

    private static Optional<DocumentKind> kind(PurchaseRow purchase, String number) {
        Billing billing = purchase.billing();
        if (billing == null || billing.sentAt() == null) return Optional.empty();
        return Stream.of(INVOICE, DELIVERY_NOTE)
                .filter(kind -> number.equals(kind == INVOICE ? billing.invoiceNumber() : billing.deliveryNoteNumber()))
                .findAny();
    }
}
