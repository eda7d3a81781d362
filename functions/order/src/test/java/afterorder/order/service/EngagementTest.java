package afterorder.order.service;

import static afterorder.order.service.AnEngagement.CLARA;
import static afterorder.order.service.AnEngagement.JONAS;
import static afterorder.order.service.AnEngagement.at;
import static afterorder.order.service.AnEngagement.slot;
import static afterorder.order.service.Side.CUSTOMER;
import static afterorder.order.service.Side.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Email;
import afterorder.order.notice.Notice;
import afterorder.order.notice.ServiceNotice;
import afterorder.order.row.Deadline;
import afterorder.order.row.RowKey;
import afterorder.order.service.EngagementRow.Status;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EngagementTest {
    /** A Monday. */
    private static final Instant MONDAY = at("2026-11-30T10:00");

    private final Map<RowKey, CalendarDay> calendars = new HashMap<>();
    private final AnEngagement engagement = AnEngagement.commissioned(MONDAY, calendars);

    @Test
    @Tag("S14")
    @Tag("S15")
    void gives_its_team_a_task_and_a_deadline_in_working_time() {
        assertThat(owed()).containsExactly(new ServiceNotice.EngagementTask());
        assertThat(engagement.row().progress().deadlines()).containsEntry(Deadline.CONTACT, at("2026-11-30T14:30"));
    }

    @Test
    @Tag("S15")
    void reminds_the_team_and_then_its_lead_again_and_again_until_the_customer_is_contacted() {
        engagement.mailsAll();
        engagement.looksAt(at("2026-11-30T14:29"));
        assertThat(owed()).isEmpty();
        engagement.looksAt(at("2026-11-30T14:30"));
        assertThat(owed()).containsExactly(new ServiceNotice.ContactReminder());
        engagement.mailsAll();
        engagement.looksAt(at("2026-12-01T11:00"));
        assertThat(owed()).containsExactly(new ServiceNotice.ContactReminder(), new ServiceNotice.ContactEscalation());
        engagement.mailsAll();
        engagement.looksAt(at("2026-12-01T15:30"));
        assertThat(owed()).containsExactly(new ServiceNotice.ContactReminder(), new ServiceNotice.ContactEscalation());

        engagement.contacted(CLARA, at("2026-12-01T15:45"));
        assertThat(engagement.row().progress().deadlines()).doesNotContainKey(Deadline.CONTACT);
        assertThat(owed()).allMatch(engagement.row()::hasSettled);
    }

    @Test
    @Tag("S14")
    void belongs_to_who_contacts_the_customer_when_nobody_took_it_over() {
        engagement.contacted(CLARA, MONDAY);
        assertThat(engagement.row().agreement().owner().email()).isEqualTo(CLARA);
        engagement.takenOver(JONAS, MONDAY);
        assertThat(engagement.row().agreement().owner().email()).isEqualTo(JONAS);
        assertThat(engagement.row().status()).isEqualTo(Status.CONTACTED);
    }

    @Test
    @Tag("S14")
    void notes_a_contact_once_that_is_told_again_at_once_and_a_later_one_for_itself() {
        engagement.contacted(CLARA, MONDAY);
        assertThat(engagement.contacted(CLARA, MONDAY.plusSeconds(2))).isInstanceOf(Change.Unchanged.class);
        engagement.contacted(CLARA, MONDAY.plusSeconds(3_600));
        assertThat(engagement.row().agreement().contacts()).hasSize(2);
    }

    @Test
    @Tag("S14")
    void is_taken_over_by_members_of_its_team_only() {
        assertThat(reasons(engagement.takenOver(AnEngagement.CUSTOMER.email(), MONDAY)))
                .containsExactly(Obstacle.NOT_A_MEMBER);
    }

    @Test
    @Tag("S12")
    void waits_for_its_commissioning_and_lets_nobody_contact_the_customer_before() {
        AnEngagement waiting = AnEngagement.waiting("waiting", MONDAY, calendars);
        assertThat(waiting.row().progress().outbox().notices()).isEmpty();
        assertThat(reasons(waiting.contacted(CLARA, MONDAY))).containsExactly(Obstacle.NOT_COMMISSIONED);
        assertThat(reasons(waiting.takenOver(CLARA, MONDAY))).containsExactly(Obstacle.NOT_COMMISSIONED);
    }

    @Test
    @Tag("S16")
    void agrees_on_one_of_three_slots_moves_it_and_calls_it_off() {
        engagement.contacted(CLARA, MONDAY);
        List<Slot> three =
                List.of(slot("2026-12-02T09:00", 120), slot("2026-12-03T09:00", 120), slot("2026-12-04T09:00", 120));
        engagement.proposed(TEAM, three, null, MONDAY);
        assertThat(owed()).contains(new ServiceNotice.DatesProposed(1));
        engagement.accepted(CUSTOMER, 1, 2, MONDAY);
        Appointment agreed = appointment();
        assertThat(agreed.slot()).isEqualTo(three.get(1));
        assertThat(agreed.sequence()).isZero();
        assertThat(owed()).contains(new ServiceNotice.CustomerInvited(1, 0), new ServiceNotice.OwnerInvited(1, 0));

        engagement.proposed(TEAM, List.of(slot("2026-12-07T09:00", 120)), 1, MONDAY);
        engagement.accepted(CUSTOMER, 2, 1, MONDAY);
        assertThat(appointment().sequence()).isEqualTo(1);
        assertThat(engagement.row().uid(appointment()))
                .isEqualTo(engagement.row().uid(agreed));
        assertThat(planned("2026-12-03T00:00")).isEmpty();
        assertThat(planned("2026-12-07T00:00")).hasSize(1);

        engagement.calledOff(1, MONDAY);
        assertThat(appointment().isCalledOff()).isTrue();
        assertThat(appointment().sequence()).isEqualTo(2);
        assertThat(planned("2026-12-07T00:00")).isEmpty();
        assertThat(engagement.calledOff(1, MONDAY)).isInstanceOf(Change.Unchanged.class);
    }

    @Test
    @Tag("S16")
    void lets_the_customer_propose_other_dates() {
        engagement.contacted(CLARA, MONDAY);
        engagement.proposed(TEAM, List.of(slot("2026-12-02T09:00", 120)), null, MONDAY);
        engagement.proposed(CUSTOMER, List.of(slot("2026-12-09T10:00", 60)), null, MONDAY);
        assertThat(owed()).contains(new ServiceNotice.ProposalAnswered(2));
        assertThat(reasons(engagement.accepted(CUSTOMER, 1, 1, MONDAY))).containsExactly(Obstacle.REPLACED);
        assertThat(reasons(engagement.accepted(CUSTOMER, 2, 1, MONDAY))).containsExactly(Obstacle.OWN_PROPOSAL);
        engagement.accepted(TEAM, 2, 1, MONDAY);
        assertThat(appointment().slot().from()).isEqualTo(at("2026-12-09T10:00"));
    }

    @Test
    @Tag("S16")
    void accepts_once_however_often_the_link_is_used() {
        engagement.contacted(CLARA, MONDAY);
        engagement.proposed(TEAM, List.of(slot("2026-12-02T09:00", 120), slot("2026-12-03T09:00", 120)), null, MONDAY);
        engagement.accepted(CUSTOMER, 1, 1, MONDAY);
        assertThat(engagement.accepted(CUSTOMER, 1, 1, MONDAY)).isInstanceOf(Change.Unchanged.class);
        assertThat(reasons(engagement.accepted(CUSTOMER, 1, 2, MONDAY))).containsExactly(Obstacle.ANSWERED);
        assertThat(reasons(engagement.declined(CUSTOMER, 1, MONDAY))).containsExactly(Obstacle.ANSWERED);
        assertThat(engagement.row().dates().appointments()).hasSize(1);
    }

    @Test
    @Tag("S16")
    void refuses_slots_that_cannot_be_and_says_which() {
        engagement.contacted(CLARA, MONDAY);
        Change change = engagement.proposed(
                TEAM,
                List.of(
                        slot("2026-11-30T09:00", 60),
                        slot("2026-12-02T09:00", 60),
                        slot("2026-12-05T09:00", 60),
                        slot("2026-12-25T09:00", 60),
                        slot("2026-12-02T16:30", 60)),
                null,
                MONDAY);
        assertThat(((Change.Refused) change).reasons())
                .extracting(reason -> reason.slot().getAsInt() + " " + reason.obstacle())
                .containsExactly("0 SLOT_PAST", "2 SLOT_OUTSIDE_HOURS", "3 SLOT_OUTSIDE_HOURS", "4 SLOT_OUTSIDE_HOURS");
    }

    @Test
    @Tag("S16")
    void gives_a_time_of_its_owner_to_one_of_two_customers_only() {
        AnEngagement other = AnEngagement.waiting("other", MONDAY, calendars).isCommissioned(MONDAY);
        for (AnEngagement each : List.of(engagement, other)) {
            each.contacted(CLARA, MONDAY);
            each.proposed(TEAM, List.of(slot("2026-12-02T09:00", 120), slot("2026-12-02T10:00", 120)), null, MONDAY);
        }
        assertThat(engagement.accepted(CUSTOMER, 1, 1, MONDAY)).isInstanceOf(Change.Changed.class);
        assertThat(reasons(other.accepted(CUSTOMER, 1, 2, MONDAY))).containsExactly(Obstacle.SLOT_TAKEN);
        assertThat(other.row().dates().open()).isPresent();
    }

    /** Else a day that somebody takes in between would be written over as if it were free. */
    @Test
    @Tag("S16")
    void reads_a_day_once_to_find_it_free_and_to_take_it() {
        engagement.contacted(CLARA, MONDAY);
        engagement.proposed(TEAM, List.of(slot("2026-12-02T09:00", 120)), null, MONDAY);
        List<Email> read = new ArrayList<>();
        Calendars counted = (person, day) -> {
            read.add(person);
            return CalendarDay.free(person, day);
        };
        Answering.accepted(engagement.row(), AnEngagement.TEAM, CUSTOMER, 1, 1, AnEngagement.CUSTOMER, counted, MONDAY);
        assertThat(read).containsExactly(CLARA);
    }

    @Test
    @Tag("S17")
    void keeps_what_is_agreed_with_who_and_when_and_tells_the_customer_once() {
        engagement.contacted(CLARA, MONDAY);
        engagement.detailed("migrate to Cloud", MONDAY);
        assertThat(engagement.row().agreement().details().by().email()).isEqualTo(CLARA);
        assertThat(engagement.row().agreement().details().at()).isEqualTo(MONDAY);
        assertThat(engagement.detailed("migrate to Cloud", MONDAY.plusSeconds(60)))
                .isInstanceOf(Change.Unchanged.class);
        assertThat(owed()).containsOnlyOnce(new ServiceNotice.DetailsAgreed());
    }

    @Test
    @Tag("S26")
    void takes_work_to_the_minute_and_nobody_at_two_places_at_once() {
        AnEngagement other = AnEngagement.waiting("other", MONDAY, calendars).isCommissioned(MONDAY);
        engagement.contacted(CLARA, MONDAY);
        other.contacted(JONAS, MONDAY);
        Instant evening = at("2026-11-30T20:00");
        assertThat(engagement.worked(CLARA, slot("2026-11-30T11:00", 61), evening))
                .isInstanceOf(Change.Changed.class);
        assertThat(engagement.worked(CLARA, slot("2026-11-30T11:00", 61), evening))
                .isInstanceOf(Change.Unchanged.class);
        assertThat(reasons(engagement.worked(CLARA, slot("2026-11-30T12:00", 30), evening)))
                .containsExactly(Obstacle.WORK_OVERLAPS);
        assertThat(reasons(other.worked(CLARA, slot("2026-11-30T12:00", 30), evening)))
                .containsExactly(Obstacle.WORK_OVERLAPS);
        assertThat(other.worked(CLARA, slot("2026-11-30T12:01", 30), evening)).isInstanceOf(Change.Changed.class);
        assertThat(reasons(engagement.worked(JONAS, slot("2026-11-30T19:30", 60), evening)))
                .containsExactly(Obstacle.WORK_TIME);
        engagement.withdrawn(1, evening);
        assertThat(other.worked(CLARA, slot("2026-11-30T11:00", 30), evening)).isInstanceOf(Change.Changed.class);
    }

    @Test
    @Tag("S26")
    void is_done_when_the_customer_signs_its_record_off_and_goes_on_when_not() {
        engagement.contacted(CLARA, MONDAY);
        Instant evening = at("2026-11-30T20:00");
        assertThat(reasons(engagement.closed(evening))).containsExactly(Obstacle.NO_WORK);
        engagement.worked(CLARA, slot("2026-11-30T11:00", 90), evening);
        engagement.closed(evening);
        assertThat(reasons(engagement.signedOff("LN-2026-00001", evening))).containsExactly(Obstacle.NO_RECORD);
        engagement.recorded("LN-2026-00001", evening);
        engagement.objected("LN-2026-00001", evening);
        assertThat(engagement.objected("LN-2026-00001", evening)).isInstanceOf(Change.Unchanged.class);
        assertThat(engagement.row().status()).isEqualTo(Status.CONTACTED);
        engagement.withdrawn(1, evening);
        engagement.worked(CLARA, slot("2026-11-30T11:00", 30), evening);
        engagement.closed(evening);
        engagement.recorded("LN-2026-00002", evening);
        assertThat(reasons(engagement.signedOff("LN-2026-00001", evening))).containsExactly(Obstacle.NO_RECORD);
        engagement.signedOff("LN-2026-00002", evening);
        assertThat(engagement.row().status()).isEqualTo(Status.DONE);
        assertThat(engagement.signedOff("LN-2026-00002", evening)).isInstanceOf(Change.Unchanged.class);
        engagement.mailsAll();
        assertThat(engagement.row().progress().due()).isEmpty();
    }

    @Test
    @Tag("S16")
    void reminds_a_customer_who_does_not_answer_three_times_and_the_team_on_and_on() {
        engagement.contacted(CLARA, MONDAY);
        engagement.proposed(TEAM, List.of(slot("2027-02-02T09:00", 120)), null, MONDAY);
        engagement.mailsAll();
        int customer = 0;
        int team = 0;
        for (int day = 1; day <= 40; day++) {
            engagement.looksAt(MONDAY.plusSeconds(day * 86_400L));
            customer += (int) owed().stream()
                    .filter(new ServiceNotice.ProposalReminder(1)::equals)
                    .count();
            team += (int) owed().stream()
                    .filter(ServiceNotice.EngagementIdle.class::isInstance)
                    .count();
            engagement.mailsAll();
        }
        assertThat(customer).isEqualTo(3);
        assertThat(team).isGreaterThan(10);
    }

    private List<Notice> owed() {
        return engagement.row().progress().outbox().notices();
    }

    private Appointment appointment() {
        return engagement.row().dates().appointment(1).orElseThrow();
    }

    private List<CalendarDay.Held> planned(String day) {
        return engagement
                .calendars()
                .day(CLARA, LocalDateTime.parse(day).toLocalDate())
                .planned();
    }

    private static List<Obstacle> reasons(Change change) {
        return ((Change.Refused) change)
                .reasons().stream().map(Change.Reason::obstacle).toList();
    }
}
