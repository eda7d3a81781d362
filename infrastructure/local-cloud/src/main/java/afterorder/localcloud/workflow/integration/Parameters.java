package afterorder.localcloud.workflow.integration;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The arguments that an operation takes, by name, and those that it cannot do without. */
public record Parameters(Set<String> supported, Set<String> required) {

    public List<String> problems(Set<String> arguments) {
        Set<String> unknown = new TreeSet<>(arguments);
        unknown.removeAll(supported);
        return Stream.concat(
                        unknown.stream().map(name -> "The field \"" + name + "\" is not supported by Step Functions"),
                        required.stream()
                                .filter(name -> !arguments.contains(name))
                                .map(name -> "The field \"" + name + "\" is required but was missing"))
                .toList();
    }
}
