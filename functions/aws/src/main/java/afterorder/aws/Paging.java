package afterorder.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lists come in pages: {@code ?after=} names where one begins, and the header {@code Link} the next (RFC 8288). */
public final class Paging {
    private Paging() {}

    /**
     * @param reader of the page that begins there; it throws an {@link IllegalArgumentException} when no page does
     * @throws RefusedCall when no page begins there
     */
    public static <P> P page(APIGatewayV2HTTPEvent request, Function<Optional<String>, P> reader) {
        Optional<String> after =
                Optional.ofNullable(request.getQueryStringParameters()).map(parameters -> parameters.get("after"));
        try {
            return reader.apply(after);
        } catch (IllegalArgumentException unknown) {
            throw RefusedCall.noPage();
        }
    }

    public static Map<String, String> headers(String path, RowPage page) {
        return Optional.ofNullable(page.next())
                .map(next -> headers(path + "?after=" + next))
                .orElse(Map.of());
    }

    /** @param next the address of the next page */
    public static Map<String, String> headers(String next) {
        return Map.of("link", "<" + next + ">; rel=\"next\"");
    }
}
