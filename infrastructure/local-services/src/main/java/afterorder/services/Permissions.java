package afterorder.services;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Interceptor;
import afterorder.localcloud.template.Template;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Refuses a function what its policies in the template do not allow, as AWS would: by action, in buckets by key, and secrets by ARN. Which
 * table is meant is not asked, for tests have tables of their own.
 */
final class Permissions implements Interceptor {
    /** Operations whose permission has another name. Our transactions hold updates only. */
    private static final Map<String, String> ACTIONS = Map.of(
            "dynamodb:TransactWriteItems", "dynamodb:UpdateItem",
            "s3:HeadObject", "s3:GetObject",
            "s3:ListObjectsV2", "s3:ListBucket",
            "s3:CreateMultipartUpload", "s3:PutObject",
            "s3:UploadPart", "s3:PutObject",
            "s3:CompleteMultipartUpload", "s3:PutObject");

    private final Map<String, List<Statement>> statements = new HashMap<>();

    private record Statement(List<String> actions, List<String> resources) {
        boolean allows(String action, String resource) {
            if (!actions.contains(action)) return false;
            if (action.startsWith("secretsmanager:")) return resources.contains(resource);
            return !action.startsWith("s3:") || resources.stream().anyMatch(one -> matches(one, resource));
        }

        private static boolean matches(String pattern, String resource) {
            String suffix = pattern.substring(pattern.lastIndexOf(':') + 1);
            return suffix.endsWith("*")
                    ? resource.startsWith(suffix.substring(0, suffix.length() - 1))
                    : resource.equals(suffix);
        }
    }

    Permissions(Template template) {
        template.resources().stream()
                .filter(resource -> resource.type().equals("AWS::Serverless::Function"))
                .forEach(function -> statements.put(function.logicalId(), read(function.properties())));
    }

    @Override
    public void before(Call call) {
        List<Statement> ofFunction = statements.get(call.caller().name());
        if (ofFunction == null) return;
        String operation = call.service() + ":" + call.operation();
        String action = ACTIONS.getOrDefault(operation, operation);
        if (ofFunction.stream().noneMatch(statement -> statement.allows(action, call.resource()))) {
            String message = "%s is not authorized to perform %s on %s"
                    .formatted(call.caller().name(), action, call.resource());
            throw new AwsError(403, call.service().equals("s3") ? "AccessDenied" : "AccessDeniedException", message);
        }
    }

    private static List<Statement> read(JsonNode function) {
        return StreamSupport.stream(function.path("Policies").spliterator(), false)
                .flatMap(policy -> StreamSupport.stream(policy.path("Statement").spliterator(), false))
                .map(statement -> new Statement(texts(statement.path("Action")), texts(statement.path("Resource"))))
                .toList();
    }

    private static List<String> texts(JsonNode oneOrMore) {
        Stream<JsonNode> nodes =
                oneOrMore.isArray() ? StreamSupport.stream(oneOrMore.spliterator(), false) : Stream.of(oneOrMore);
        return nodes.map(JsonNode::asText).toList();
    }
}
