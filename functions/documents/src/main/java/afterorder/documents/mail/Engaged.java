package afterorder.documents.mail;

import afterorder.documents.wording.SlotWording;
import afterorder.documents.wording.Wording;
import afterorder.order.Order;
import afterorder.order.ServiceContact;
import afterorder.order.ServiceLine;
import afterorder.order.service.Appointment;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.Proposal;
import afterorder.order.settings.Seller;
import afterorder.order.settings.Team;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a notice about services is about.
 *
 * @param order as it stands
 * @param customerZone in which the customer reads the clock
 */
record Engaged(EngagementRow row, Order order, Team team, ZoneId customerZone) {

    static Engaged of(Matter matter, Seller seller, Team team) {
        ZoneId theirs = matter.order().customer().timeZone();
        return new Engaged(matter.engagement(), matter.order(), team, theirs == null ? seller.zone() : theirs);
    }

    String orderNumber() {
        return row.orderId().value();
    }

    ServiceContact contact() {
        return order.contactForServices();
    }

    SortedMap<Integer, ServiceLine> lines() {
        SortedMap<Integer, ServiceLine> lines = new TreeMap<>(order.services());
        lines.keySet().retainAll(row.lines());
        return lines;
    }

    SlotWording slotsForCustomer(Wording wording) {
        return SlotWording.forCustomer(wording, customerZone, team.zone());
    }

    SlotWording slotsForTeam(Wording wording) {
        return SlotWording.forTeam(wording, team.zone(), customerZone);
    }

    /** @throws IllegalArgumentException when so many were made since that the row no longer has it */
    Proposal proposal(int number) {
        return row.dates().proposal(number).orElseThrow(() -> unknown("proposal", number));
    }

    /** @throws IllegalArgumentException when there is none of that number */
    Appointment appointment(int number) {
        return row.dates().appointment(number).orElseThrow(() -> unknown("appointment", number));
    }

    private IllegalArgumentException unknown(String what, int number) {
        return new IllegalArgumentException(row.key() + " has no " + what + " " + number);
    }
}
