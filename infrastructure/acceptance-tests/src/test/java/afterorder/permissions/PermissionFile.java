package afterorder.permissions;

import afterorder.localcloud.iam.Wildcard;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What one shop told at its end of the permissions that were used in it, and of what was denied. */
record PermissionFile(JsonNode page) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One for each shop that kept its record there. */
    static Stream<PermissionFile> in(Path folder) throws IOException {
        List<PermissionFile> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                found.add(new PermissionFile(JSON.readTree(Files.readString(file))));
            }
        }
        return found.stream();
    }

    /** Whether a call was allowed by it alone. */
    boolean tellsThatUsed(Grant grant) {
        return page.path("permissions")
                .valueStream()
                .anyMatch(permission -> permission.path("owner").asText().equals(grant.owner())
                        && permission.path("line").asInt() == grant.line()
                        && permission.path("action").asText().equals(grant.action())
                        && permission.path("alone").asLong() > 0);
    }

    /** Whether a call was denied for want of it. */
    boolean tellsThatDenied(Grant grant) {
        Wildcard action = new Wildcard(grant.action(), true);
        return page.path("denied")
                .valueStream()
                .anyMatch(denied -> action.matches(denied.path("action").asText()));
    }
}
