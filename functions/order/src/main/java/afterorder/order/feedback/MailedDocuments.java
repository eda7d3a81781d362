package afterorder.order.feedback;

import afterorder.order.DocumentKind;
import afterorder.order.Email;
import afterorder.order.Order;
import afterorder.order.OrderId;
import afterorder.order.confirmation.Confirmation;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.link.DocumentForms;
import afterorder.order.link.Target;
import afterorder.order.purchase.Billing;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.WorkedRow;
import afterorder.order.service.EngagementRow;
import java.util.List;
import java.util.Map;

/** What a mail brought, as far as it still holds: the row knows the numbers before the mail is sent. */
final class MailedDocuments {
    private MailedDocuments() {}

    /**
     * The documents of a mail, for another reader.
     *
     * @param row that sent the mail
     * @param order as it stands
     * @return none where the mail brought none, or where a newer one is about to be sent in its place
     */
    static List<Target.Document> of(OrderMail mail, WorkedRow row, Order order, Email reader) {
        OrderId id = new OrderId(row.key().orderId());
        return numbers(mail, row).entrySet().stream()
                .flatMap(document ->
                        DocumentForms.of(id, order, document.getKey(), document.getValue(), reader).stream())
                .toList();
    }

    private static Map<DocumentKind, String> numbers(OrderMail mail, WorkedRow row) {
        return switch (row) {
            case OrderRow order -> confirmation(order.confirmation());
            case PurchaseRow purchase when purchase.billing() != null -> billed(mail, purchase.billing());
            case CorrectionRow correction
            when correction.issue() != null ->
                Map.of(correction.wanted().document(), correction.issue().number());
            case EngagementRow engagement
            when engagement.performance().issue() != null ->
                Map.of(
                        DocumentKind.PERFORMANCE_RECORD,
                        engagement.performance().issue().number());
            default -> Map.of();
        };
    }

    /** One that is still to be sent will go to the right address by itself. */
    private static Map<DocumentKind, String> confirmation(Confirmation confirmation) {
        boolean isOut = confirmation.status() != Confirmation.Status.RECEIVED && confirmation.number() != null;
        return isOut ? Map.of(DocumentKind.CONFIRMATION, confirmation.number()) : Map.of();
    }

    private static Map<DocumentKind, String> billed(OrderMail mail, Billing billing) {
        return switch (mail) {
            case PAPERS ->
                Map.of(
                        DocumentKind.INVOICE, billing.invoiceNumber(),
                        DocumentKind.DELIVERY_NOTE, billing.deliveryNoteNumber());
            case INVOICE -> Map.of(DocumentKind.INVOICE, billing.invoiceNumber());
            case DELIVERY_NOTE -> Map.of(DocumentKind.DELIVERY_NOTE, billing.deliveryNoteNumber());
            case CONFIRMATION, PURCHASED, CORRECTION, PERFORMANCE_RECORD -> Map.of();
        };
    }
}
