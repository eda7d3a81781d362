package afterorder.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AmendmentsTest {
    private static final Email RIGHT = new Email("new@muster.example");
    private static final Order ORDER = TestOrders.orderOf(TestOrders.license(1, null));
    private static final Email WRONG = ORDER.customer().email();
    private static final ConfirmationWishes WISHES = new ConfirmationWishes(
            "4500012345",
            null,
            Language.EN,
            new Addressee("Muster Holding AG", null, null, null, WRONG),
            Set.of(DocumentKind.CONFIRMATION));

    @Test
    void leave_an_order_as_it_is_when_there_are_none() {
        assertThat(Amendments.NONE.of(ORDER)).isEqualTo(ORDER);
    }

    @Test
    @Tag("S5")
    void put_later_wishes_in_place_of_all_earlier_ones_and_correct_the_addresses_in_them_too() {
        Amendments amendments = Amendments.NONE.with(WRONG, RIGHT).with(WISHES);
        Order amended = amendments.of(ORDER);
        assertThat(amended.customerOrderNumber()).contains("4500012345");
        assertThat(amended.recipient(DocumentKind.CONFIRMATION).email()).isEqualTo(RIGHT);
        assertThat(amended.recipient(DocumentKind.CONFIRMATION).company()).isEqualTo("Muster Holding AG");
        assertThat(amended.customer().email()).isEqualTo(RIGHT);
        ConfirmationWishes none = new ConfirmationWishes(null, null, null, null, Set.of(DocumentKind.CONFIRMATION));
        assertThat(amendments.with(none).of(ORDER).customerOrderNumber()).isEmpty();
    }

    @Test
    void lead_from_an_address_that_proved_wrong_twice_to_the_last_one() {
        Email last = new Email("last@muster.example");
        Amendments twice = Amendments.NONE.with(WRONG, RIGHT).with(RIGHT, last);
        assertThat(twice.inUse(WRONG)).isEqualTo(last);
        assertThat(twice.inUse(RIGHT)).isEqualTo(last);
        assertThat(twice.inUse(last)).isEqualTo(last);
    }
}
