package afterorder.localcloud.iam.need;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Sent;
import afterorder.localcloud.iam.Access;
import afterorder.localcloud.iam.Rights;
import afterorder.localcloud.iam.Surroundings;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What a call needs, whichever service it is of. */
public final class Needs {

    /** What the calls of one service need. */
    interface OfService {
        /** Each once, in the order in which AWS looks at them; empty for an operation that is not known here. */
        Optional<Collection<Access>> of(Call call, Sent sent);
    }

    private final Map<String, OfService> services;

    public Needs(Rights rights, Surroundings surroundings) {
        services = Map.of(
                "dynamodb", new TableNeeds(rights, surroundings),
                "s3", new BucketNeeds(rights, surroundings),
                "secretsmanager", new SecretNeeds(rights),
                "ses", new MailNeeds(rights, surroundings),
                "sqs", new QueueNeeds(rights),
                "states", new WorkflowNeeds(rights));
    }

    /** Empty for an operation of which is not known what it needs. */
    public Optional<Collection<Access>> find(Call call, Sent sent) {
        return Optional.ofNullable(services.get(call.service())).flatMap(service -> service.of(call, sent));
    }

    /** @throws AwsError for an operation of which is not known what it needs */
    public Collection<Access> of(Call call, Sent sent) {
        return find(call, sent)
                .orElseThrow(() -> new AwsError(
                        501,
                        "NotImplemented",
                        "The local cloud does not know which rights " + call.service() + ":" + call.operation()
                                + " needs"));
    }
}
