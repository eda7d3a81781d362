package afterorder.order.service;

import static afterorder.order.service.AnEngagement.CLARA;
import static afterorder.order.service.AnEngagement.JONAS;
import static afterorder.order.service.AnEngagement.at;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Email;
import afterorder.order.Json;
import afterorder.order.row.RowKey;
import afterorder.order.service.CalendarDay.Held;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** Whatever team and customer do about two engagements of one owner, in whatever order, and however late. */
class EngagementPropertyTest {
    private static final Instant BEGIN = at("2026-11-30T10:00");

    enum Kind {
        COMMISSION,
        TAKE_OVER,
        CONTACT,
        PROPOSE,
        PROPOSE_BACK,
        MOVE,
        ACCEPT,
        ACCEPT_BACK,
        DECLINE,
        CALL_OFF,
        DETAIL,
        WORK,
        WITHDRAW,
        CLOSE,
        RECORD,
        SIGN_OFF,
        OBJECT,
        GIVE_UP,
        MAIL
    }

    /** @param second whether it is about the second engagement @param hours since the deed before @param choice of some number */
    record Deed(Kind kind, boolean second, int hours, int choice) {}

    @Property(tries = 300)
    @Tag("S15")
    @Tag("S16")
    @Tag("S26")
    void no_engagement_is_forgotten_and_no_time_is_given_twice(@ForAll("deeds") List<Deed> deeds) throws Exception {
        Map<RowKey, CalendarDay> calendars = new HashMap<>();
        AnEngagement first = AnEngagement.waiting("first", BEGIN, calendars);
        AnEngagement second = AnEngagement.waiting("second", BEGIN, calendars);
        Instant now = BEGIN;
        int records = 0;
        for (Deed deed : deeds) {
            now = now.plus(Duration.ofHours(deed.hours()));
            AnEngagement engagement = deed.second() ? second : first;
            EngagementRow before = engagement.row();
            if (deed.kind() == Kind.RECORD
                    && before.status() == EngagementRow.Status.CLOSED
                    && !before.isRecordSent()) {
                engagement.recorded("LN-" + ++records, now);
            }
            act(deed, engagement, "LN-" + records, now);
            engagement.looksAt(now);
            holds(before, engagement.row());
            holds(calendars);
        }
    }

    private static void act(Deed deed, AnEngagement engagement, String record, Instant now) {
        int choice = deed.choice();
        int proposal = engagement.row().dates().proposals().size();
        Email member = choice % 2 == 0 ? CLARA : JONAS;
        Slot ahead = slot(now, choice);
        switch (deed.kind()) {
            case COMMISSION -> {
                if (engagement.row().status() == EngagementRow.Status.WAITING) engagement.isCommissioned(now);
            }
            case TAKE_OVER -> engagement.takenOver(member, now);
            case CONTACT -> engagement.contacted(member, now);
            case PROPOSE -> engagement.proposed(Side.TEAM, List.of(ahead), null, now);
            case PROPOSE_BACK -> engagement.proposed(Side.CUSTOMER, List.of(ahead), null, now);
            case MOVE -> engagement.proposed(Side.TEAM, List.of(ahead), 1 + choice % 3, now);
            case ACCEPT -> engagement.accepted(Side.CUSTOMER, proposal, 1, now);
            case ACCEPT_BACK -> engagement.accepted(Side.TEAM, proposal, 1, now);
            case DECLINE -> engagement.declined(Side.CUSTOMER, proposal, now);
            case CALL_OFF -> engagement.calledOff(1 + choice % 3, now);
            case DETAIL -> engagement.detailed("goal " + choice, now);
            case WORK -> engagement.worked(member, worked(now, choice), now);
            case WITHDRAW -> engagement.withdrawn(1 + choice % 4, now);
            case CLOSE -> engagement.closed(now);
            case SIGN_OFF -> engagement.signedOff(record, now);
            case OBJECT -> engagement.objected(record, now);
            case GIVE_UP -> engagement.givenUp(now);
            case RECORD, MAIL -> engagement.mailsAll();
        }
    }

    private static Slot slot(Instant now, int choice) {
        Instant to = AnEngagement.TEAM.workingHours().after(now, Duration.ofMinutes(90 + 20 * (choice % 5)));
        return new Slot(to.minus(Duration.ofMinutes(30)), to, null, null);
    }

    private static Slot worked(Instant now, int choice) {
        Instant from = now.minus(Duration.ofMinutes(90 + 7 * choice));
        return new Slot(from, from.plus(Duration.ofMinutes(60)), null, null);
    }

    /** Who is not at the end is looked at; an invitation never changes under its number; the row reads back as it was. */
    private static void holds(EngagementRow before, EngagementRow after) throws JsonProcessingException {
        if (!after.status().isEnd()) assertThat(after.progress().due()).isPresent();
        for (Appointment appointment : before.dates().appointments()) {
            Optional<Appointment> now = after.dates().appointment(appointment.number());
            assertThat(now).isPresent();
            assertThat(now.get().sequence()).isBetween(appointment.sequence(), appointment.sequence() + 1);
            if (now.get().sequence() == appointment.sequence()) assertThat(now).contains(appointment);
        }
        assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(after), EngagementRow.class))
                .isEqualTo(after);
    }

    private static void holds(Map<RowKey, CalendarDay> calendars) {
        calendars.values().forEach(day -> {
            apart(day.planned());
            apart(day.worked());
        });
    }

    private static void apart(List<Held> held) {
        for (int next = 1; next < held.size(); next++) {
            assertThat(held.get(next).from())
                    .isAfterOrEqualTo(held.get(next - 1).to());
        }
    }

    /** Those that end an engagement are rare, so that most of them get far. */
    private static Arbitrary<Kind> kinds() {
        Set<Kind> rare = EnumSet.of(Kind.GIVE_UP);
        Set<Kind> frequent = EnumSet.of(Kind.CONTACT, Kind.PROPOSE, Kind.ACCEPT, Kind.RECORD);
        return Arbitraries.frequency(Stream.of(Kind.values())
                .map(kind -> Tuple.of(rare.contains(kind) ? 1 : frequent.contains(kind) ? 20 : 6, kind))
                .toList());
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        kinds(),
                        Arbitraries.of(false, true),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 20))
                .as(Deed::new)
                .list()
                .ofMinSize(100)
                .ofMaxSize(150);
    }
}
