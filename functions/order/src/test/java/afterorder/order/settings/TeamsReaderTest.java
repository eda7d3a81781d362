package afterorder.order.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import afterorder.order.Email;
import afterorder.order.settings.Team.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which teams a reseller may set up, and what a mistake in {@code teams.json} is answered with. */
@Tag("S13")
class TeamsReaderTest {
    private static final Path SETTINGS = Path.of("../../infrastructure/settings");
    private static final Path MISTAKES = Path.of("src/test/resources/settings-with-mistakes");
    private static final String TEAMS = "infrastructure/settings/teams.json";

    private final Settings settings = Settings.bundled();

    @Test
    void every_service_that_is_sold_has_its_team() {
        assertThat(settings.catalog().services().keySet())
                .allSatisfy(service -> assertThat(settings.teams().delivering(service))
                        .hasValueSatisfying(team ->
                                assertThat(settings.teams().team(team.key())).isEqualTo(team)));
        assertThat(settings.teams().delivering("plumbing")).isEmpty();
    }

    @Test
    void a_team_knows_its_members_by_their_addresses() {
        Team consulting = settings.teams().team("consulting");
        Email clara = new Email("clara.berg@reseller.example");
        assertThat(consulting.member(clara)).contains(new Member("Clara Berg", clara));
        assertThat(settings.teams().team("hosting").member(clara)).isEmpty();
    }

    @Test
    void nobody_belongs_to_two_teams() {
        assertThat(settings.teams().teams().values().stream()
                        .map(Team::members)
                        .flatMap(Collection::stream)
                        .map(Member::email))
                .hasSizeGreaterThanOrEqualTo(6)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_team_that_a_row_names_must_stay_in_the_settings() {
        assertThatThrownBy(() -> settings.teams().team("plumbing"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the settings have no team plumbing");
    }

    @Test
    void tells_every_mistake_with_its_line() throws IOException {
        assertThat(mistakes(Files.readString(MISTAKES.resolve("teams.json"))))
                .containsExactly(
                        TEAMS + ":3: /teams/Consulting must be a key of small letters, digits and hyphens",
                        TEAMS + ":3: /teams/Consulting/lead is required",
                        TEAMS + ":5: /teams/Consulting/email must be an e-mail address with a domain, in ASCII",
                        TEAMS + ":6: /teams/Consulting/leader is unknown",
                        TEAMS + ":7: /teams/Consulting/language must be one of [de, en]",
                        TEAMS + ":8: /teams/Consulting/members must have at least one",
                        TEAMS + ":9: /teams/Consulting/zone must be a time zone like Europe/Berlin",
                        TEAMS + ":10: /teams/Consulting/state must be a state of Germany by ISO 3166-2, like DE-HE",
                        TEAMS + ":11: /teams/Consulting/hours cannot be: a week needs a shift",
                        TEAMS + ":12: /teams/Consulting/contactWithin must be a duration like PT4H",
                        TEAMS + ":13: /teams/Consulting/escalateAfter must be a duration like PT8H",
                        TEAMS + ":14: /teams/Consulting/services/1 must be a service of the catalog,"
                                + " one of [consulting, development, hosting]",
                        TEAMS + ":14: /teams/Consulting/services/2 must be a service of the catalog,"
                                + " one of [consulting, development, hosting]",
                        TEAMS + ":16: /teams/development cannot be: escalateAfter must be longer than contactWithin,"
                                + " not PT4H",
                        TEAMS + ":23: /teams/development/members/1/email is that of"
                                + " /teams/development/members/0 already: a person belongs to one team",
                        TEAMS + ":24: /teams/development/members/2/name is required",
                        TEAMS + ":24: /teams/development/members/2/role is unknown",
                        TEAMS + ":31: /teams/development/services/1 stands in /teams/Consulting/services/0"
                                + " already: one team delivers a service",
                        TEAMS + ":39: /teams/hosting/members/0/email is that of"
                                + " /teams/development/members/0 already: a person belongs to one team",
                        TEAMS + ":44: /teams/hosting/services must have at least one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"services\": [\"hosting\"] | \"services\": [\"hosting\", \"hosting\"] | /teams/hosting/services/1 stands in /teams/hosting/services/0 already",
                "\"contactWithin\": \"PT8H\" | \"contactWithin\": \"PT-8H\" | /teams/development cannot be: contactWithin must be positive",
                "\"monday\": [[\"08:00\", \"18:00\"]] | \"monday\": [[\"08:00\", \"24:30\"]] | /teams/hosting/hours/monday/0 must be two times",
                "\"name\": \"Tim Sauer\" | \"name\": \"\" | /teams/hosting/members/1/name must not be empty",
            })
    void tells_the_line_of_a_slip_in_the_real_teams(String right, String wrong, String told) throws IOException {
        String teams = Files.readString(SETTINGS.resolve("teams.json"));
        int at = teams.indexOf(right);
        assertThat(at).isPositive();
        assertThat(mistakes(teams.substring(0, at) + wrong + teams.substring(at + right.length())))
                .singleElement()
                .asString()
                .contains(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{} {}", "{\"teams\": "})
    void refuses_what_holds_no_teams_at_all(String content) {
        assertThat(mistakes(content)).isNotEmpty().allSatisfy(mistake -> assertThat(mistake)
                .startsWith(TEAMS + ":1: "));
    }

    /** As nobody knows then which services there are, the teams are not blamed for theirs. */
    @Test
    void tells_of_a_broken_catalog_alone() {
        BrokenSettings broken = catchThrowableOfType(
                BrokenSettings.class,
                () -> Settings.read(file("seller"), "{".getBytes(StandardCharsets.UTF_8), file("desk"), file("teams")));
        assertThat(broken.getMessage().lines()).isNotEmpty().allSatisfy(mistake -> assertThat(mistake)
                .startsWith("infrastructure/settings/catalog.json:"));
    }

    private static List<String> mistakes(String teams) {
        return catchThrowableOfType(
                        BrokenSettings.class,
                        () -> Settings.read(
                                file("seller"), file("catalog"), file("desk"), teams.getBytes(StandardCharsets.UTF_8)))
                .getMessage()
                .lines()
                .toList();
    }

    private static byte[] file(String name) {
        try {
            return Files.readAllBytes(SETTINGS.resolve(name + ".json"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
