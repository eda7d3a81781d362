package afterorder.documents.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void has_every_text_in_each_language_with_the_same_places() {
        Texts german = Texts.of(Language.DE);
        Texts english = Texts.of(Language.EN);
        assertThat(english.names()).isEqualTo(german.names());
        for (String name : german.names()) {
            assertThat(german.text(name)).as(name).isNotBlank();
            assertThat(places(english.text(name))).as(name).isEqualTo(places(german.text(name)));
        }
    }

    @Test
    void refuses_a_text_that_it_has_not() {
        Wording wording = new Wording(Language.EN);
        assertThatThrownBy(() -> wording.text("no.such")).hasMessageContaining("no text 'no.such'");
    }

    @Test
    void joins_neighboring_line_numbers() {
        assertThat(LineWording.numbers(List.of(1))).isEqualTo("1");
        assertThat(LineWording.numbers(List.of(1, 2, 3, 5, 7, 8))).isEqualTo("1–3, 5, 7–8");
    }

    private static int places(String text) {
        return text.replace("%%", "").split("%s", -1).length;
    }
}
