package afterorder.localcloud.edge;

import java.time.Instant;
import java.util.Optional;

/**
 * One call of an AWS service, before it is served.
 *
 * @param at moved time
 * @param service as in the credential scope: {@code dynamodb}, {@code sqs}, {@code s3}, {@code states}, {@code ses},
 *     {@code secretsmanager}, {@code lambda}
 * @param operation as AWS names it: {@code PutItem}
 * @param resource the table, queue, {@code bucket/key}, state machine, secret or function that it is about; empty when it names none
 * @param requestBytes length of the body
 * @param orderId the order that the call is about, when one is found in it
 */
public record Call(
        Instant at,
        String service,
        String operation,
        Caller caller,
        String resource,
        long requestBytes,
        Optional<String> orderId) {}
