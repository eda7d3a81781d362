package afterorder.scheduling;

import afterorder.aws.Answers;
import afterorder.aws.Rows;
import afterorder.documents.page.PageTexts;
import afterorder.documents.page.Pages;
import afterorder.order.Language;
import afterorder.order.intake.Reading;
import afterorder.order.intake.Violation;
import afterorder.order.link.MailedLink;
import afterorder.order.link.Target;
import afterorder.order.row.StaleRow;
import afterorder.order.service.Change;
import afterorder.order.service.Side;
import afterorder.order.settings.Settings;
import afterorder.scheduling.Engagements.Found;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code /e/{token}}: one side's page of an engagement, for who holds a link that was mailed to that side. Looking at it
 * changes nothing, so mail scanners may.
 */
final class LinkedPage {
    private final Rows rows;
    private final Engagements engagements;
    private final Settings settings;

    LinkedPage(Rows rows, Engagements engagements, Settings settings) {
        this.rows = rows;
        this.engagements = engagements;
        this.settings = settings;
    }

    /** An engagement, seen from one side. */
    private record View(Found found, Side side) {
        View with(Found other) {
            return new View(other, side);
        }

        Language language() {
            return side == Side.TEAM ? found.team().language() : found.order().language();
        }
    }

    APIGatewayV2HTTPResponse show(APIGatewayV2HTTPEvent request, Instant now) {
        boolean isHead = request.getRequestContext().getHttp().getMethod().equals("HEAD");
        APIGatewayV2HTTPResponse page = open(request, now, view -> page(view, Feedback.NONE, now));
        return isHead ? html(page.getStatusCode(), "") : page;
    }

    APIGatewayV2HTTPResponse act(APIGatewayV2HTTPEvent request, Instant now) {
        return open(request, now, view -> acted(view, SentForm.of(request), now));
    }

    private APIGatewayV2HTTPResponse open(
            APIGatewayV2HTTPEvent request, Instant now, Function<View, APIGatewayV2HTTPResponse> answer) {
        Optional<MailedLink> link = rows.link(request.getPathParameters().get("token"));
        if (link.isEmpty() || !(link.get().target() instanceof Target.Engagement(int number, Side side))) {
            return html(404, Pages.message("unknown", texts(Language.DE), texts(Language.EN)));
        }
        View view = new View(engagements.find(link.get().orderId(), number).orElseThrow(), side);
        return link.get().isOpenAt(now) ? answer.apply(view) : html(410, Pages.message("gone", texts(view.language())));
    }

    private APIGatewayV2HTTPResponse acted(View view, SentForm form, Instant now) {
        PageTexts texts = texts(view.language());
        return switch (PageActions.wish(view.side(), form, zone(view))) {
            case Reading.Accepted<Wish>(Wish wish) -> decided(view, form, wish, now);
            case Reading.Refused<Wish>(List<Violation> violations) ->
                page(view, Feedback.wrong(form, violations, texts), now);
            case Reading.Unreadable<Wish>(Violation violation) ->
                page(view, Feedback.wrong(form, List.of(violation), texts), now);
        };
    }

    private APIGatewayV2HTTPResponse decided(View view, SentForm form, Wish wish, Instant now) {
        PageTexts texts = texts(view.language());
        Found found = view.found();
        try {
            return switch (engagements.decide(found, wish, now)) {
                case Change.Changed changed ->
                    page(view.with(found.with(changed.row())), Feedback.done(view.side(), form, texts), now);
                case Change.Unchanged unchanged ->
                    page(view.with(found.with(unchanged.row())), Feedback.done(view.side(), form, texts), now);
                case Change.Refused refused ->
                    page(
                            view.with(found.with(refused.row())),
                            Feedback.refused(form, refused.reasons(), texts, view.language()),
                            now);
            };
        } catch (StaleRow crowded) {
            return page(view, Feedback.crowded(form, texts), now);
        }
    }

    private APIGatewayV2HTTPResponse page(View view, Feedback feedback, Instant now) {
        Found found = view.found();
        PageContent content =
                switch (view.side()) {
                    case TEAM ->
                        new TeamPage(settings, found, now)
                                .content(
                                        Documents.of(
                                                found.placed().row(),
                                                rows.parts(found.row().orderId())),
                                        feedback);
                    case CUSTOMER -> new CustomerPage(settings, found, now).content(feedback);
                };
        return html(feedback.status(), Pages.render("scheduling/page.jte", Map.of("page", content)));
    }

    /** In which the side's page shows times. */
    private ZoneId zone(View view) {
        return view.side() == Side.TEAM
                ? view.found().team().zone()
                : CustomerSide.zone(view.found().order(), settings.seller());
    }

    private PageTexts texts(Language language) {
        return new PageTexts(LinkedPage.class, language, settings.seller().zone());
    }

    private static APIGatewayV2HTTPResponse html(int status, String html) {
        return Answers.of(status, html, Pages.headers());
    }

    /** Makes a page that nobody gets. */
    void prime() {
        Pages.message("unknown", texts(Language.DE), texts(Language.EN));
    }
}
