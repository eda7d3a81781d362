package afterorder.scheduling;

import afterorder.order.fields.Fields;
import afterorder.order.fields.Mistakes;
import afterorder.order.intake.BodyReader;
import afterorder.order.service.Change;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.Obstacle;
import afterorder.order.service.Proposal;
import afterorder.order.service.Proposing;
import afterorder.order.service.Recording;
import afterorder.order.service.Side;
import afterorder.order.service.Slot;
import java.util.List;
import java.util.Optional;

/** Reads what a customer wants, as the forms of the customer's page send it. */
final class CustomerWishes {
    /** Of a proposal. */
    static final int MOST_SLOTS = 3;

    private static final int LONGEST_NAME = 100;

    private CustomerWishes() {}

    /**
     * {@code {"slots", "moves"}}.
     *
     * @param seen the number of the proposal that the page showed as open, 0 for none
     */
    static BodyReader<Wish> proposal(int seen) {
        return (fields, mistakes) -> {
            List<Slot> slots = new SlotReader(mistakes, MOST_SLOTS, false).slots(fields);
            Integer moves = TeamWishes.moves(fields);
            return (row, given) -> newer(row, seen)
                    .map(obstacle -> Change.refused(row, obstacle))
                    .orElseGet(() -> Proposing.proposed(
                            row, given.team(), Side.CUSTOMER, slots, moves, given.calendars(), given.now()));
        };
    }

    /** An old page does not answer what it did not show; the customer's own proposal may be replaced at any time. */
    private static Optional<Obstacle> newer(EngagementRow row, int seen) {
        Optional<Proposal> open = row.dates().open();
        if (open.isEmpty()) return seen == 0 ? Optional.empty() : Optional.of(Obstacle.ANSWERED);
        boolean isSeen = open.get().by() == Side.CUSTOMER || open.get().number() == seen;
        return isSeen ? Optional.empty() : Optional.of(Obstacle.REPLACED);
    }

    /** {@code {"record", "name"}}. */
    static Wish signOff(Fields fields, Mistakes mistakes) {
        String record = record(fields);
        String name = fields.text("name", LONGEST_NAME);
        return (row, given) -> Recording.signedOff(row, record, name, given.now());
    }

    /** {@code {"record", "reason"}}. */
    static Wish objection(Fields fields, Mistakes mistakes) {
        String record = record(fields);
        String reason = TeamWishes.reason(fields);
        return (row, given) -> Recording.objected(row, record, reason, given.now());
    }

    private static String record(Fields fields) {
        return fields.text("record", 50);
    }
}
