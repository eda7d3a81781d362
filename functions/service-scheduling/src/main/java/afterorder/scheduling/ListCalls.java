package afterorder.scheduling;

import afterorder.aws.Answers;
import afterorder.aws.Paging;
import afterorder.documents.page.Pages;
import afterorder.order.OrderId;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.EngagementView;
import afterorder.order.service.Person;
import afterorder.order.settings.Teams;
import afterorder.scheduling.Engagements.Found;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /desk/engagements}: what the teams have to do, for programs and as a page. */
final class ListCalls {
    private final EngagementList list;
    private final ListPage page;
    private final Teams teams;

    ListCalls(EngagementList list, ListPage page, Teams teams) {
        this.list = list;
        this.page = page;
        this.teams = teams;
    }

    /** @param customer by number and name */
    private record Buyer(String number, String name) {}

    /** An engagement in a list; what is agreed on shows the engagement itself. */
    private record Entry(
            OrderId orderId,
            int engagement,
            EngagementRow.Status status,
            String team,
            @Nullable Person owner,
            Buyer customer,
            Instant since,
            @Nullable Instant contactBy,
            boolean overdue,
            boolean parked) {

        static Entry of(Found found, Instant now) {
            EngagementView view = EngagementView.of(found.row(), found.team(), now);
            Buyer customer = new Buyer(
                    found.order().customer().number(), found.order().customer().name());
            return new Entry(
                    view.orderId(),
                    view.engagement(),
                    view.status(),
                    view.team(),
                    view.owner(),
                    customer,
                    found.row().since(),
                    view.contactBy(),
                    view.overdue(),
                    view.parked() != null);
        }
    }

    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent request, Instant now) {
        ListFilter filter = ListFilter.of(request, teams);
        EngagementList.Page found = Paging.page(request, after -> list.page(filter, after, now));
        Map<String, String> headers = new HashMap<>(
                found.next().map(next -> Paging.headers(filter.address(next))).orElse(Map.of()));
        headers.put("vary", "accept");
        if (Accepted.prefersHtml(request)) {
            headers.putAll(Pages.headers());
            return Answers.of(200, page.html(found, filter, now), headers);
        }
        List<Entry> entries =
                found.found().stream().map(each -> Entry.of(each, now)).toList();
        return Answers.json(200, entries, headers);
    }
}
