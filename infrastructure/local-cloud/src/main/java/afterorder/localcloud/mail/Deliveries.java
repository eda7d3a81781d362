package afterorder.localcloud.mail;

import afterorder.localcloud.template.Addresses;
import afterorder.localcloud.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Delivers the mails that SES has taken, as far as they arrive, and has published what their configuration set wants to be
 * told. That is done before SES answers the sender: its word about a mail may be there before the sender knows that the mail
 * was taken, which is earlier than most senders will ever see it.
 */
public final class Deliveries {
    private final List<Template.ConfigurationSet> sets;
    private final Fates fates;
    private final Publisher publisher;

    /** Publishes a message to a topic for a configuration set. */
    @FunctionalInterface
    public interface Publisher {

        /** @param setArn of the configuration set */
        void publish(String setArn, String topicArn, String message);
    }

    public Deliveries(List<Template.ConfigurationSet> sets, Fates fates, Publisher publisher) {
        this.sets = List.copyOf(sets);
        this.fates = fates;
        this.publisher = publisher;
    }

    Optional<Template.ConfigurationSet> set(String name) {
        return sets.stream().filter(set -> set.name().equals(name)).findFirst();
    }

    /** @return those whom it reaches */
    List<String> deliver(Taken mail) {
        List<String> reached = new ArrayList<>();
        for (String recipient : mail.destinations()) {
            Fate fate = fates.of(recipient);
            if (fate.arrives()) reached.add(recipient);
            set(mail.configurationSet()).ifPresent(set -> tell(set, mail, recipient, fate));
        }
        return reached;
    }

    private void tell(Template.ConfigurationSet set, Taken mail, String recipient, Fate fate) {
        fate.suppressedReason()
                .filter(set.suppressedReasons()::contains)
                .ifPresent(reason -> fates.tell(recipient, fate.listed()));
        for (Template.EventDestination destination : set.destinations()) {
            if (fate.event().filter(destination.events()::contains).isEmpty()) continue;
            String setArn = Addresses.arn("ses", "configuration-set/" + set.name());
            publisher.publish(setArn, destination.topicArn(), mail.event(recipient, fate));
        }
    }
}
