package afterorder.localcloud.workflow.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Query query = new Query(InstantSource.fixed(Instant.parse("2026-12-15T08:00:00Z")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $states.input.price * 3                      | 126000
            0.1 + 0.2 > 0.3                              | true
            10 / 4                                       | 2.5
            $states.input.nothing                        | null
            $exists($states.input.nothing)               | true
            $now()                                       | "2026-12-15T08:00:00.000Z"
            $millis()                                    | 1797321600000
            $parse('{"a":[1,null]}')                     | {"a":[1,null]}
            $partition([1,2,3], 2)                       | [[1,2],[3]]
            $range(3, 1, -1)                             | [3,2,1]
            $range(1, 1, 1)                              | 1
            $hash('a', 'MD5')                            | "0cc175b9c0f1b6a831c399e269772661"
            $length($uuid())                             | 36
            $random(7) = $random(7)                      | true
            $order.lines[price > 1].sen                  | "SEN-2"
            $formatNumber(42000, '#,##0.00')             | "42,000.00"
            $fromMillis(0, '[Y0001]-[M01]-[D01]')        | "1970-01-01"
            $sort([3,1,2], function($a,$b){$a > $b})     | [1,2,3]
            """, quoteCharacter = '`')
    void evaluates_as_step_functions(String expression, String expected) throws Exception {
        assertThat(evaluate(expression)).isEqualTo(JSON.readTree(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $eval('1')                       | LocalCloud.QueryNotSupported | Step Functions has no $eval
            $states.input.missing            | States.QueryEvaluationError  | returned nothing (undefined)
            function($x){$x}                 | States.QueryEvaluationError  | unsupported result type
            1 / 0                            | States.QueryEvaluationError  | D1001
            'a' + 1                          | States.QueryEvaluationError  | T2001
            ($f := function(){ $f() }; $f())             | LocalCloud.QueryNotSupported | infinite loop
            ($f := function($n){ 1 + $f($n) }; $f(1))    | LocalCloud.QueryNotSupported | cannot be evaluated
            $fromMillis(0, '[X0001]-W[W01]')             | LocalCloud.QueryNotSupported | weeks
            $formatNumber(1, '9,9,99.99')                | LocalCloud.QueryNotSupported | picture
            """, quoteCharacter = '`')
    void says_what_is_wrong(String expression, String error, String message) {
        QueryError failure = catchThrowableOfType(QueryError.class, () -> evaluate(expression));
        assertThat(failure.error()).isEqualTo(error);
        assertThat(failure).hasMessageContaining(message);
        assertThat(failure.field()).isEqualTo("Output/total");
    }

    @Test
    void an_expression_that_assigns_a_variable_does_not_change_the_next_one() throws Exception {
        assertThat(evaluate("($order := 1; $order)").asInt()).isEqualTo(1);
        assertThat(evaluate("$order.lines[0].sen").asText()).isEqualTo("SEN-1");
    }

    private JsonNode evaluate(String expression) throws Exception {
        ObjectNode states = (ObjectNode) JSON.readTree("{\"input\":{\"price\":42000,\"nothing\":null}}");
        JsonNode order =
                JSON.readTree("{\"lines\":[{\"sen\":\"SEN-1\",\"price\":1},{\"sen\":\"SEN-2\",\"price\":2.5}]}");
        ObjectNode template = JSON.createObjectNode().put("total", "{% " + expression + " %}");
        return query.evaluate(template, "Output", new Scope(states, Map.of("order", order)))
                .get("total");
    }
}
