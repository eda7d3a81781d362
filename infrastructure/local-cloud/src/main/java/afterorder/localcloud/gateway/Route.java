package afterorder.localcloud.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an HTTP API does with which requests.
 *
 * @param method an HTTP method or {@code ANY}
 * @param path with parameters: {@code /orders/{id}}, at the end also greedy: {@code /files/{name+}}
 * @param function ARN, with its alias
 * @param scopes empty: open to all; present: a token is needed, which has one of them unless there are none
 */
public record Route(String method, String path, String function, Optional<List<String>> scopes) {

    public Route {
        if (!path.startsWith("/"))
            throw new IllegalArgumentException("the route's path " + path + " must begin with /");
    }

    /** As in events: {@code POST /orders}. */
    String key() {
        return method + " " + path;
    }

    /** The path's parameters, when the route is for that request. */
    Optional<Map<String, String>> match(String wantedMethod, List<String> segments) {
        if (!method.equals("ANY") && !method.equals(wantedMethod)) return Optional.empty();
        List<String> own = segments(path);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < own.size(); i++) {
            String expected = own.get(i);
            if (i >= segments.size()) return Optional.empty();
            if (expected.endsWith("+}")) {
                String rest = String.join("/", segments.subList(i, segments.size()));
                parameters.put(expected.substring(1, expected.length() - 2), rest);
                return Optional.of(parameters);
            }
            if (expected.startsWith("{") && !segments.get(i).isEmpty()) {
                parameters.put(expected.substring(1, expected.length() - 1), segments.get(i));
            } else if (!expected.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return own.size() == segments.size() ? Optional.of(parameters) : Optional.empty();
    }

    /** The more of it is fixed, the sooner it is chosen: fixed before parameter before greedy, a method before ANY. */
    String precedence() {
        StringBuilder order = new StringBuilder();
        for (String segment : segments(path)) {
            order.append(segment.endsWith("+}") ? '2' : segment.startsWith("{") ? '1' : '0');
        }
        return order + (method.equals("ANY") ? "1" : "0");
    }

    static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
        return segments.subList(1, segments.size());
    }
}
