package afterorder.localcloud.function;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The functions of the template, as Lambda's invoke sees them. */
public interface Functions {

    /**
     * Invokes as {@code RequestResponse} does. The future completes always, and never exceptionally for what a function
     * did: a thrown exception, a crash, a timeout or an out-of-memory is an answer with {@code error}.
     *
     * @param function name or ARN, with or without an alias
     * @param event the payload, JSON in UTF-8, 6 MB at the most
     * @throws afterorder.localcloud.edge.AwsError {@code ResourceNotFoundException}, {@code RequestTooLargeException} (413)
     */
    CompletableFuture<Answer> invoke(String function, byte[] event);

    /**
     * @param payload what the handler returned, or {@code {"errorMessage","errorType","stackTrace"}}
     * @param error as in the header {@code X-Amz-Function-Error}: {@code Unhandled}; empty when the handler returned
     */
    record Answer(byte[] payload, Optional<String> error) {}
}
