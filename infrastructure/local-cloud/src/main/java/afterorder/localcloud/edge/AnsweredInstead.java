package afterorder.localcloud.edge;

import java.util.Map;

/** Thrown by an interceptor before the service sees the call: the caller is answered this, and nothing is done. */
public final class AnsweredInstead extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String contentType;
    private final String body;
    private final transient Map<String, String> headers;

    /** An answer with status 200. */
    public AnsweredInstead(String contentType, String body, Map<String, String> headers) {
        super("answered instead of the service");
        this.contentType = contentType;
        this.body = body;
        this.headers = Map.copyOf(headers);
    }

    String contentType() {
        return contentType;
    }

    String body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }
}
