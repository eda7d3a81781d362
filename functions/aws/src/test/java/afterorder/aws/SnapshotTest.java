package afterorder.aws;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class SnapshotTest {

    @Test
    void can_read_and_write_an_empty_row_of_every_kind() {
        assertThatCode(Items::prime).doesNotThrowAnyException();
    }
}
