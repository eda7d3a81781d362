package afterorder.desk;

import afterorder.aws.Answers;
import afterorder.aws.IdempotencyKey;
import afterorder.aws.Messages;
import afterorder.aws.RequestBody;
import afterorder.aws.Rows;
import afterorder.order.Customer;
import afterorder.order.OrderId;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.correction.CorrectionRules;
import afterorder.order.correction.CorrectionRules.Outcome;
import afterorder.order.correction.CorrectionView;
import afterorder.order.correction.InvoiceRow;
import afterorder.order.correction.Request;
import afterorder.order.intake.OrderReader;
import afterorder.order.intake.Violation;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.RowKey;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Staff takes an issued invoice back, wholly or by lines, or has another one issued in its place. */
final class InvoiceCorrections {
    private static final int LONGEST_REASON = 500;
    private static final int MOST_LINES = 10_000;

    private final DeskOrders orders;
    private final Rows rows;

    InvoiceCorrections(DeskOrders orders, Rows rows) {
        this.orders = orders;
        this.rows = rows;
    }

    /** @param lines absent: all */
    private record Cancelling(@Nullable List<Integer> lines, String reason) {}

    private record Replacing(Customer customer, String reason) {}

    /** What the rules make of a wish for an invoice that bills these lines. */
    private interface Rule {
        Outcome of(InvoiceRow invoice, List<Integer> billed, Request request);
    }

    APIGatewayV2HTTPResponse cancel(APIGatewayV2HTTPEvent request, Instant now) {
        Cancelling wish = RequestBody.read(
                request,
                (fields, mistakes) -> new Cancelling(
                        fields.has("lines") ? fields.ascending("lines", 1, MOST_LINES) : null,
                        fields.text("reason", LONGEST_REASON)));
        return correct(request, (invoice, billed, asked) -> {
            List<Integer> lines = wish.lines() == null ? billed : wish.lines();
            return CorrectionRules.cancelled(invoice, billed, lines, wish.reason(), asked, now);
        });
    }

    APIGatewayV2HTTPResponse replace(APIGatewayV2HTTPEvent request, Instant now) {
        Replacing wish = RequestBody.read(
                request,
                (fields, mistakes) -> new Replacing(
                        fields.object("customer", false, OrderReader::customer),
                        fields.text("reason", LONGEST_REASON)));
        return correct(request, (invoice, billed, asked) -> {
            String customer = rows.order(invoice.orderId()).orElseThrow().customerNumber();
            if (!wish.customer().number().equals(customer))
                throw Refused.violations(List.of(new Violation("/customer/number", "must be " + customer)));
            List<CorrectionRow> cancellations = invoice.cancellations().stream()
                    .map(key -> rows.correction(key).orElseThrow())
                    .toList();
            return CorrectionRules.replaced(invoice, billed, cancellations, wish.customer(), wish.reason(), asked, now);
        });
    }

    APIGatewayV2HTTPResponse retry(APIGatewayV2HTTPEvent request, Instant now) {
        CorrectionRow row = Messages.undisturbed(() -> {
            OrderId id = orders.order(request).row().id();
            String name = request.getPathParameters().get("name");
            CorrectionRow known = rows.correction(RowKey.correction(id, name)).orElseThrow(Refused::noCorrection);
            if (known.progress().isParked()) return rows.save(known.retried(now));
            if (!PurchaseDecisions.wasRetried(known)) throw Refused.notParked(known);
            return known;
        });
        return Answers.json(200, CorrectionView.of(row), Map.of());
    }

    /** What is decided and the invoice that it concerns are written together, so that of two at once one wins. */
    private APIGatewayV2HTTPResponse correct(APIGatewayV2HTTPEvent request, Rule rule) {
        String number = request.getPathParameters().get("number");
        Request asked = Request.of(
                IdempotencyKey.of(request).orElseThrow(Refused::noKey),
                request.getRouteKey() + " " + number,
                RequestBody.of(request));
        return Messages.undisturbed(() -> {
            InvoiceRow invoice = rows.invoice(number).orElseThrow(() -> Refused.noInvoice(number));
            Optional<CorrectionRow> known = rows.correction(asked.keyOf(invoice.orderId()));
            if (known.isPresent() && !asked.made(known.get())) throw Refused.keyWasUsed();
            return known.map(row -> shown(row, Map.of("idempotent-replayed", "true")))
                    .orElseGet(() -> shown(accepted(invoice, rule.of(invoice, sentLines(invoice), asked)), Map.of()));
        });
    }

    private static APIGatewayV2HTTPResponse shown(CorrectionRow row, Map<String, String> headers) {
        return Answers.json(202, CorrectionView.of(row), headers);
    }

    private CorrectionRow accepted(InvoiceRow invoice, Outcome outcome) {
        String number = invoice.number();
        return switch (outcome) {
            case Outcome.Accepted(InvoiceRow changed, CorrectionRow wanted) -> {
                rows.saveTogether(List.of(changed, wanted));
                yield wanted;
            }
            case Outcome.NoSuchLines(var lines) ->
                throw Refused.violations(List.of(new Violation("/lines", "the invoice has no lines " + lines)));
            case Outcome.TakenBack(var lines) ->
                throw Refused.notPossible("lines " + lines + " of " + number + " are taken back already");
            case Outcome.Standing(var lines) ->
                throw Refused.notPossible("only what is taken back wholly can be replaced; these lines of " + number
                        + " stand: " + lines);
            case Outcome.BeingTakenBack() ->
                throw Refused.notPossible(number + " is taken back, but that is not sent yet: try again in a minute");
            case Outcome.Replaced() -> throw Refused.notPossible(number + " is replaced already");
        };
    }

    /** The lines that an invoice bills which has reached its reader; what replaces another has the lines of that. */
    private List<Integer> sentLines(InvoiceRow invoice) {
        if (invoice.issuer().isPurchase()) {
            PurchaseRow purchase = rows.purchase(invoice.issuer()).orElseThrow();
            checkSent(purchase.billing().sentAt() != null, invoice);
            return purchase.lines().numbers();
        }
        CorrectionRow replacement = rows.correction(invoice.issuer()).orElseThrow();
        checkSent(replacement.status() == CorrectionRow.Status.SENT, invoice);
        return sentLines(rows.invoice(replacement.wanted().invoice()).orElseThrow());
    }

    private static void checkSent(boolean isSent, InvoiceRow invoice) {
        if (!isSent) throw Refused.notPossible(invoice.number() + " is not sent yet: try again in a minute");
    }
}
