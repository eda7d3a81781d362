package afterorder.localcloud.template;

import java.util.List;
import java.util.Optional;

/**
 * A resource as the template declares it, nothing resolved yet.
 *
 * @param properties with the Globals of its type already in them
 */
record Declaration(
        String logicalId,
        String type,
        Optional<String> condition,
        List<String> dependsOn,
        Value.Fields properties,
        int line) {}
