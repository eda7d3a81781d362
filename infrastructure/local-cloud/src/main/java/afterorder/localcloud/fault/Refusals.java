package afterorder.localcloud.fault;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.Call;

/**
 * How each service says that it is too busy, broken, or not allowed: what AWS's clients try again, and what functions get at
 * last.
 */
final class Refusals {
    private static final int UNAVAILABLE = 503;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;

    private Refusals() {}

    /** @param service as in the credential scope */
    static AwsError throttling(String service) {
        return switch (service) {
            case "dynamodb" ->
                AwsError.of(
                        "ThrottlingException",
                        "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling"
                                + " your table or index so please try again shortly.");
            case "sqs" -> AwsError.of("RequestThrottled", "The request was denied due to request throttling.");
            case "s3" -> new AwsError(UNAVAILABLE, "SlowDown", "Please reduce your request rate.");
            case "ses" -> AwsError.of("Throttling", "Maximum sending rate exceeded.");
            case "lambda" -> new AwsError(TOO_MANY, "TooManyRequestsException", "Rate Exceeded.");
            default -> AwsError.of("ThrottlingException", "Rate exceeded");
        };
    }

    /** @param service as in the credential scope */
    static AwsError error(String service) {
        return switch (service) {
            case "dynamodb" -> new AwsError(BROKEN, "InternalServerError", "Internal server error");
            case "s3" -> new AwsError(BROKEN, "InternalError", "We encountered an internal error. Please try again.");
            case "secretsmanager" ->
                new AwsError(BROKEN, "InternalServiceError", "An error occurred on the server side.");
            case "lambda" ->
                new AwsError(BROKEN, "ServiceException", "An error occurred and the request cannot be processed.");
            default ->
                new AwsError(
                        BROKEN,
                        "InternalFailure",
                        "The request processing has failed because of an unknown error, exception or failure.");
        };
    }

    static AwsError denial(Call call) {
        return AwsError.denied(
                call.service(), call.caller().name() + " is not authorized to perform: " + call.operation());
    }

    static AwsError rejection() {
        return AwsError.of("MessageRejected", "the address is on the suppression list");
    }
}
