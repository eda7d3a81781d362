package afterorder.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatementTest {
    private static final Pattern PLACE = Pattern.compile("%(\\d\\$)?s");

    @ParameterizedTest
    @EnumSource
    void has_a_text_with_as_many_places_in_each_language(Phrase phrase) {
        for (Language language : Language.values()) {
            assertThat(phrase.text(language)).isNotBlank();
            assertThat(places(phrase.text(language)))
                    .as(language.code())
                    .hasSameSizeAs(places(phrase.text(Language.EN)));
        }
        assertThat(phrase.text(Language.DE)).isNotEqualTo(phrase.text(Language.EN));
    }

    @Test
    void is_kept_as_what_is_meant_and_said_in_the_language_of_who_reads_it() throws JsonProcessingException {
        Statement refused = Phrase.REFUSED_BY_VENDOR.with("100 % of the credit line is used");
        String json = Json.MAPPER.writeValueAsString(refused);
        assertThat(json)
                .isEqualTo("{\"phrase\":\"refused-by-vendor\",\"facts\":[\"100 % of the credit line is used\"]}");
        Statement read = Json.MAPPER.readValue(json, Statement.class);
        assertThat(read.in(Language.EN)).isEqualTo("refused by the vendor: 100 % of the credit line is used");
        assertThat(read.in(Language.DE)).isEqualTo("vom Hersteller abgelehnt: 100 % of the credit line is used");
    }

    @Test
    void says_what_is_unknown_without_a_null() {
        assertThat(Phrase.LINE_RENEWAL.with(1, "SEN-7", null).in(Language.DE))
                .isEqualTo("Position 1: bestellt die Verlängerung von SEN-7, verkauft –");
    }

    /** Those with a number may each be used once, in any order. */
    private static TreeSet<String> places(String text) {
        TreeSet<String> places = new TreeSet<>();
        PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .forEach(place -> places.add(place.equals("%s") ? "%s" + places.size() : place));
        return places;
    }
}
