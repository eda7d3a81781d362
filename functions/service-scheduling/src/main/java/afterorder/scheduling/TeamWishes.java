package afterorder.scheduling;

import afterorder.order.Email;
import afterorder.order.fields.Fields;
import afterorder.order.fields.Mistakes;
import afterorder.order.intake.BodyReader;
import afterorder.order.service.Answering;
import afterorder.order.service.CallingOff;
import afterorder.order.service.Contact.Channel;
import afterorder.order.service.Contacting;
import afterorder.order.service.Detailing;
import afterorder.order.service.Performing;
import afterorder.order.service.Proposing;
import afterorder.order.service.Side;
import afterorder.order.service.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a team wants, whether a program sent it or a page's form. */
final class TeamWishes {
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_DETAIL = 1_000;
    private static final int MOST_APPOINTMENTS = 50;

    private TeamWishes() {}

    /** {@code {"member"}} takes it over. */
    static Wish owner(Fields fields, Mistakes mistakes) {
        Email member = member(fields);
        return (row, given) -> Contacting.takenOver(row, given.team(), member, given.now());
    }

    /** {@code {"member", "at", "channel", "note"}}; without a time it is now. */
    static Wish contact(Fields fields, Mistakes mistakes) {
        Email member = member(fields);
        Optional<Instant> at = Optional.ofNullable(Times.optionalTime(fields, "at"));
        Channel channel = fields.choice("channel", List.of(Channel.values()), Channel::code);
        String note = fields.optionalText("note", LONGEST_TEXT);
        return (row, given) ->
                Contacting.contacted(row, given.team(), member, at.orElse(given.now()), channel, note, given.now());
    }

    /** {@code {"slots", "moves"}}. */
    static Wish proposal(Fields fields, Mistakes mistakes) {
        List<Slot> slots = new SlotReader(mistakes, Proposing.MOST_SLOTS, true).slots(fields);
        Integer moves = moves(fields);
        return (row, given) ->
                Proposing.proposed(row, given.team(), Side.TEAM, slots, moves, given.calendars(), given.now());
    }

    static @Nullable Integer moves(Fields fields) {
        return fields.has("moves") ? fields.integer("moves", 1, MOST_APPOINTMENTS) : null;
    }

    /** {@code {"slot"}} of the customer's proposal, counted from 1. */
    static BodyReader<Wish> acceptance(Side by, int proposal) {
        return (fields, mistakes) -> {
            int slot = fields.integer("slot", 1, Proposing.MOST_SLOTS);
            return (row, given) -> Answering.accepted(
                    row, given.team(), by, proposal, slot, given.customer(), given.calendars(), given.now());
        };
    }

    /** {@code {"reason"}}. */
    static BodyReader<Wish> refusal(Side by, int proposal) {
        return (fields, mistakes) -> {
            String reason = reason(fields);
            return (row, given) -> Answering.declined(row, by, proposal, reason, given.now());
        };
    }

    /** {@code {"reason"}}. */
    static BodyReader<Wish> appointmentOff(int appointment) {
        return (fields, mistakes) -> {
            String reason = reason(fields);
            return (row, given) ->
                    CallingOff.appointment(row, given.team(), appointment, reason, given.calendars(), given.now());
        };
    }

    /** {@code {"member", "goal", "place", "participants", "prerequisites", "remarks"}}, at least one of these beside the member. */
    static Wish details(Fields fields, Mistakes mistakes) {
        Email member = member(fields);
        Detailing.Wish wish = new Detailing.Wish(
                fields.optionalText("goal", LONGEST_DETAIL),
                fields.optionalText("place", LONGEST_DETAIL),
                fields.optionalText("participants", LONGEST_DETAIL),
                fields.optionalText("prerequisites", LONGEST_DETAIL),
                fields.optionalText("remarks", LONGEST_DETAIL));
        boolean isEmpty = List.of("goal", "place", "participants", "prerequisites", "remarks").stream()
                .noneMatch(fields::has);
        if (isEmpty) fields.refuse("goal", "is required, unless another detail is there");
        return (row, given) -> Detailing.agreed(row, given.team(), member, wish, given.now());
    }

    /** {@code {"member", "from", "to", "what"}}. */
    static Wish work(Fields fields, Mistakes mistakes) {
        Email member = member(fields);
        Instant from = Times.time(fields, "from");
        Instant to = Times.time(fields, "to");
        String what = fields.text("what", LONGEST_TEXT);
        return (row, given) ->
                Performing.entered(row, given.team(), member, from, to, what, given.calendars(), given.now());
    }

    /** {@code {"reason"}}. */
    static Wish off(Fields fields, Mistakes mistakes) {
        String reason = reason(fields);
        return (row, given) -> CallingOff.engagement(row, given.team(), reason, given.calendars(), given.now());
    }

    static String reason(Fields fields) {
        return fields.text("reason", LONGEST_TEXT);
    }

    private static @Nullable Email member(Fields fields) {
        return fields.parsed("member", Email::new, "the e-mail address of somebody of the team");
    }
}
