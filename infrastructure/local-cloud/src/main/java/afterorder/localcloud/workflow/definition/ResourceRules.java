package afterorder.localcloud.workflow.definition;

import java.util.List;
import java.util.Set;

/** Knows which resources a Task can call, and with which arguments. */
public interface ResourceRules {

    boolean knows(ResourceName resource);

    /**
     * What is wrong with the arguments of a resource that is known.
     *
     * @param arguments the names that the definition tells
     */
    List<String> problems(ResourceName resource, Set<String> arguments);
}
