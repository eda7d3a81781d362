package afterorder.localcloud.workflow.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Something that happened in an execution.
 *
 * @param id from 1 on; 0 for what only a restart needs to know
 * @param previous the id of the event before it in its branch
 * @param branch which branch of a Parallel or iteration of a Map; empty: none
 * @param type as in the history of AWS: {@code TaskSucceeded}
 * @param details what the history tells about it
 * @param note what a restart needs to know about it
 */
public record Event(
        long id, long previous, Instant at, String branch, String type, ObjectNode details, ObjectNode note) {

    /** The name under which the history tells the details. */
    @JsonIgnore
    public String detailsName() {
        if (type.endsWith("StateEntered")) return "stateEnteredEventDetails";
        if (type.endsWith("StateExited")) return "stateExitedEventDetails";
        return Character.toLowerCase(type.charAt(0)) + type.substring(1) + "EventDetails";
    }
}
