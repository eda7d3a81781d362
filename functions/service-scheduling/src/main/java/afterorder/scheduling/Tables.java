package afterorder.scheduling;

import afterorder.documents.page.PageTexts;
import afterorder.documents.wording.LineWording;
import afterorder.documents.wording.Wording;
import afterorder.order.Language;
import afterorder.order.Line;
import afterorder.order.service.Appointment;
import afterorder.order.service.Details;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.Performance;
import afterorder.order.settings.Catalog;
import afterorder.scheduling.Engagements.Found;
import afterorder.scheduling.PageContent.Fact;
import afterorder.scheduling.PageContent.Section;
import afterorder.scheduling.PageContent.Table;
import afterorder.scheduling.PageContent.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What both sides' pages show of an engagement. */
final class Tables {
    private final PageTexts texts;
    private final Moments moments;
    private final LineWording lines;

    Tables(PageTexts texts, Language language, Moments moments, Catalog catalog) {
        this.texts = texts;
        this.moments = moments;
        this.lines = new LineWording(catalog, language, new Wording(language));
    }

    Section lines(Found found) {
        List<TableRow> rows = found.row().lines().stream()
                .map(number -> line(number, found.order().line(number)))
                .toList();
        return section("lines", List.of("number", "service", "quantity"), rows).orElseThrow();
    }

    private TableRow line(int number, Line line) {
        return TableRow.of("" + number, lines.title(line) + ": " + lines.details(line), lines.quantity(line));
    }

    /** Those that were called off, too. */
    Optional<Section> appointments(EngagementRow row) {
        List<TableRow> rows = row.dates().appointments().stream()
                .map(appointment -> TableRow.of(
                        "" + appointment.number(),
                        moments.full(appointment.slot()),
                        appointment.owner().name(),
                        state(appointment)))
                .toList();
        return section("appointments", List.of("number", "when", "who", "state"), rows);
    }

    private String state(Appointment appointment) {
        return appointment.isCalledOff()
                ? texts.text("appointment.off", appointment.reason())
                : texts.text("appointment.agreed");
    }

    Optional<Section> details(@Nullable Details details) {
        if (details == null) return Optional.empty();
        List<TableRow> rows = Stream.of(
                        detail("goal", details.goal()),
                        detail("place", details.place()),
                        detail("participants", details.participants()),
                        detail("prerequisites", details.prerequisites()),
                        detail("remarks", details.remarks()))
                .flatMap(Optional::stream)
                .toList();
        String by = texts.text("details.by", details.by().name(), moments.time(details.at()));
        return section("details", List.of("detail", "agreed"), rows)
                .map(known -> new Section(known.title(), List.of(by), known.table(), List.of()));
    }

    private Optional<TableRow> detail(String name, @Nullable String value) {
        return Optional.ofNullable(value).map(agreed -> TableRow.of(texts.text("field." + name), agreed));
    }

    Optional<Section> work(Performance performance) {
        List<TableRow> rows = new ArrayList<>(performance.entries().stream()
                .map(entry -> TableRow.of(
                        "" + entry.number(),
                        moments.stretch(entry.from(), entry.to()),
                        moments.duration(entry.duration()),
                        entry.by().name(),
                        entry.what()))
                .toList());
        if (!rows.isEmpty()) {
            rows.add(TableRow.of("", texts.text("work.total"), moments.duration(performance.total()), "", ""));
        }
        return section("work", List.of("number", "when", "hours", "who", "what"), rows);
    }

    /** Empty when there are no rows. @param columns by the texts {@code column.<name>} */
    Optional<Section> section(String title, List<String> columns, List<TableRow> rows) {
        if (rows.isEmpty()) return Optional.empty();
        List<String> headings =
                columns.stream().map(name -> texts.text("column." + name)).toList();
        return Optional.of(Section.of(texts.text("section." + title), new Table(headings, rows)));
    }

    Fact fact(String name, String value) {
        return new Fact(texts.text("fact." + name), value, false);
    }
}
