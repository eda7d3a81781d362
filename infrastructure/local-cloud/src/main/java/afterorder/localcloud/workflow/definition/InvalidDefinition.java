package afterorder.localcloud.workflow.definition;

import java.util.List;
import java.util.stream.Collectors;

/** A definition that AWS, or this local cloud, does not take. */
public final class InvalidDefinition extends Exception {
    private static final long serialVersionUID = 1;
    private final transient List<Diagnostic> diagnostics;

    InvalidDefinition(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining(", ")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
