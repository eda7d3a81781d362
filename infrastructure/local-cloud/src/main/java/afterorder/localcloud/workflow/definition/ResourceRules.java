package afterorder.localcloud.workflow.definition;

import java.util.List;
import java.util.Set;

/** Knows which resources a Task can call. */
public interface ResourceRules {

    /**
     * What is wrong with a resource or the fields of its arguments; nothing when it can be called.
     *
     * @param fields the names of the arguments, as far as the definition tells them
     */
    List<String> problems(ResourceName resource, Set<String> fields);
}
