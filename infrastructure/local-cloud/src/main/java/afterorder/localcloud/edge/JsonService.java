package afterorder.localcloud.edge;

import com.fasterxml.jackson.databind.JsonNode;

/** An AWS service of ours that speaks the JSON protocol: {@code X-Amz-Target: <prefix>.<operation>}, JSON in and out. */
public interface JsonService {

    /**
     * @param operation as in {@code X-Amz-Target}, without the prefix: {@code StartExecution}
     * @throws AwsError what the service answers instead; an operation that it does not know is {@code UnknownOperationException}
     */
    JsonNode call(String operation, JsonNode request);
}
