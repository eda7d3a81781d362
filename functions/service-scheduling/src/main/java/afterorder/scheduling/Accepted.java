package afterorder.scheduling;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Optional;

/** What a caller wants to get, by the header {@code Accept} (RFC 9110, 12.5.1). */
final class Accepted {
    private Accepted() {}

    /** Whether it would rather have a page than JSON; who does not care gets JSON. */
    static boolean prefersHtml(APIGatewayV2HTTPEvent request) {
        String accept = Optional.ofNullable(request.getHeaders())
                .map(headers -> headers.get("accept"))
                .orElse("*/*");
        return quality(accept, "text/html") > quality(accept, "application/json");
    }

    /** The most specific range counts; 0 when none matches. */
    private static double quality(String accept, String type) {
        String[] names = {type, type.substring(0, type.indexOf('/')) + "/*", "*/*"};
        for (String name : names) {
            for (String range : accept.split(",")) {
                String[] parts = range.split(";");
                if (parts[0].strip().equalsIgnoreCase(name)) return quality(parts);
            }
        }
        return 0;
    }

    private static double quality(String[] parts) {
        for (int next = 1; next < parts.length; next++) {
            String parameter = parts[next].strip();
            if (parameter.matches("[qQ]=[01](\\.\\d{0,3})?")) return Double.parseDouble(parameter.substring(2));
        }
        return 1;
    }
}
