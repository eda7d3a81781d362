package afterorder.scheduling;

import afterorder.documents.page.PageTexts;
import afterorder.documents.page.Pages;
import afterorder.order.service.EngagementView;
import afterorder.order.service.Person;
import afterorder.order.settings.Settings;
import afterorder.scheduling.Engagements.Found;
import afterorder.scheduling.Form.Option;
import afterorder.scheduling.ListContent.Filter;
import afterorder.scheduling.PageContent.TableRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of engagements as a page, in the desk's language. It leads to nothing secret. */
final class ListPage {
    private static final List<String> COLUMNS =
            List.of("order", "customer", "team", "status", "owner", "since", "contact-by");

    private final Settings settings;
    private final PageTexts texts;

    ListPage(Settings settings) {
        this.settings = settings;
        this.texts = new PageTexts(
                ListPage.class, settings.desk().language(), settings.desk().zone());
    }

    String html(EngagementList.Page page, ListFilter filter, Instant now) {
        ListContent content = new ListContent(
                texts,
                filter(filter),
                COLUMNS.stream().map(name -> texts.text("column." + name)).toList(),
                page.found().stream().map(found -> row(found, now)).toList(),
                page.next().map(filter::address).orElse(null));
        return Pages.render("scheduling/list.jte", Map.of("page", content));
    }

    private Filter filter(ListFilter filter) {
        Stream<Option> teams =
                settings.teams().teams().values().stream().map(team -> new Option(team.key(), team.name()));
        Stream<Option> statuses =
                ListFilter.statuses().stream().map(code -> new Option(code, texts.text("status." + code)));
        Option any = new Option("", texts.text("filter.any"));
        return new Filter(
                Stream.concat(Stream.of(any), teams).toList(),
                filter.team().orElse(""),
                Stream.concat(Stream.of(any), statuses).toList(),
                filter.status().orElse(""),
                filter.isOverdue());
    }

    private TableRow row(Found found, Instant now) {
        EngagementView view = EngagementView.of(found.row(), found.team(), now);
        String status = texts.text("status." + view.status().code());
        List<String> cells = List.of(
                view.orderId() + " / " + view.engagement(),
                found.order().customer().name(),
                found.team().name(),
                view.parked() == null ? status : texts.text("status.parked", status),
                Optional.ofNullable(view.owner()).map(Person::name).orElse("–"),
                texts.time(found.row().since()),
                Optional.ofNullable(view.contactBy()).map(texts::time).orElse("–"));
        return new TableRow(cells, view.overdue(), "/desk/engagements/" + view.orderId() + "/" + view.engagement());
    }
}
