package afterorder.localcloud.template;

import java.util.HashSet;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the intrinsic functions of one template draw on. Conditions and the names of resources are values themselves:
 * they are resolved in this context when first asked for.
 */
final class TemplateContext {

    private final Map<String, Value> parameters;
    private final Map<String, String> pseudoParameters;
    private final Value.Fields mappings;
    private final Conditions conditions;
    private final References references;
    private final Problems problems;

    TemplateContext(
            Map<String, Value> parameters,
            Map<String, String> pseudoParameters,
            Value.Fields mappings,
            Value.Fields conditions,
            Map<String, Declaration> declarations,
            Addresses addresses,
            Problems problems) {
        this.parameters = parameters;
        this.pseudoParameters = pseudoParameters;
        this.mappings = mappings;
        this.problems = problems;
        UnaryOperator<Value> resolver = value -> new Evaluator(this, new HashSet<>()).resolve(value);
        this.conditions = new Conditions(conditions, resolver, problems);
        this.references = new References(declarations, addresses, resolver, problems);
    }

    Map<String, Value> parameters() {
        return parameters;
    }

    Map<String, String> pseudoParameters() {
        return pseudoParameters;
    }

    Value.Fields mappings() {
        return mappings;
    }

    Conditions conditions() {
        return conditions;
    }

    References references() {
        return references;
    }

    Problems problems() {
        return problems;
    }
}
