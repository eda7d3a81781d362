package afterorder.localcloud.edge;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;

/**
 * What came with a call, as far as rights depend on it.
 *
 * @param headers by their names in lower case
 * @param query the parameters of the address
 * @param body empty for S3, whose objects pass as streams
 */
public record Sent(Map<String, String> headers, Map<String, String> query, byte[] body) {

    static Sent with(Request request, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.put(field.getName().toLowerCase(Locale.ROOT), String.valueOf(field.getValue()));
        }
        Map<String, String> query = new HashMap<>();
        Request.extractQueryParameters(request).forEach(field -> query.put(field.getName(), field.getValue()));
        return new Sent(headers, query, body);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }
}
