package afterorder.documents.mail;

import afterorder.documents.wording.Wording;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.Remedies;
import afterorder.order.purchase.Remedies.Remedy;
import afterorder.order.service.EngagementRow;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What staff can do, each in words and with the call of the HTTP interface that does it. */
final class DeskCalls {
    private final Matter matter;
    private final URI api;
    private final String order;
    private final Wording wording;

    /** @param api where the HTTP interface is reached */
    DeskCalls(Matter matter, URI api, Wording wording) {
        this.matter = matter;
        this.api = api;
        this.order = api + "/desk/orders/" + matter.orderNumber();
        this.wording = wording;
    }

    /** About a parked row. An address can be corrected wherever a mail is what is missing. */
    List<String> remedies() {
        List<String> calls = new ArrayList<>();
        if (matter.row() instanceof CorrectionRow correction) return remedies(correction);
        if (matter.row() instanceof EngagementRow engagement) return List.of(retry(engagement), mailAddress());
        if (!(matter.row() instanceof PurchaseRow purchase)) return List.of(mailAddress());
        Remedies.of(purchase).forEach(remedy -> calls.add(call(remedy, purchase.number())));
        if (Remedies.isUnmailed(purchase)) calls.add(mailAddress());
        return calls;
    }

    private List<String> remedies(CorrectionRow row) {
        return afterorder.order.correction.Remedies.of(row).stream()
                .map(remedy -> switch (remedy) {
                    case RETRY -> call("remedy.retry", "POST", "/corrections/" + row.name() + "/retry");
                    case DECIDE_TAX -> decideTax();
                    case MAIL_ADDRESS -> mailAddress();
                })
                .toList();
    }

    private String retry(EngagementRow row) {
        String engagement = "%s/desk/engagements/%s/%d".formatted(api, row.orderId(), row.number());
        return wording.text("remedy.retry") + ":\nPOST " + engagement + "/retry";
    }

    private String decideTax() {
        return call("remedy.decide-tax", "POST", "/vat-id {\"treatment\": \"domestic\", \"reason\": \"…\"}");
    }

    String mailAddress() {
        return call("remedy.mail-address", "PUT", "/mail-address {\"instead\": \"…\", \"use\": \"…\"}");
    }

    private String call(Remedy remedy, int number) {
        String purchase = "/purchases/" + number;
        return switch (remedy) {
            case RETRY -> call("remedy.retry", "POST", purchase + "/retry");
            case ACCEPT -> call("remedy.accept", "POST", purchase + "/acceptance {\"reason\": \"…\"}");
            case DECIDE_TAX -> decideTax();
            case CALL_OFF -> call("remedy.call-off", "DELETE", purchase);
        };
    }

    private String call(String what, String method, String path) {
        return wording.text(what) + ":\n" + method + " " + order + path;
    }
}
