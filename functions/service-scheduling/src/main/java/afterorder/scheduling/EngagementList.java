package afterorder.scheduling;

import afterorder.aws.RowPage;
import afterorder.aws.TeamRows;
import afterorder.order.row.RowKey;
import afterorder.order.settings.Teams;
import afterorder.scheduling.Engagements.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The engagements of one team or of all, one team after the other, in pages. */
final class EngagementList {
    /** So many with the most contacts, proposals and appointments stay far below what Lambda answers, 6 MB. */
    static final int MOST = 25;

    /** So that a page comes soon, however few of those that are looked at are wanted. */
    private static final int MOST_LOOKS = 200;

    private static final String BETWEEN = ".";

    private final TeamRows rows;
    private final Engagements engagements;
    private final Teams teams;

    EngagementList(TeamRows rows, Engagements engagements, Teams teams) {
        this.rows = rows;
        this.engagements = engagements;
        this.teams = teams;
    }

    /** Some of them; perhaps none, though there is a page after this one. */
    record Page(List<Found> found, Optional<String> next) {}

    /** Where a page begins. @param after in the team's own list; empty at its beginning */
    private record Place(String team, Optional<String> after) {
        static Place of(String text) {
            int end = text.indexOf(BETWEEN);
            if (end < 0) throw new IllegalArgumentException("no place in a list: " + text);
            String after = text.substring(end + 1);
            return new Place(text.substring(0, end), after.isEmpty() ? Optional.empty() : Optional.of(after));
        }

        String text() {
            return team + BETWEEN + after.orElse("");
        }
    }

    /**
     * @param after the {@code next} of an earlier page
     * @throws IllegalArgumentException when it is none
     */
    Page page(ListFilter filter, Optional<String> after, Instant now) {
        List<String> wanted =
                filter.team().map(List::of).orElse(List.copyOf(teams.teams().keySet()));
        Optional<Place> place =
                Optional.of(after.map(Place::of).orElse(new Place(wanted.getFirst(), Optional.empty())));
        if (!wanted.contains(place.get().team())) throw new IllegalArgumentException("no place in this list: " + after);
        List<Found> found = new ArrayList<>();
        for (int looks = 0; place.isPresent() && found.size() < MOST && looks < MOST_LOOKS; ) {
            RowPage page = rows.page(place.get().team(), place.get().after(), MOST - found.size());
            looks += Math.max(1, page.rows().size());
            for (RowKey key : page.rows()) {
                engagements
                        .find(key)
                        .filter(each -> filter.shows(each.row(), each.team(), now))
                        .ifPresent(found::add);
            }
            place = next(place.get(), page, wanted);
        }
        return new Page(found, place.map(Place::text));
    }

    private static Optional<Place> next(Place place, RowPage page, List<String> wanted) {
        if (page.next() != null) return Optional.of(new Place(place.team(), Optional.of(page.next())));
        int following = wanted.indexOf(place.team()) + 1;
        return following < wanted.size()
                ? Optional.of(new Place(wanted.get(following), Optional.empty()))
                : Optional.empty();
    }
}
