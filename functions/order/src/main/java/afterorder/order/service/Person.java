package afterorder.order.service;

import afterorder.order.Email;
import afterorder.order.ServiceContact;
import afterorder.order.settings.Team;

/** Somebody of the team or of the customer. @param email also of the calendar */
public record Person(String name, Email email) {

    static Person of(Team.Member member) {
        return new Person(member.name(), member.email());
    }

    static Person of(ServiceContact contact) {
        return new Person(contact.name(), contact.email());
    }
}
