package afterorder.localcloud.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Request;

/**
 * A request as pages look at it.
 *
 * @param path the segments behind {@code /_local/}, decoded; none for the start page
 */
record Asked(Request request, List<String> path) {

    static Asked of(Request request) {
        String below = request.getHttpURI().getPath().substring(Pages.PATH.length());
        List<String> segments = Arrays.stream(below.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(Asked::decoded)
                .toList();
        return new Asked(request, segments);
    }

    /** The segment behind {@code /_local/}; empty for the start page. */
    String first() {
        return path.isEmpty() ? "" : path.getFirst();
    }

    /** What stands behind the first segment, where something does. */
    Optional<String> below() {
        return path.size() < 2 ? Optional.empty() : Optional.of(String.join("/", path.subList(1, path.size())));
    }

    /** Whether the page is to load itself again and again. */
    boolean isLive() {
        return Request.extractQueryParameters(request).getNames().contains("live");
    }

    /** The same page, live where it is not, and at rest where it is. */
    String otherPace() {
        String query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
        List<String> kept = new ArrayList<>(Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.equals("live"))
                .toList());
        if (!isLive()) kept.add("live");
        String address = request.getHttpURI().getPath();
        return kept.isEmpty() ? address : address + "?" + String.join("&", kept);
    }

    /** A parameter of the address; empty when it is not there. */
    String query(String name) {
        return Optional.ofNullable(Request.extractQueryParameters(request).getValue(name))
                .orElse("");
    }

    /** A field of the form that was posted; empty when it is not there. */
    String form(String name) {
        return Optional.ofNullable(FormFields.getFields(request).getValue(name)).orElse("");
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
