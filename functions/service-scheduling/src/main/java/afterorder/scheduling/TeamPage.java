package afterorder.scheduling;

import afterorder.documents.page.PageTexts;
import afterorder.documents.wording.Wording;
import afterorder.order.Commissioning;
import afterorder.order.Language;
import afterorder.order.ServiceContact;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.EngagementView;
import afterorder.order.service.Person;
import afterorder.order.service.Proposal;
import afterorder.order.service.Side;
import afterorder.order.settings.Settings;
import afterorder.scheduling.Engagements.Found;
import afterorder.scheduling.PageContent.Fact;
import afterorder.scheduling.PageContent.Section;
import afterorder.scheduling.PageContent.TableRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the team sees of an engagement: everything that is known, and what it can do. */
final class TeamPage {
    private final Settings settings;
    private final Language language;
    private final PageTexts texts;
    private final Moments moments;
    private final Tables tables;
    private final Found found;
    private final Instant now;

    TeamPage(Settings settings, Found found, Instant now) {
        ZoneId zone = found.team().zone();
        this.settings = settings;
        this.language = found.team().language();
        this.texts = new PageTexts(TeamPage.class, language, zone);
        this.moments = new Moments(language, Side.TEAM, zone, CustomerSide.zone(found.order(), settings.seller()));
        this.tables = new Tables(texts, language, moments, settings.catalog());
        this.found = found;
        this.now = now;
    }

    /** @param documents the names of the order's documents so far */
    PageContent content(List<String> documents, Feedback feedback) {
        EngagementRow row = found.row();
        List<Form> forms = new TeamForms(texts, moments, feedback.refused(), found.team(), row, now).forms();
        List<Section> sections = new ArrayList<>();
        if (!forms.isEmpty()) sections.add(Section.of(texts.text("section.todo"), forms));
        sections.add(tables.lines(found));
        Stream.of(
                        tables.appointments(row),
                        proposals(row),
                        contacts(row),
                        tables.details(row.agreement().details()),
                        tables.work(row.performance()),
                        documents(documents))
                .flatMap(Optional::stream)
                .forEach(sections::add);
        String title = texts.text("title.team", found.order().customer().name(), row.orderId());
        return new PageContent(texts, title, feedback.done(), feedback.alerts(), facts(), sections);
    }

    private List<Fact> facts() {
        EngagementRow row = found.row();
        EngagementView view = EngagementView.of(row, found.team(), now);
        ServiceContact contact = found.order().contactForServices();
        List<Fact> facts = new ArrayList<>();
        facts.add(tables.fact("status", texts.text("status." + row.status().code())));
        Optional.ofNullable(row.progress().parked())
                .ifPresent(parked -> facts.add(
                        new Fact(texts.text("fact.parked"), parked.reason().in(language), true)));
        facts.add(tables.fact("owner", owner(row)));
        boolean isToContact = row.status() == EngagementRow.Status.COMMISSIONED;
        if (isToContact) facts.add(contactBy(view));
        facts.add(tables.fact("customer", customer()));
        found.order().customerOrderNumber().ifPresent(number -> facts.add(tables.fact("order-number", number)));
        facts.add(tables.fact("contact", contact.name()));
        Optional.ofNullable(contact.phone()).ifPresent(phone -> facts.add(tables.fact("phone", phone)));
        facts.add(tables.fact("email", contact.email().address()));
        facts.add(tables.fact(
                "language", texts.text("language." + found.order().language().code())));
        Optional.ofNullable(found.order().customer().timeZone())
                .ifPresent(zone -> facts.add(tables.fact("zone", new Wording(language).zone(zone))));
        facts.add(tables.fact("commissioning", commissioning(row)));
        return facts;
    }

    private String customer() {
        return found.order().customer().name() + " (" + found.order().customer().number() + ")";
    }

    private String owner(EngagementRow row) {
        return Optional.ofNullable(row.agreement().owner()).map(Person::name).orElse(texts.text("owner.none"));
    }

    private Fact contactBy(EngagementView view) {
        String time = moments.time(view.contactBy());
        return new Fact(
                texts.text("fact.contact-by"), view.overdue() ? texts.text("overdue", time) : time, view.overdue());
    }

    private String commissioning(EngagementRow row) {
        Commissioning known = row.commissioning();
        if (known == null) return texts.text("commissioning.none");
        String by = texts.text("commissioning.by", moments.day(known.on()), known.by());
        return known.reference() == null ? by : by + " (" + known.reference() + ")";
    }

    private Optional<Section> proposals(EngagementRow row) {
        List<TableRow> rows = row.dates().proposals().stream()
                .map(proposal -> TableRow.of(
                        "" + proposal.number(),
                        texts.text("by." + proposal.by().code()),
                        proposal.slots().stream().map(moments::full).collect(Collectors.joining("\n\n")),
                        outcome(proposal)))
                .toList();
        return tables.section("proposals", List.of("number", "by", "when", "state"), rows);
    }

    private String outcome(Proposal proposal) {
        Proposal.Answer answer = proposal.answer();
        if (answer == null) return texts.text("proposal.open");
        String outcome = texts.text("proposal." + answer.outcome().code());
        return answer.reason() == null ? outcome : outcome + ": " + answer.reason();
    }

    private Optional<Section> contacts(EngagementRow row) {
        List<TableRow> rows = row.agreement().contacts().stream()
                .map(contact -> TableRow.of(
                        moments.time(contact.at()),
                        contact.by().name(),
                        texts.text("channel." + contact.channel().code()),
                        Optional.ofNullable(contact.note()).orElse("")))
                .toList();
        return tables.section("contacts", List.of("when", "who", "channel", "note"), rows);
    }

    private Optional<Section> documents(List<String> documents) {
        return documents.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        texts.text("section.documents"), List.of(String.join(", ", documents)), null, List.of()));
    }
}
