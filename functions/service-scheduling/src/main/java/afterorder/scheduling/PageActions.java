package afterorder.scheduling;

import afterorder.order.intake.BodyReader;
import afterorder.order.intake.Reading;
import afterorder.order.intake.Violation;
import afterorder.order.service.Proposing;
import afterorder.order.service.Side;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;

/** What the forms of each side's page do. */
final class PageActions {
    private PageActions() {}

    /** @param zone in which the side's page shows times */
    static Reading<Wish> wish(Side side, SentForm form, ZoneId zone) {
        return switch (side) {
            case TEAM -> ofTeam(form, zone);
            case CUSTOMER -> ofCustomer(form, zone);
        };
    }

    private static Reading<Wish> ofTeam(SentForm form, ZoneId zone) {
        int target = form.targetNumber();
        return switch (form.action()) {
            case "owner" -> read(form.json("member"), TeamWishes::owner);
            case "contact" -> read(contact(form, zone), TeamWishes::contact);
            case "propose" -> read(form.proposal(Proposing.MOST_SLOTS, zone), TeamWishes::proposal);
            case "accept" -> read(form.numbers("slot"), TeamWishes.acceptance(Side.TEAM, target));
            case "decline" -> read(form.json("reason"), TeamWishes.refusal(Side.TEAM, target));
            case "appointment-off" -> read(form.json("reason"), TeamWishes.appointmentOff(target));
            case "details" ->
                read(
                        form.json("member", "goal", "place", "participants", "prerequisites", "remarks"),
                        TeamWishes::details);
            case "work" -> read(form.json("member", "what").setAll(form.stretch("from", "to", zone)), TeamWishes::work);
            case "withdraw" -> new Reading.Accepted<>(Steps.withdrawWork(target));
            case "close" -> new Reading.Accepted<>(Steps.close());
            case "retry" -> new Reading.Accepted<>(Steps.retry());
            case "off" -> read(form.json("reason"), TeamWishes::off);
            default -> unknown();
        };
    }

    private static ObjectNode contact(SentForm form, ZoneId zone) {
        ObjectNode json = form.json("member", "channel", "note");
        return form.text("at").isEmpty() ? json : json.put("at", form.time("at", zone));
    }

    private static Reading<Wish> ofCustomer(SentForm form, ZoneId zone) {
        int target = form.targetNumber();
        return switch (form.action()) {
            case "accept" -> read(form.numbers("slot"), TeamWishes.acceptance(Side.CUSTOMER, target));
            case "decline" -> read(form.json("reason"), TeamWishes.refusal(Side.CUSTOMER, target));
            case "propose" -> read(form.proposal(CustomerWishes.MOST_SLOTS, zone), CustomerWishes.proposal(target));
            case "sign-off" -> read(form.json("name").put("record", form.target()), CustomerWishes::signOff);
            case "object" -> read(form.json("reason").put("record", form.target()), CustomerWishes::objection);
            default -> unknown();
        };
    }

    private static Reading<Wish> read(ObjectNode json, BodyReader<Wish> reader) {
        return BodyReader.read(json, reader);
    }

    private static Reading<Wish> unknown() {
        return new Reading.Refused<>(List.of(new Violation("/action", "must be one of this page")));
    }
}
