package afterorder.localcloud.template;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Reads functions, with the limits that Lambda has for them. */
final class FunctionViews {

    /** Lambda sets these itself and refuses them in a function's configuration. */
    private static final Set<String> RESERVED = Set.of(
            "_HANDLER",
            "_X_AMZN_TRACE_ID",
            "AWS_REGION",
            "AWS_DEFAULT_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_ACCESS_KEY",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "LAMBDA_TASK_ROOT",
            "LAMBDA_RUNTIME_DIR");

    private static final int LONGEST_ENVIRONMENT = 4096;

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
            if (RESERVED.contains(name)) variables.refuse(name, "is reserved by Lambda");
            bytes += (name + variable.getValue()).getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > LONGEST_ENVIRONMENT) {
            properties.refuse("Environment", "takes " + bytes + " bytes, Lambda allows " + LONGEST_ENVIRONMENT);
        }
        return Map.copyOf(environment);
    }
}
