package afterorder.localcloud.fault;

import afterorder.localcloud.edge.Call;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Mails that SES has taken and that no row tells of yet, by the environment that sent them. */
final class UnrecordedMails {
    private static final Set<String> RECORDS = Set.of("UpdateItem", "TransactWriteItems");

    /** @param orderId empty when it is not known */
    record Unrecorded(String orderId, int mails) {
        static final Unrecorded NONE = new Unrecorded("", 0);

        Unrecorded with(Call mail) {
            return new Unrecorded(mail.orderId().orElse(orderId), mails + 1);
        }
    }

    private final Map<String, Unrecorded> unrecorded = new ConcurrentHashMap<>();

    /** The call was served. */
    void served(Call call) {
        String environment = call.caller().environment();
        if (environment.isEmpty()) return;
        if (call.operation().equals("SendRawEmail")) unrecorded.put(environment, of(call).with(call));
        if (RECORDS.contains(call.operation())) unrecorded.remove(environment);
    }

    Unrecorded of(Call call) {
        return unrecorded.getOrDefault(call.caller().environment(), Unrecorded.NONE);
    }
}
