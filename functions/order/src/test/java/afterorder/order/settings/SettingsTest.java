package afterorder.order.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Path SETTINGS = Path.of("../../infrastructure/settings");
    private static final Path MISTAKES = Path.of("src/test/resources/settings-with-mistakes");
    private static final String CATALOG = "infrastructure/settings/catalog.json";
    private static final String SELLER = "infrastructure/settings/seller.json";

    @Test
    void the_settings_of_this_folder_are_whole() {
        assertThatCode(() -> read(file(SETTINGS, "seller"), file(SETTINGS, "catalog"), file(SETTINGS, "desk")))
                .doesNotThrowAnyException();
    }

    /** As a function does when it starts. */
    @Test
    void the_settings_in_the_jar_are_those_of_this_folder() {
        assertThat(Settings.bundled())
                .isEqualTo(read(file(SETTINGS, "seller"), file(SETTINGS, "catalog"), file(SETTINGS, "desk")));
    }

    @Test
    void tells_the_same_from_a_jar_that_was_built_with_broken_ones(@TempDir Path folder) throws Exception {
        Path settings = Files.createDirectory(folder.resolve("settings"));
        Files.copy(MISTAKES.resolve("catalog.json"), settings.resolve("catalog.json"));
        Path said = folder.resolve("said");
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + File.pathSeparator + System.getProperty("java.class.path"),
                        SettingsCheck.class.getName())
                .redirectError(said.toFile())
                .start();
        assertThat(check.waitFor()).isEqualTo(1);
        assertThat(Files.readAllLines(said)).isEqualTo(mistakes(file(SETTINGS, "seller"), file(MISTAKES, "catalog")));
    }

    @Test
    void tells_every_mistake_of_every_file_with_its_line() {
        assertThat(mistakes(file(MISTAKES, "seller"), file(MISTAKES, "catalog")))
                .containsExactly(
                        SELLER + ":3: /address/country must have at most 2 characters",
                        SELLER + ":7: /directors must have at least one",
                        SELLER + ":8: /vatId must be a VAT ID like DE136695976",
                        SELLER + ":10: /email must be an e-mail address with a domain, in ASCII",
                        SELLER + ":11: /telephone must not be empty",
                        SELLER + ":12: /website must be an address like https://reseller.example",
                        SELLER + ":13: /bankAccount/iban has wrong check digits",
                        SELLER + ":14: /zone must be a time zone like Europe/Berlin",
                        SELLER + ":15: /purchaseHour must be a time like 08:00",
                        SELLER + ":16: /vatPercent must be a decimal in a string, like \"1440.00\"",
                        SELLER + ":17: /paymentDays must be at least 1",
                        SELLER + ":18: /numbers/invoice must be 1 to 10 capital letters or digits",
                        SELLER + ":18: /numbers must differ from each other",
                        SELLER + ":19: /slogan is unknown",
                        SELLER + ":21: /letterhead/accent must be darker: its contrast to white is below 4.5 to 1",
                        SELLER + ":22: /letterhead/logo/alternative is required",
                        SELLER + ":23: /letterhead/logo/viewBox must be four numbers like \"0 0 120 40\"",
                        SELLER + ":24: /letterhead/logo/path must be path data of SVG, without arcs:"
                                + " no path data at character 6",
                        SELLER + ":25: /letterhead/logo/color must be a color like #0d4577",
                        CATALOG + ":6: /products/jira/deployments/data-center/tiers must have at least one",
                        CATALOG + ":7: /products/jira/deployments/cloud/users/to must be at least 100",
                        CATALOG + ":7: /products/jira/deployments/cloud/months/1 must be at least 1",
                        CATALOG + ":10: /products/Confluence must be a key of small letters, digits and hyphens",
                        CATALOG + ":12: /products/Confluence/deployments must have data-center, cloud or both",
                        CATALOG + ":13: /products/Confluence/deployments/server is unknown",
                        CATALOG + ":16: /products/bitbucket/name is required",
                        CATALOG + ":19: /products/bitbucket/deployments/data-center/tiers/1"
                                + " must be more than 500, the one before",
                        CATALOG + ":34: /products/app stands twice, before in line 24",
                        CATALOG + ":39: /products/app/deployments/cloud has no host that is sold there",
                        CATALOG + ":44: /products/app-of-app/hosts has an app: app",
                        CATALOG + ":50: /services/consulting/name/en is required",
                        CATALOG + ":51: /services/consulting/units/day/fr is unknown",
                        CATALOG + ":57: /saleEnds/0/products has bitbucket, which is not sold as cloud",
                        CATALOG + ":59: /saleEnds/0/to may be new-customers for new licenses of data-center only",
                        CATALOG + ":67: /saleEnds/1/from comes too late: /saleEnds/2 ends it for everybody before",
                        CATALOG + ":68: /saleEnds/1/reason/en must not be empty",
                        CATALOG + ":77: /saleEnds/3 overlaps with /saleEnds/2: both end the same sale",
                        CATALOG + ":85: /saleEnds/4/reason is required",
                        CATALOG + ":87: /saleEnds/4/transactions must have at least one",
                        CATALOG + ":88: /saleEnds/4/to must be one of [everybody, new-customers]",
                        CATALOG + ":89: /saleEnds/4/from must be a date like \"2026-12-15\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"tiers\": [500, 1000,   | \"tiers\": [500,, 1000,   | is no valid JSON: Unexpected character (','",
                "\"hosts\": [\"bitbucket\"] | \"hosts\": [\"bitbuckt\"] | /products/awesome-graphs-for-bitbucket/hosts/0 must be one of [",
                "\"hosts\": [\"bitbucket\"] | \"hosts\": []           | /products/awesome-graphs-for-bitbucket/hosts must have at least one",
                "\"hosts\": [\"bitbucket\"] | \"hosts\": \"bitbucket\" | /products/awesome-graphs-for-bitbucket/hosts must be an array",
                "\"to\": \"everybody\"    | \"to\": \"all\"           | /saleEnds/1/to must be one of [everybody, new-customers]",
                "\"from\": \"2028-03-31\" | \"until\": \"2028-03-31\" | /saleEnds/1/until is unknown",
                "\"months\": [1, 12]      | \"months\": [1, 12.5]     | /products/trello/deployments/cloud/months/1 must be a whole number",
                "\"name\": \"Bamboo\"     | \"name\": null            | /products/bamboo/name must be a string",
            })
    void tells_the_line_of_a_slip_in_the_real_catalog(String right, String wrong, String told) throws IOException {
        String catalog = Files.readString(SETTINGS.resolve("catalog.json"));
        assertThat(catalog).contains(right);
        int at = catalog.indexOf(right);
        long line = catalog.substring(0, at).lines().count();
        String broken = catalog.substring(0, at) + wrong + catalog.substring(at + right.length());

        assertThat(mistakes(file(SETTINGS, "seller"), broken.getBytes(StandardCharsets.UTF_8)))
                .anySatisfy(mistake -> assertThat(mistake)
                        .startsWith(CATALOG + ":" + line + ": ")
                        .contains(told));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "42", "null", "{} {}", "{\"products\": ", "\u00ff"})
    void refuses_what_is_no_catalog_at_all(String content) {
        assertThat(mistakes(file(SETTINGS, "seller"), content.getBytes(StandardCharsets.ISO_8859_1)))
                .allSatisfy(mistake -> assertThat(mistake).startsWith(CATALOG + ":1: "))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"lead\": \"desk-lead@reseller.example\" | \"lead\": \"desk-lead\" | /lead must be an e-mail address",
                "\"state\": \"DE-HE\" | \"state\": \"Hessen\" | /state must be a state of Germany by ISO 3166-2",
                "\"friday\": [[\"09:00\", \"12:30\"] | \"friday\": [[\"12:30\", \"09:00\"] | /hours/friday/0 must be two times",
                "\"remindAfter\": \"PT4H\" | \"remindAfter\": \"4 h\" | /remindAfter must be a duration like PT4H",
            })
    void tells_the_line_of_a_slip_in_the_desk_s_settings(String right, String wrong, String told) throws IOException {
        String desk = Files.readString(SETTINGS.resolve("desk.json"));
        int at = desk.indexOf(right);
        long line = desk.substring(0, at + 1).lines().count();
        byte[] broken =
                (desk.substring(0, at) + wrong + desk.substring(at + right.length())).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(file(SETTINGS, "seller"), file(SETTINGS, "catalog"), broken))
                .isInstanceOf(BrokenSettings.class)
                .message()
                .startsWith("infrastructure/settings/desk.json:" + line + ": ")
                .contains(told)
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/logo.png | must be the name of a PNG file beside this one, like logo.png",
                "nowhere.png        | is not beside this one",
            })
    void tells_of_a_logo_that_is_no_file_beside_the_settings(String file, String told) throws IOException {
        String seller = Files.readString(SETTINGS.resolve("seller.json"));
        String broken = seller.replaceFirst("(?s)\"viewBox\".*\"color\": \"#[0-9a-f]*\"", "\"file\": \"" + file + "\"");
        assertThat(mistakes(broken.getBytes(StandardCharsets.UTF_8), file(SETTINGS, "catalog")))
                .singleElement()
                .asString()
                .endsWith("/letterhead/logo/file " + told);
    }

    @Test
    void says_in_one_exception_what_to_mend() {
        assertThatThrownBy(() ->
                        read(file(SETTINGS, "seller"), "{\n  \"products\": []\n}".getBytes(), file(SETTINGS, "desk")))
                .isInstanceOf(BrokenSettings.class)
                .hasMessage(CATALOG + ":1: /services is required\n" + CATALOG + ":2: /products must be an object");
    }

    private static Settings read(byte[] seller, byte[] catalog, byte[] desk) {
        return Settings.read(seller, catalog, desk, file(SETTINGS, "teams"));
    }

    private static List<String> mistakes(byte[] seller, byte[] catalog) {
        return catchThrowableOfType(BrokenSettings.class, () -> read(seller, catalog, file(SETTINGS, "desk")))
                .getMessage()
                .lines()
                .toList();
    }

    private static byte[] file(Path folder, String name) {
        try {
            return Files.readAllBytes(folder.resolve(name + ".json"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
