package afterorder.localcloud.iam.need;

import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Sent;
import afterorder.localcloud.iam.Access;
import afterorder.localcloud.iam.Condition;
import afterorder.localcloud.iam.Rights;
import afterorder.localcloud.iam.Surroundings;
import afterorder.localcloud.mail.Sender;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SES: the right is on the identity that the mail is sent under, and on the configuration set where it names one. */
final class MailNeeds implements Needs.OfService {
    private static final Set<String> SENDING = Set.of("SendRawEmail", "SendEmail");

    private final Rights rights;
    private final Surroundings surroundings;

    MailNeeds(Rights rights, Surroundings surroundings) {
        this.rights = rights;
        this.surroundings = surroundings;
    }

    @Override
    public Optional<Collection<Access>> of(Call call, Sent sent) {
        if (!SENDING.contains(call.operation())) return Optional.empty();
        Sender sender = Sender.of(call.operation(), sent.body());
        List<Access> needed = new ArrayList<>();
        needed.add(access(call, "identity/" + surroundings.mailIdentity(sender.source()), sender));
        sender.configurationSet().ifPresent(name -> needed.add(access(call, "configuration-set/" + name, sender)));
        return Optional.of(needed);
    }

    private Access access(Call call, String resource, Sender sender) {
        return new Access("ses:" + call.operation(), rights.arn("ses", resource))
                .with(Condition.FROM_ADDRESS, sender.from());
    }
}
