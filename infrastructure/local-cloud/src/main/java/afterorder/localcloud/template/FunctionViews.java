package afterorder.localcloud.template;

import afterorder.localcloud.function.FunctionDefinition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Reads functions, with the limits that Lambda has for them. */
final class FunctionViews {

    private final Path folder;

    FunctionViews(Path template) {
        this.folder = template.toAbsolutePath().getParent();
    }

    Template.Function function(ResolvedResource resource) {
        Properties properties = resource.properties();
        properties.text("Runtime");
        properties.oneOf("Runtime", Set.of("java25"));
        String arn = resource.attribute("Arn");
        boolean published = properties.has("AutoPublishAlias");
        Properties async = properties.below("EventInvokeConfig");
        return new Template.Function(
                resource.logicalId(),
                resource.name(),
                arn,
                published ? resource.attribute("Alias") : arn,
                folder.resolve(properties.text("CodeUri")).normalize(),
                properties.text("Handler"),
                environment(properties),
                Duration.ofSeconds(properties.number("Timeout", 1, 900).orElse(3)),
                properties.number("MemorySize", 128, 10_240).orElse(128),
                snapStart(properties) && published,
                async.number("MaximumRetryAttempts", 0, 2).orElse(2),
                Duration.ofSeconds(
                        async.number("MaximumEventAgeInSeconds", 60, 21_600).orElse(21_600)),
                resource.line());
    }

    private static boolean snapStart(Properties properties) {
        return properties
                .below("SnapStart")
                .oneOf("ApplyOn", Set.of("PublishedVersions", "None"))
                .filter("PublishedVersions"::equals)
                .isPresent();
    }

    private static Map<String, String> environment(Properties properties) {
        Properties variables = properties.below("Environment").below("Variables");
        Map<String, String> environment = variables.allTexts();
        int bytes = 0;
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            String name = variable.getKey();
            if (!name.matches("[a-zA-Z][a-zA-Z0-9_]+")) variables.refuse(name, "is no name that Lambda takes");
            if (FunctionDefinition.RESERVED.contains(name)) variables.refuse(name, "is reserved by Lambda");
            bytes += (name + variable.getValue()).getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > FunctionDefinition.ENVIRONMENT_LIMIT) {
            properties.refuse(
                    "Environment", "takes " + bytes + " bytes, Lambda allows " + FunctionDefinition.ENVIRONMENT_LIMIT);
        }
        return Map.copyOf(environment);
    }
}
