package afterorder.order.settings;

import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.fields.Addresses;
import afterorder.order.fields.Fields;
import afterorder.order.fields.Mistakes;
import afterorder.order.settings.Team.Member;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code teams.json}, and holds the teams to what must be so between them: one service and one person, one team. */
final class TeamsReader {
    private static final int LONGEST_NAME = 100;

    private final @Nullable Catalog catalog;
    private final Mistakes mistakes;
    private final Map<String, String> placeByService = new HashMap<>();
    private final Map<String, String> placeByMember = new HashMap<>();

    private TeamsReader(@Nullable Catalog catalog, Mistakes mistakes) {
        this.catalog = catalog;
        this.mistakes = mistakes;
    }

    /** @param catalog null when it is broken itself: then nobody can tell an unknown service */
    static Teams teams(Fields fields, @Nullable Catalog catalog, Mistakes mistakes) {
        TeamsReader reader = new TeamsReader(catalog, mistakes);
        return new Teams(fields.entries("teams", CatalogReader.KEY, CatalogReader.KEY_FORM, reader::team));
    }

    /** A key that is right stands in the place as it is. */
    private @Nullable Team team(JsonNode node, String place) {
        String key = place.substring(place.lastIndexOf('/') + 1);
        return Fields.read(node, place, mistakes, fields -> team(key, fields));
    }

    private @Nullable Team team(String key, Fields fields) {
        String name = fields.text("name", LONGEST_NAME);
        Email email = Addresses.email(fields, true);
        Email lead = fields.parsed("lead", Email::new, "an e-mail address with a domain, in ASCII");
        Language language = fields.choice("language", List.of(Language.values()), Language::code);
        List<Member> members = fields.some("members", this::member);
        ZoneId zone = WorkingWeekReader.zone(fields);
        String state = WorkingWeekReader.state(fields);
        WorkingWeek hours = WorkingWeekReader.hours(fields, mistakes);
        Duration contactWithin = fields.parsed("contactWithin", Duration::parse, "a duration like PT4H");
        Duration escalateAfter = fields.parsed("escalateAfter", Duration::parse, "a duration like PT8H");
        Set<String> services = Set.copyOf(fields.some("services", this::service));
        boolean isWhole = Stream.of(email, lead, language, zone, state, hours, contactWithin, escalateAfter)
                        .allMatch(Objects::nonNull)
                && !members.isEmpty();
        if (!isWhole) return null;
        return fields.made(() -> new Team(
                key, name, email, lead, language, members, zone, state, hours, contactWithin, escalateAfter, services));
    }

    /** A person belongs to one team, whatever case its address is written in: its calendar has one owner. */
    private @Nullable Member member(JsonNode node, String place) {
        return Fields.read(node, place, mistakes, fields -> {
            String name = fields.text("name", LONGEST_NAME);
            Email email = Addresses.email(fields, true);
            if (email == null) return null;
            String before = placeByMember.putIfAbsent(email.address().toLowerCase(Locale.ROOT), place);
            if (before == null) return new Member(name, email);
            fields.refuse("email", "is that of " + before + " already: a person belongs to one team");
            return null;
        });
    }

    private @Nullable String service(JsonNode element, String place) {
        String service = element.textValue();
        if (service == null || (catalog != null && !catalog.services().containsKey(service))) {
            mistakes.add(place, "must be a service of the catalog" + known());
            return null;
        }
        String before = placeByService.putIfAbsent(service, place);
        if (before == null) return service;
        mistakes.add(place, "stands in " + before + " already: one team delivers a service");
        return null;
    }

    private String known() {
        return catalog == null
                ? ""
                : ", one of " + catalog.services().keySet().stream().sorted().toList();
    }
}
