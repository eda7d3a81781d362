package afterorder.order.service;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What team and customer have got to with each other.
 *
 * @param owner who took the engagement over; absent before
 * @param contacts the oldest first
 * @param details absent until any are agreed
 */
public record Agreement(
        @Nullable Person owner,
        List<Contact> contacts,
        Dates dates,
        @Nullable Details details) {
    static final Agreement NONE = new Agreement(null, List.of(), Dates.NONE, null);

    public Agreement {
        contacts = List.copyOf(contacts);
    }

    Agreement with(Person owner) {
        return new Agreement(owner, contacts, dates, details);
    }

    Agreement with(Contact contact) {
        return new Agreement(
                owner, Stream.concat(contacts.stream(), Stream.of(contact)).toList(), dates, details);
    }

    Agreement with(Dates dates) {
        return new Agreement(owner, contacts, dates, details);
    }

    Agreement with(Details details) {
        return new Agreement(owner, contacts, dates, details);
    }
}
