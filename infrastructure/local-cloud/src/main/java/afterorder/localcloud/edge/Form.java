package afterorder.localcloud.edge;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of the query protocol: {@code application/x-www-form-urlencoded}. */
public final class Form {

    private Form() {}

    /** @throws AwsError when the body is no form */
    public static Map<String, String> parse(byte[] body) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : new String(body, StandardCharsets.UTF_8).split("&")) {
            int equals = parameter.indexOf('=');
            if (equals > 0)
                parameters.put(decode(parameter.substring(0, equals)), decode(parameter.substring(equals + 1)));
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw AwsError.of("MalformedQueryString", "The query string contains a syntax error: " + text);
        }
    }
}
