package afterorder.order.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.PathIterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgPathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "M1 2L3 4                | M1,2 L3,4",
                "m1,2 3-4 z              | M1,2 L4,-2 Z",
                "M1 2h3v4H0V0            | M1,2 L4,2 L4,6 L0,6 L0,0",
                "M0 0C1 1 2 1 3 0S5-1 6 0 | M0,0 C1,1,2,1,3,0 C4,-1,5,-1,6,0",
                "M0 0q1 1 2 0t2 0        | M0,0 Q1,1,2,0 Q3,-1,4,0",
                "M.5.5 1e1-2             | M1,1 L10,-2",
                "M1 1L2 2ZL5 5           | M1,1 L2,2 Z L5,5"
            })
    void draws_what_the_data_say(String data, String drawn) {
        assertThat(drawn(data)).isEqualTo(drawn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "L1 2", "M1", "M1 2A1 1 0 0 0 3 3", "1 2", "M1 2 L", "M0 0Z1", "M0 0 x"})
    void refuses_what_is_no_path(String data) {
        assertThatThrownBy(() -> SvgPath.parse(data)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Rounded, as the places are what matters. */
    private static String drawn(String data) {
        StringBuilder drawn = new StringBuilder();
        double[] points = new double[6];
        for (PathIterator steps = SvgPath.parse(data).getPathIterator(null); !steps.isDone(); steps.next()) {
            int kind = steps.currentSegment(points);
            drawn.append(" ").append("MLQCZ".charAt(kind));
            int count = new int[] {2, 2, 4, 6, 0}[kind];
            for (int number = 0; number < count; number++) {
                drawn.append(number == 0 ? "" : ",").append(Math.round(points[number]));
            }
        }
        return drawn.substring(1);
    }
}
