package afterorder.desk;

import afterorder.aws.Answers;
import afterorder.aws.Orders;
import afterorder.aws.Rows;
import afterorder.desk.Entering.Outcome.Violated;
import afterorder.documents.page.Pages;
import afterorder.order.Order;
import afterorder.order.intake.BodyReader;
import afterorder.order.intake.Reading;
import afterorder.order.intake.Violation;
import afterorder.order.link.MailedLink;
import afterorder.order.link.Target;
import afterorder.order.purchase.DeskEntry;
import afterorder.order.purchase.DeskEntryReader;
import afterorder.order.purchase.DeskSteps;
import afterorder.order.purchase.EnteredLicenses;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.VendorOrderClaim;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code /t/{token}}: the page of one task, for who holds the latest link that was mailed. Looking at it changes nothing, so
 * mail scanners may. What is entered is kept as far as it can be; no key is ever shown again.
 */
final class TaskPage {
    private final Rows rows;
    private final Orders orders;
    private final Entering entering;
    private final PageWriter pages;

    TaskPage(Rows rows, Orders orders, Entering entering, PageWriter pages) {
        this.rows = rows;
        this.orders = orders;
        this.entering = entering;
        this.pages = pages;
    }

    APIGatewayV2HTTPResponse show(APIGatewayV2HTTPEvent request, Instant now) {
        boolean isHead = request.getRequestContext().getHttp().getMethod().equals("HEAD");
        return open(request, now, row -> isHead ? html(200, "") : page(200, row, now, Feedback.NONE));
    }

    APIGatewayV2HTTPResponse enter(APIGatewayV2HTTPEvent request, Instant now) {
        return open(request, now, row -> entered(row, TaskForm.of(request), now));
    }

    private APIGatewayV2HTTPResponse open(
            APIGatewayV2HTTPEvent request, Instant now, Function<PurchaseRow, APIGatewayV2HTTPResponse> answer) {
        Optional<MailedLink> link = rows.link(request.getPathParameters().get("token"));
        if (link.isEmpty() || !(link.get().target() instanceof Target.Task task)) {
            return html(404, pages.message("unknown"));
        }
        PurchaseRow row = rows.purchase(link.get().orderId(), task.purchase()).orElseThrow();
        boolean isOpen = link.get().isOpenAt(now) && DeskSteps.isOpenedBy(task, row);
        return isOpen ? answer.apply(row) : html(410, pages.message("gone"));
    }

    /** What is wrong is left out and told; the rest counts, since whoever pasted the keys could not see them again. */
    private APIGatewayV2HTTPResponse entered(PurchaseRow row, TaskForm form, Instant now) {
        Feedback feedback = Feedback.NONE;
        TaskForm rest = form;
        for (Violated found = tried(row, rest, now); !found.violations().isEmpty(); found = tried(row, rest, now)) {
            TaskForm fewer = rest.without(found.violations());
            feedback = feedback.and(found, rest.refused(found.violations()));
            if (fewer.isEmpty() || fewer.hasAsMuchAs(rest)) break;
            rest = fewer;
        }
        PurchaseRow current = rows.purchase(row.key()).orElseThrow();
        return page(feedback.violations().isEmpty() ? 200 : 422, current, now, feedback);
    }

    /** Enters what was sent, unless there is something wrong with it. */
    private Violated tried(PurchaseRow row, TaskForm form, Instant now) {
        return switch (BodyReader.read(form.json(), DeskEntryReader::read)) {
            case Reading.Accepted<DeskEntry>(DeskEntry entry) -> tried(row, entry, now);
            case Reading.Refused<DeskEntry>(List<Violation> violations) -> new Violated(violations, Optional.empty());
            case Reading.Unreadable<DeskEntry>(Violation violation) ->
                new Violated(List.of(violation), Optional.empty());
        };
    }

    private Violated tried(PurchaseRow row, DeskEntry entry, Instant now) {
        return switch (entering.enter(row.key(), entry, now)) {
            case Violated violated -> violated;
            case Entering.Outcome.Entered entered -> new Violated(List.of(), Optional.empty());
            case Entering.Outcome.Closed closed ->
                new Violated(List.of(new Violation("", "is closed")), Optional.empty());
        };
    }

    /**
     * What is to be said of what was sent.
     *
     * @param refused the licenses that were not taken
     * @param claim of another purchase on the vendor's order that was sent
     */
    record Feedback(List<Violation> violations, List<TaskForm.Row> refused, Optional<VendorOrderClaim> claim) {
        static final Feedback NONE = new Feedback(List.of(), List.of(), Optional.empty());

        Feedback and(Violated found, List<TaskForm.Row> rows) {
            return new Feedback(
                    Stream.concat(violations.stream(), found.violations().stream())
                            .toList(),
                    Stream.concat(refused.stream(), rows.stream()).toList(),
                    claim.or(found::claim));
        }
    }

    private APIGatewayV2HTTPResponse page(int status, PurchaseRow row, Instant now, Feedback feedback) {
        Order order = orders.find(row.orderId()).orElseThrow().order();
        EnteredLicenses entered = entering.entered(row);
        return html(status, pages.task(row, order, entered, feedback, now));
    }

    private APIGatewayV2HTTPResponse html(int status, String html) {
        return Answers.of(status, html, Pages.headers());
    }
}
