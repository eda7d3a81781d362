package afterorder.order.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
    private static final String KEY = "AAABkey0123456789";

    @ParameterizedTest
    @ValueSource(strings = {"{\"key\": %s}", "{\"key\": \"%s", "{\"%1$s\": 1, \"%1$s\": 2}", "{} %s", "%s"})
    void says_where_a_body_is_no_json_and_quotes_nothing_of_it(String body) {
        Violation violation = unreadable(body.formatted(KEY).getBytes(StandardCharsets.UTF_8));
        assertThat(violation.detail()).matches("is no valid JSON \\(line 1, column \\d+\\)");
    }

    @Test
    void says_of_bytes_that_are_no_text_no_more_than_that() {
        assertThat(unreadable(new byte[] {'{', '"', (byte) 0xFF, '"', '}'}).detail())
                .startsWith("is no valid JSON");
    }

    @Test
    void tells_every_violation_at_once() {
        byte[] body = "{\"one\": 1, \"three\": 3}".getBytes(StandardCharsets.UTF_8);
        assertThat(BodyReader.read(body, (fields, mistakes) -> fields.text("one", 5) + fields.text("two", 5)))
                .isEqualTo(new Reading.Refused<>(List.of(
                        new Violation("/one", "must be a string"),
                        new Violation("/two", "is required"),
                        new Violation("/three", "is unknown"))));
    }

    private static Violation unreadable(byte[] body) {
        Reading<String> reading = BodyReader.read(body, (fields, mistakes) -> fields.text("key", 5));
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        return ((Reading.Unreadable<String>) reading).violation();
    }
}
