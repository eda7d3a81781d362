package afterorder.desk;

import afterorder.aws.WaitingRows;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lists come in pages: {@code ?after=} names where one begins, and the header {@code Link} the next (RFC 8288). */
final class Paging {
    private Paging() {}

    static WaitingRows.Page page(APIGatewayV2HTTPEvent request, Function<Optional<String>, WaitingRows.Page> reader) {
        Optional<String> after =
                Optional.ofNullable(request.getQueryStringParameters()).map(parameters -> parameters.get("after"));
        try {
            return reader.apply(after);
        } catch (IllegalArgumentException unknown) {
            throw Refused.noPage();
        }
    }

    static Map<String, String> headers(String path, WaitingRows.Page page) {
        return page.next() == null
                ? Map.of()
                : Map.of("link", "<" + path + "?after=" + page.next() + ">; rel=\"next\"");
    }
}
