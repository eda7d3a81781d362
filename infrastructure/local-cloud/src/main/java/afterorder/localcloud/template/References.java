package afterorder.localcloud.template;

import static afterorder.localcloud.template.Addresses.arn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What {@code Ref} and {@code GetAtt} answer for a resource, by its type. */
final class References {

    /** The attribute under which {@link #value} has what {@code Ref} answers. */
    static final String REF = "Ref";

    private final Map<String, Declaration> declarations;
    private final Addresses addresses;
    private final UnaryOperator<Value> resolver;
    private final Problems problems;
    private final PhysicalNames names;
    private final Map<String, Map<String, String>> known = new HashMap<>();
    private final Set<String> beingNamed = new HashSet<>();

    /** @param resolver resolves the property that names a resource; it may ask here again */
    References(
            Map<String, Declaration> declarations,
            Addresses addresses,
            UnaryOperator<Value> resolver,
            Problems problems) {
        this.declarations = declarations;
        this.addresses = addresses;
        this.resolver = resolver;
        this.problems = problems;
        this.names = new PhysicalNames(addresses.stack());
    }

    boolean has(String logicalId) {
        return declarations.containsKey(logicalId);
    }

    String type(String logicalId) {
        return declarations.get(logicalId).type();
    }

    PhysicalNames names() {
        return names;
    }

    Optional<String> condition(String logicalId) {
        return declarations.get(logicalId).condition();
    }

    /** @param attribute {@link #REF}, or the name of an attribute; nothing when the type is known not to have it */
    Optional<String> value(String logicalId, String attribute) {
        Map<String, String> values = known.get(logicalId);
        if (values == null) {
            values = values(declarations.get(logicalId));
            known.put(logicalId, values);
        }
        return Optional.ofNullable(values.get(attribute));
    }

    private Map<String, String> values(Declaration resource) {
        String id = resource.logicalId();
        return switch (resource.type()) {
            case "AWS::Serverless::Function" -> function(resource, named(resource, "FunctionName", 64));
            case "AWS::Serverless::StateMachine" -> {
                String name = named(resource, "Name", 80);
                String arn = arn("states", "stateMachine:" + name);
                yield Map.of(REF, arn, "Arn", arn, "Name", name);
            }
            case "AWS::Serverless::HttpApi" -> {
                String api = names.shortId(id);
                yield Map.of(
                        REF, api, "ApiId", api, "ApiEndpoint", addresses.edge().toString());
            }
            case "AWS::DynamoDB::Table" -> {
                String name = named(resource, "TableName", 255);
                yield Map.of(REF, name, "Arn", arn("dynamodb", "table/" + name));
            }
            case "AWS::S3::Bucket" -> {
                String name = ownName(resource, "BucketName").orElseGet(() -> names.lowerCaseName(id, 63));
                yield Map.of(REF, name, "Arn", "arn:" + Addresses.PARTITION + ":s3:::" + name);
            }
            case "AWS::SQS::Queue" -> {
                String name = named(resource, "QueueName", 80);
                String url = addresses.queueUrl(name);
                yield Map.of(REF, url, "QueueUrl", url, "QueueName", name, "Arn", arn("sqs", name));
            }
            case "AWS::SecretsManager::Secret" -> {
                String name = ownName(resource, "Name").orElseGet(() -> names.nameWithoutStack(id));
                String arn = arn("secretsmanager", "secret:" + name + "-" + names.arnSuffix(id));
                yield Map.of(REF, arn, "Id", arn, "Name", name);
            }
            case "AWS::Logs::LogGroup" -> {
                String name = named(resource, "LogGroupName", 512);
                yield Map.of(REF, name, "Arn", arn("logs", "log-group:" + name + ":*"));
            }
            case "AWS::KMS::Key" -> {
                String key = names.uuid(id);
                yield Map.of(REF, key, "KeyId", key, "Arn", arn("kms", "key/" + key));
            }
            case "AWS::SNS::Topic" -> {
                String name = named(resource, "TopicName", 256);
                String arn = arn("sns", name);
                yield Map.of(REF, arn, "TopicArn", arn, "TopicName", name);
            }
            case "AWS::CloudWatch::Alarm" -> {
                String name = named(resource, "AlarmName", 255);
                yield Map.of(REF, name, "Arn", arn("cloudwatch", "alarm:" + name));
            }
            case "AWS::CloudWatch::Dashboard" -> Map.of(REF, named(resource, "DashboardName", 255));
            case "AWS::SES::ConfigurationSet" -> Map.of(REF, named(resource, "Name", 64));
            default -> Map.of();
        };
    }

    private Map<String, String> function(Declaration resource, String name) {
        String arn = arn("lambda", "function:" + name);
        Map<String, String> values = new HashMap<>(Map.of(REF, name, "Arn", arn));
        Optional.ofNullable(resource.properties().get("AutoPublishAlias"))
                .map(resolver)
                .flatMap(Value::asText)
                .ifPresent(alias -> values.put("Alias", arn + ":" + alias));
        return values;
    }

    private String named(Declaration resource, String property, int longest) {
        return ownName(resource, property).orElseGet(() -> names.name(resource.logicalId(), longest));
    }

    private Optional<String> ownName(Declaration resource, String property) {
        Value name = resource.properties().get(property);
        if (name == null) return Optional.empty();
        if (!beingNamed.add(resource.logicalId())) {
            problems.add(name.line(), "circular reference: the name of " + resource.logicalId() + " needs itself");
            return Optional.empty();
        }
        Optional<String> text = resolver.apply(name).asText();
        beingNamed.remove(resource.logicalId());
        return text;
    }
}
