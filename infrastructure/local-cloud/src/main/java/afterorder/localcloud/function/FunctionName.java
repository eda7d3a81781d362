package afterorder.localcloud.function;

import java.util.Optional;

/** How a caller names a function: by name or ARN, with or without version or alias. */
record FunctionName(String name, Optional<String> qualifier) {

    static FunctionName parse(String text) {
        String[] parts = text.split(":");
        int first = text.startsWith("arn:") ? 6 : 0;
        if (parts.length <= first) return new FunctionName(text, Optional.empty());
        Optional<String> qualifier = parts.length > first + 1 ? Optional.of(parts[first + 1]) : Optional.empty();
        return new FunctionName(parts[first], qualifier);
    }

    /** @param arn the function's, without qualifier */
    String arn(String arn) {
        return qualifier.map(alias -> arn + ":" + alias).orElse(arn);
    }
}
