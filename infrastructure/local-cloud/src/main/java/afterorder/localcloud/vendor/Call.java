package afterorder.localcloud.vendor;

import afterorder.localcloud.door.JsonFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * A request as the sandbox reads it.
 *
 * @param path the decoded segments below {@link Marketplace#PATH}
 */
record Call(String method, List<String> path, Request request) {

    static final int LONGEST_BODY = 4 * 1024 * 1024;

    static Call of(Request request) {
        String below = request.getHttpURI().getPath().substring(Marketplace.PATH.length());
        List<String> segments = Stream.of(below.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        return new Call(request.getMethod(), segments, request);
    }

    /** The segment at this index; empty behind the last one. */
    String segment(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(Request.extractQueryParameters(request).getValue(name));
    }

    /** The body, of which at most one byte more than {@link #LONGEST_BODY} is read. */
    byte[] bytes() throws IOException {
        return Content.Source.asInputStream(request).readNBytes(LONGEST_BODY + 1);
    }

    JsonNode json() throws IOException {
        return json(bytes());
    }

    /** Missing when it is no JSON, which whoever reads it refuses. */
    static JsonNode json(byte[] bytes) throws IOException {
        try {
            return JsonFile.JSON.readTree(bytes);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
