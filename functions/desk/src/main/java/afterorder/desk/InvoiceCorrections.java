package afterorder.desk;

import afterorder.aws.Answers;
import afterorder.aws.IdempotencyKey;
import afterorder.aws.Messages;
import afterorder.aws.RequestBody;
import afterorder.aws.Rows;
import afterorder.order.Customer;
import afterorder.order.LineSelection;
import afterorder.order.OrderId;
import afterorder.order.Sha256;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.correction.CorrectionView;
import afterorder.order.correction.InvoiceRow;
import afterorder.order.correction.Wanted;
import afterorder.order.intake.OrderReader;
import afterorder.order.intake.Violation;
import afterorder.order.row.RowKey;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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

    /** What is wanted of an invoice, and the invoice as it stands then. */
    private record Decision(Wanted wanted, Function<String, InvoiceRow> change) {}

    APIGatewayV2HTTPResponse cancel(APIGatewayV2HTTPEvent request, Instant now) {
        Cancelling wish = Body.read(
                request,
                (fields, mistakes) -> new Cancelling(
                        fields.has("lines") ? fields.ascending("lines", 1, MOST_LINES) : null,
                        fields.text("reason", LONGEST_REASON)));
        return correct(request, now, invoice -> cancelled(invoice, wish));
    }

    APIGatewayV2HTTPResponse replace(APIGatewayV2HTTPEvent request, Instant now) {
        Replacing wish = Body.read(
                request,
                (fields, mistakes) -> new Replacing(
                        fields.object("customer", false, OrderReader::customer),
                        fields.text("reason", LONGEST_REASON)));
        return correct(request, now, invoice -> replaced(invoice, wish));
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
    private APIGatewayV2HTTPResponse correct(
            APIGatewayV2HTTPEvent request, Instant now, Function<InvoiceRow, Decision> rule) {
        String key = IdempotencyKey.of(request).orElseThrow(Refused::noKey);
        String number = request.getPathParameters().get("number");
        String hash = Sha256.hex(request.getRouteKey() + "\n" + number + "\n"
                + new String(RequestBody.of(request), StandardCharsets.UTF_8));
        CorrectionRow row = Messages.undisturbed(() -> {
            InvoiceRow invoice = rows.invoice(number).orElseThrow(() -> Refused.noInvoice(number));
            Optional<CorrectionRow> known = rows.correction(CorrectionRow.keyOf(invoice.orderId(), key));
            if (known.isPresent()) return repeated(known.get(), hash);
            Decision decision = rule.apply(invoice);
            CorrectionRow wanted = CorrectionRow.wanted(invoice.orderId(), key, hash, decision.wanted(), now);
            rows.saveTogether(List.of(decision.change().apply(wanted.key().part()), wanted));
            return wanted;
        });
        return Answers.json(202, CorrectionView.of(row), Map.of());
    }

    private static CorrectionRow repeated(CorrectionRow known, String hash) {
        if (!known.requestHash().equals(hash)) throw Refused.keyWasUsed();
        return known;
    }

    private Decision cancelled(InvoiceRow invoice, Cancelling wish) {
        List<Integer> billed = sentLines(invoice);
        List<Integer> lines = wish.lines() == null ? billed : wish.lines();
        Set<Integer> unknown = new TreeSet<>(lines);
        billed.forEach(unknown::remove);
        if (!unknown.isEmpty())
            throw Refused.violations(List.of(new Violation("/lines", "the invoice has no lines " + unknown)));
        List<Integer> twice = invoice.cancelledOf(lines);
        if (!twice.isEmpty())
            throw Refused.notPossible("lines " + twice + " of " + invoice.number() + " are taken back already");
        LineSelection selection = LineSelection.of(lines);
        return new Decision(
                new Wanted.Cancellation(invoice.number(), selection, wish.reason()),
                part -> invoice.cancelledBy(part, selection));
    }

    private Decision replaced(InvoiceRow invoice, Replacing wish) {
        List<Integer> billed = sentLines(invoice);
        String customer = rows.order(invoice.orderId()).orElseThrow().customerNumber();
        if (!wish.customer().number().equals(customer))
            throw Refused.violations(List.of(new Violation("/customer/number", "must be " + customer)));
        if (invoice.cancelledOf(billed).size() < billed.size())
            throw Refused.notPossible("only what is taken back wholly can be replaced");
        if (invoice.replacedBy() != null) throw Refused.notPossible(invoice.number() + " is replaced already");
        return new Decision(
                new Wanted.Replacement(invoice.number(), wish.customer(), wish.reason()), invoice::replacedBy);
    }

    /** The lines that an invoice bills which has reached its reader. */
    private List<Integer> sentLines(InvoiceRow invoice) {
        boolean isSent = invoice.issuer().isPurchase()
                ? rows.purchase(invoice.issuer()).orElseThrow().billing().sentAt() != null
                : rows.correction(invoice.issuer()).orElseThrow().status() == CorrectionRow.Status.SENT;
        if (!isSent) throw Refused.notPossible(invoice.number() + " is not sent yet: try again in a minute");
        return lines(invoice);
    }

    private List<Integer> lines(InvoiceRow invoice) {
        if (invoice.issuer().isPurchase())
            return rows.purchase(invoice.issuer()).orElseThrow().lines().numbers();
        CorrectionRow replacement = rows.correction(invoice.issuer()).orElseThrow();
        return lines(rows.invoice(replacement.wanted().invoice()).orElseThrow());
    }
}
