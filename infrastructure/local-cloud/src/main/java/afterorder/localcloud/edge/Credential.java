package afterorder.localcloud.edge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/**
 * What a request that is signed with Signature Version 4 says about its signature, in the header {@code Authorization} or,
 * when it is pre-signed, in the query.
 */
record Credential(
        String keyId,
        String date,
        String region,
        String service,
        List<String> signedHeaders,
        String signature,
        boolean presigned) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final Pattern HEADER = Pattern.compile(
            ALGORITHM + "\\s+Credential=([^,\\s]+),\\s*SignedHeaders=([^,\\s]+),\\s*Signature=([0-9a-f]+)");

    /**
     * Empty when the request does not claim to be signed for AWS.
     *
     * @throws AwsError {@code IncompleteSignature} when it claims so, but cannot be read
     */
    static Optional<Credential> of(Request request) {
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (authorization != null && authorization.startsWith(ALGORITHM)) return Optional.of(ofHeader(authorization));
        Fields query = Request.extractQueryParameters(request);
        String scope = query.getValue("X-Amz-Credential");
        if (scope == null) return Optional.empty();
        return Optional.of(read(scope, value(query, "X-Amz-SignedHeaders"), value(query, "X-Amz-Signature"), true));
    }

    String scope() {
        return date + "/" + region + "/" + service + "/aws4_request";
    }

    private static Credential ofHeader(String authorization) {
        Matcher parts = HEADER.matcher(authorization);
        if (!parts.matches()) throw incomplete("Authorization header is malformed");
        return read(parts.group(1), parts.group(2), parts.group(3), false);
    }

    private static Credential read(String scope, String signedHeaders, String signature, boolean presigned) {
        String[] parts = scope.split("/");
        if (parts.length != 5 || !parts[4].equals("aws4_request")) {
            throw incomplete("Credential must be <key>/<date>/<region>/<service>/aws4_request, not " + scope);
        }
        return new Credential(
                parts[0], parts[1], parts[2], parts[3], List.of(signedHeaders.split(";")), signature, presigned);
    }

    private static String value(Fields query, String name) {
        return Objects.requireNonNullElse(query.getValue(name), "");
    }

    private static AwsError incomplete(String message) {
        return AwsError.of("IncompleteSignature", message);
    }
}
