package afterorder.localcloud.edge;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Request;

/** A request in the one form that both sides sign, as Signature Version 4 defines it. */
final class CanonicalRequest {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

    private CanonicalRequest() {}

    static String of(Request request, Credential credential, String payloadHash) {
        return String.join(
                "\n",
                request.getMethod(),
                path(request, credential.service()),
                query(request.getHttpURI().getQuery()),
                headers(request, credential.signedHeaders()),
                String.join(";", credential.signedHeaders()),
                payloadHash);
    }

    /** S3 signs the path as it is sent, the others encode it once more. */
    private static String path(Request request, String service) {
        String path = request.getHttpURI().getPath();
        if (path == null || path.isEmpty()) return "/";
        if (service.equals("s3")) return path;
        return Arrays.stream(path.split("/", -1)).map(CanonicalRequest::encode).collect(Collectors.joining("/"));
    }

    private static String query(String query) {
        if (query == null || query.isEmpty()) return "";
        List<String> parameters = new ArrayList<>();
        for (String parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            if (!name.equals("X-Amz-Signature")) parameters.add(encode(decode(name)) + "=" + encode(decode(value)));
        }
        return parameters.stream().sorted().collect(Collectors.joining("&"));
    }

    private static String headers(Request request, List<String> names) {
        StringBuilder lines = new StringBuilder();
        for (String name : names) {
            String value = request.getHeaders().getValuesList(name).stream()
                    .map(each -> each.trim().replaceAll(" +", " "))
                    .collect(Collectors.joining(","));
            lines.append(name).append(':').append(value).append('\n');
        }
        return lines.toString();
    }

    private static String decode(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private static String encode(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(each) >= 0) encoded.append((char) each);
            else encoded.append('%').append(String.format("%02X", each));
        }
        return encoded.toString();
    }
}
