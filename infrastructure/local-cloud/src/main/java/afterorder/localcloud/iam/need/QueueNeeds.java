package afterorder.localcloud.iam.need;

import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Sent;
import afterorder.localcloud.iam.Access;
import afterorder.localcloud.iam.Rights;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SQS: what is done to several messages at once is the same right as to one. */
final class QueueNeeds implements Needs.OfService {
    private static final Map<String, String> ACTIONS = Map.of(
            "SendMessage", "SendMessage",
            "SendMessageBatch", "SendMessage",
            "ReceiveMessage", "ReceiveMessage",
            "DeleteMessage", "DeleteMessage",
            "DeleteMessageBatch", "DeleteMessage",
            "ChangeMessageVisibility", "ChangeMessageVisibility",
            "ChangeMessageVisibilityBatch", "ChangeMessageVisibility",
            "GetQueueAttributes", "GetQueueAttributes",
            "GetQueueUrl", "GetQueueUrl");

    private final Rights rights;

    QueueNeeds(Rights rights) {
        this.rights = rights;
    }

    @Override
    public Optional<Collection<Access>> of(Call call, Sent sent) {
        return Optional.ofNullable(ACTIONS.get(call.operation()))
                .map(action -> List.of(new Access("sqs:" + action, rights.arn("sqs", call.resource()))));
    }
}
