package afterorder.documents;

import afterorder.order.Language;
import afterorder.order.settings.Catalog;
import afterorder.order.settings.Desk;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Team;
import afterorder.order.settings.Teams;
import java.util.HashMap;
import java.util.Map;

/** The settings of the example reseller, as every function has them. */
public final class Settings {
    private static final afterorder.order.settings.Settings BUNDLED = afterorder.order.settings.Settings.bundled();

    private Settings() {}

    public static Seller seller() {
        return BUNDLED.seller();
    }

    public static Catalog catalog() {
        return BUNDLED.catalog();
    }

    public static Teams teams() {
        return BUNDLED.teams();
    }

    /** All of them, with staff and teams that read that language. */
    public static afterorder.order.settings.Settings readIn(Language language) {
        Map<String, Team> teams = new HashMap<>();
        BUNDLED.teams().teams().forEach((key, team) -> teams.put(key, reading(team, language)));
        return new afterorder.order.settings.Settings(seller(), catalog(), desk(language), new Teams(teams));
    }

    private static Team reading(Team team, Language language) {
        return new Team(
                team.key(),
                team.name(),
                team.email(),
                team.lead(),
                language,
                team.members(),
                team.zone(),
                team.state(),
                team.hours(),
                team.contactWithin(),
                team.escalateAfter(),
                team.services());
    }

    public static Desk desk(Language language) {
        Desk desk = BUNDLED.desk();
        return new Desk(
                desk.email(),
                desk.lead(),
                language,
                desk.zone(),
                desk.state(),
                desk.hours(),
                desk.remindAfter(),
                desk.leadAfter());
    }
}
