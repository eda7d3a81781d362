package afterorder.scheduling;

import afterorder.documents.page.PageTexts;
import afterorder.order.Language;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.EngagementRow.Status;
import afterorder.order.service.Performance;
import afterorder.order.service.Proposal;
import afterorder.order.service.Side;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Settings;
import afterorder.scheduling.Engagements.Found;
import afterorder.scheduling.PageContent.Fact;
import afterorder.scheduling.PageContent.Section;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the customer sees of an engagement: how it stands, what was agreed, and what is to be answered. */
final class CustomerPage {
    private final Language language;
    private final ZoneId zone;
    private final Catalog catalog;
    private final PageTexts texts;
    private final Moments moments;
    private final Tables tables;
    private final Found found;
    private final Instant now;

    CustomerPage(Settings settings, Found found, Instant now) {
        this.language = found.order().language();
        this.zone = CustomerSide.zone(found.order(), settings.seller());
        this.texts = new PageTexts(CustomerPage.class, language, zone);
        this.moments = new Moments(language, Side.CUSTOMER, found.team().zone(), zone);
        this.catalog = settings.catalog();
        this.tables = new Tables(texts, language, moments, catalog);
        this.found = found;
        this.now = now;
    }

    PageContent content(Feedback feedback) {
        EngagementRow row = found.row();
        CustomerForms forms = new CustomerForms(texts, moments, feedback.refused(), row, now);
        List<Section> sections = new ArrayList<>();
        record(row, forms.record()).ifPresent(sections::add);
        dates(row, forms.dates()).ifPresent(sections::add);
        tables.appointments(row).ifPresent(sections::add);
        tables.details(row.agreement().details()).ifPresent(sections::add);
        sections.add(tables.lines(found));
        String title = texts.text("title.customer", row.orderId());
        return new PageContent(texts, title, feedback.done(), feedback.alerts(), facts(row), sections);
    }

    private List<Fact> facts(EngagementRow row) {
        List<Fact> facts = new ArrayList<>();
        facts.add(tables.fact(
                "status", texts.text("customer.status." + row.status().code())));
        found.order().customerOrderNumber().ifPresent(number -> facts.add(tables.fact("your-number", number)));
        facts.add(tables.fact("team", found.team().name()));
        Optional.ofNullable(row.agreement().owner())
                .ifPresent(owner -> facts.add(tables.fact("our-contact", owner.name())));
        return facts;
    }

    private Optional<Section> dates(EngagementRow row, List<Form> forms) {
        if (forms.isEmpty()) return Optional.empty();
        List<String> paragraphs = new ArrayList<>();
        Optional<Proposal> open = row.dates().open();
        if (open.isEmpty()) paragraphs.add(texts.text("dates.none"));
        open.filter(proposal -> proposal.by() == Side.TEAM)
                .ifPresent(proposal -> paragraphs.add(texts.text(moved(proposal))));
        open.filter(proposal -> proposal.by() == Side.CUSTOMER).ifPresent(proposal -> {
            paragraphs.add(texts.text("dates.yours"));
            proposal.slots().forEach(slot -> paragraphs.add(moments.full(slot)));
        });
        return Optional.of(new Section(texts.text("section.dates"), paragraphs, null, forms));
    }

    private static String moved(Proposal proposal) {
        return proposal.moves() == null ? "dates.ours" : "dates.ours.moving";
    }

    /** What was done is shown as soon as its record is out, and by the same clock as there: the team's. */
    private Optional<Section> record(EngagementRow row, List<Form> forms) {
        Performance performance = row.performance();
        boolean isIssued = row.status() == Status.DONE || (row.status() == Status.CLOSED && row.isRecordSent());
        if (!isIssued) return Optional.empty();
        String number = performance.issue().number();
        String state = performance.signOff() == null
                ? texts.text("record.open", number)
                : texts.text(
                        "record.signed-off",
                        number,
                        performance.signOff().by(),
                        moments.time(performance.signOff().at()));
        Moments teams = new Moments(language, Side.TEAM, found.team().zone(), zone);
        List<String> paragraphs = List.of(state, texts.text("hint.zone", teams.zone()));
        return new Tables(texts, language, teams, catalog)
                .work(performance)
                .map(work -> new Section(texts.text("section.record"), paragraphs, work.table(), forms));
    }
}
