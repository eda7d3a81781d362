package afterorder.desk;

import afterorder.order.confirmation.OrderRow;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.Remedies;
import afterorder.order.row.WorkedRow;
import afterorder.order.service.EngagementRow;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/** Something that staff can do about a row, and the call that does it. */
record RemedyCall(@JsonProperty("do") String what, String call) {

    static List<RemedyCall> about(WorkedRow row) {
        String order = "/desk/orders/" + row.key().orderId();
        return switch (row) {
            case OrderRow confirmation ->
                afterorder.order.confirmation.Remedies.of(confirmation).stream()
                        .map(remedy -> of(remedy, order))
                        .toList();
            case PurchaseRow purchase -> about(purchase, order);
            case CorrectionRow correction -> about(correction, order);
            case EngagementRow engagement -> about(engagement, order);
            default -> List.of();
        };
    }

    private static List<RemedyCall> about(CorrectionRow row, String order) {
        return afterorder.order.correction.Remedies.of(row).stream()
                .map(remedy -> new RemedyCall(
                        remedy.code(),
                        switch (remedy) {
                            case RETRY -> "POST " + order + "/corrections/" + row.name() + "/retry";
                            case DECIDE_TAX -> "POST " + order + "/vat-id";
                            case MAIL_ADDRESS -> "PUT " + order + "/mail-address";
                        }))
                .toList();
    }

    private static List<RemedyCall> about(EngagementRow row, String order) {
        if (!row.progress().isParked()) return List.of();
        return List.of(
                new RemedyCall("retry", "POST /desk/engagements/%s/%d/retry".formatted(row.orderId(), row.number())),
                of(afterorder.order.confirmation.Remedies.Remedy.MAIL_ADDRESS, order));
    }

    private static RemedyCall of(afterorder.order.confirmation.Remedies.Remedy remedy, String order) {
        return switch (remedy) {
            case RETRY -> new RemedyCall(remedy.code(), "POST " + order + "/confirmation/retry");
            case MAIL_ADDRESS -> new RemedyCall(remedy.code(), "PUT " + order + "/mail-address");
        };
    }

    private static List<RemedyCall> about(PurchaseRow row, String order) {
        String purchase = order + "/purchases/" + row.number();
        List<RemedyCall> calls = new ArrayList<>();
        for (Remedies.Remedy remedy : Remedies.of(row)) {
            String call =
                    switch (remedy) {
                        case RETRY -> "POST " + purchase + "/retry";
                        case ACCEPT -> "POST " + purchase + "/acceptance";
                        case DECIDE_TAX -> "POST " + order + "/vat-id";
                        case CALL_OFF -> "DELETE " + purchase;
                    };
            calls.add(new RemedyCall(remedy.code(), call));
        }
        if (Remedies.isUnmailed(row)) calls.add(of(afterorder.order.confirmation.Remedies.Remedy.MAIL_ADDRESS, order));
        return calls;
    }
}
