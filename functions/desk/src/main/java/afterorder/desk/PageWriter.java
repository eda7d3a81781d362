package afterorder.desk;

import afterorder.documents.page.PageTexts;
import afterorder.documents.page.Pages;
import afterorder.documents.wording.LineWording;
import afterorder.documents.wording.Wording;
import afterorder.order.LicenseLine;
import afterorder.order.Order;
import afterorder.order.purchase.DeskSteps;
import afterorder.order.purchase.DeskTask;
import afterorder.order.purchase.EnteredLicenses;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.settings.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/** Writes the page of a task in the desk's language; the template escapes by context. */
final class PageWriter {
    private static final int MOST_ITEMS = 500;

    private final Settings settings;
    private final PageTexts texts;

    PageWriter(Settings settings) {
        this.settings = settings;
        this.texts = new PageTexts(
                PageWriter.class, settings.desk().language(), settings.desk().zone());
    }

    String message(String name) {
        return Pages.message(name, texts);
    }

    String task(PurchaseRow row, Order order, EnteredLicenses entered, TaskPage.Feedback feedback, Instant now) {
        SortedMap<Integer, LicenseLine> lines = row.lines().of(order);
        LineWording wording = new LineWording(
                settings.catalog(),
                settings.desk().language(),
                new Wording(settings.desk().language()));
        PageContent content = new PageContent(
                texts,
                texts.text("title", row.orderId(), row.number()),
                done(row, lines),
                feedback.violations().isEmpty() ? null : alert(feedback),
                facts(row, order, now),
                items(lines, entered, wording),
                Math.max(0, lines.size() - MOST_ITEMS),
                new FormWriter(texts, wording).form(row, lines, entered, feedback));
        return Pages.render("desk/task.jte", Map.of("page", content));
    }

    void prime() {
        message("unknown");
    }

    private String done(PurchaseRow row, Map<Integer, LicenseLine> lines) {
        if (!DeskSteps.isOpen(row)) return texts.text(row.sale() == null ? "done.closed" : "done.bought");
        DeskTask task = Objects.requireNonNull(row.vendor().desk());
        return task.isComplete(DeskSteps.keysNeeded(lines)) ? texts.text("done.complete") : null;
    }

    private String alert(TaskPage.Feedback feedback) {
        boolean isFull = feedback.violations().stream()
                .anyMatch(violation -> violation.pointer().endsWith("/line"));
        return texts.text("alert") + (isFull ? " " + texts.text("error.line") : "");
    }

    private List<PageContent.Fact> facts(PurchaseRow row, Order order, Instant now) {
        DeskTask task = Objects.requireNonNull(row.vendor().desk());
        boolean isOverdue = row.awaitsDesk() && DeskSteps.isOverdue(task, now);
        String account = texts.text(row.technicalContact().atlassianAccount() ? "contact.account" : "contact.none");
        List<PageContent.Fact> facts = new ArrayList<>();
        facts.add(fact(
                "fact.customer",
                order.customer().name() + " (" + order.customer().number() + ")"));
        facts.add(fact("fact.country", order.customer().address().country()));
        facts.add(fact(
                "fact.contact",
                row.technicalContact().name() + ", " + row.technicalContact().email()));
        facts.add(fact("fact.account", account));
        facts.add(fact("fact.reference", row.vendorReference()));
        facts.add(fact("fact.since", texts.time(task.since())));
        String due = texts.time(task.remindAt());
        facts.add(
                new PageContent.Fact(texts.text("fact.due"), isOverdue ? texts.text("overdue", due) : due, isOverdue));
        return facts;
    }

    private PageContent.Fact fact(String name, String value) {
        return new PageContent.Fact(texts.text(name), value, false);
    }

    private List<PageContent.Item> items(
            SortedMap<Integer, LicenseLine> lines, EnteredLicenses entered, LineWording wording) {
        return lines.entrySet().stream()
                .limit(MOST_ITEMS)
                .map(numbered -> {
                    LicenseLine line = numbered.getValue();
                    boolean hasKeys = line.deployment() == LicenseLine.Deployment.DATA_CENTER;
                    String keys = texts.text(
                            "item.keys", entered.sensOf(numbered.getKey()).size(), line.quantity());
                    return new PageContent.Item(
                            numbered.getKey(),
                            wording.title(line),
                            wording.details(line),
                            wording.quantity(line),
                            hasKeys ? keys : "");
                })
                .toList();
    }
}
