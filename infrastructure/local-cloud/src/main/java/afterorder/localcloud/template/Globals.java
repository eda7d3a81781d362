package afterorder.localcloud.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The section Globals, merged into the resources as SAM does: fields below fields, lists joined, else the resource's own. */
final class Globals {

    /** What SAM takes from Globals, of what the local cloud knows. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "Function",
            Set.of(
                    "Architectures",
                    "AutoPublishAlias",
                    "CodeUri",
                    "Description",
                    "Environment",
                    "EventInvokeConfig",
                    "Handler",
                    "LoggingConfig",
                    "MemorySize",
                    "Runtime",
                    "SnapStart",
                    "Tags",
                    "Timeout",
                    "Tracing"),
            "HttpApi",
            Set.of("AccessLogSettings", "Auth", "DefaultRouteSettings", "FailOnWarnings", "Tags"));

    private final Value.Fields section;

    Globals(Value.Fields section, Problems problems) {
        this.section = section;
        section.byName().forEach((kind, value) -> {
            Set<String> allowed = ALLOWED.get(kind);
            if (allowed == null || !(value instanceof Value.Fields properties)) {
                problems.add(value.line(), "unknown section " + kind + " in Globals");
            } else {
                properties.byName().forEach((name, property) -> {
                    if (!allowed.contains(name)) {
                        problems.add(property.line(), "unknown property " + name + " in Globals." + kind);
                    }
                });
            }
        });
    }

    Value.Fields into(String type, Value.Fields properties) {
        String kind = type.startsWith("AWS::Serverless::") ? type.substring("AWS::Serverless::".length()) : "";
        return section.get(kind) instanceof Value.Fields globals ? merge(globals, properties) : properties;
    }

    private static Value.Fields merge(Value.Fields globals, Value.Fields own) {
        Map<String, Value> merged = new LinkedHashMap<>(globals.byName());
        own.byName().forEach((name, value) -> merged.merge(name, value, Globals::merge));
        return new Value.Fields(merged, own.line());
    }

    private static Value merge(Value global, Value own) {
        if (global instanceof Value.Fields fields && own instanceof Value.Fields ownFields) {
            return merge(fields, ownFields);
        }
        if (global instanceof Value.Items(List<Value> items, int line) && own instanceof Value.Items ownItems) {
            List<Value> joined = new ArrayList<>(items);
            joined.addAll(ownItems.items());
            return new Value.Items(joined, ownItems.line());
        }
        return own;
    }
}
