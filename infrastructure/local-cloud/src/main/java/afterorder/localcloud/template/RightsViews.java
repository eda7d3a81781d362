package afterorder.localcloud.template;

import afterorder.localcloud.iam.Judge;
import afterorder.localcloud.iam.Principal;
import afterorder.localcloud.iam.Rights;
import afterorder.localcloud.iam.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers all policies of a template: those of functions, state machines, buckets, queues and keys, and what SAM adds. */
final class RightsViews {
    /** The name under which state machines call. */
    private static final String WORKFLOWS = "states";

    private final List<ResolvedResource> resources;
    private final PolicyReader reader;
    private final Problems problems;
    private final Map<String, Rights.Identity> identities = new HashMap<>();
    private final Map<String, String> roleOfFunction = new HashMap<>();
    private final Map<String, List<Statement>> onResources = new HashMap<>();
    private final Map<String, String> keyOf = new HashMap<>();

    RightsViews(List<ResolvedResource> resources, Problems problems) {
        this.resources = resources;
        this.reader = new PolicyReader(problems);
        this.problems = problems;
    }

    Rights rights(List<Template.Function> functions, EventViews events, List<Template.Secret> secrets) {
        for (ResolvedResource resource : resources) {
            switch (resource.declaration().type()) {
                case "AWS::Serverless::Function" -> function(resource, events);
                case "AWS::Serverless::StateMachine" -> workflow(resource);
                case "AWS::S3::Bucket" -> bucket(resource);
                case "AWS::S3::BucketPolicy" -> bucketPolicy(resource);
                case "AWS::SQS::QueuePolicy" -> queuePolicy(resource);
                case "AWS::SNS::Topic" -> topic(resource);
                case "AWS::SNS::TopicPolicy" -> topicPolicy(resource);
                case "AWS::KMS::Key" -> key(resource);
                default -> {}
            }
        }
        functions.forEach(function -> roleOfFunction.put(function.arn(), function.name()));
        events.routes()
                .forEach(route -> invokes(
                        route.functionArn(),
                        "apigateway.amazonaws.com",
                        Addresses.arn("execute-api", route.apiId() + "/*")));
        events.schedules()
                .forEach(schedule -> invokes(schedule.functionArn(), "events.amazonaws.com", schedule.ruleArn()));
        Map<String, String> secretArns = new HashMap<>();
        secrets.forEach(secret -> secretArns.put(secret.name(), secret.arn()));
        return new Rights(
                Addresses.REGION,
                Addresses.ACCOUNT,
                Map.copyOf(identities),
                Map.copyOf(roleOfFunction),
                Map.copyOf(onResources),
                Map.copyOf(keyOf),
                Map.copyOf(secretArns));
    }

    private void function(ResolvedResource resource, EventViews events) {
        List<Statement> statements = policies(resource);
        statements.add(GeneratedPolicies.logging(resource.logicalId()));
        String arn = resource.attribute("Arn");
        boolean isPolling = events.queueTriggers().stream()
                .anyMatch(trigger -> trigger.functionArn().equals(arn)
                        || trigger.functionArn().startsWith(arn + ":"));
        if (isPolling) statements.add(GeneratedPolicies.polling(resource.logicalId()));
        identities.put(resource.name(), identity(resource, resource.name(), statements));
    }

    private void workflow(ResolvedResource resource) {
        Rights.Identity machine = identity(resource, resource.attribute("Name"), policies(resource));
        if (identities.put(WORKFLOWS, machine) != null) {
            problems.add(resource.line(), "the local cloud knows the rights of one state machine, not of several");
        }
    }

    private Rights.Identity identity(ResolvedResource resource, String session, List<Statement> statements) {
        String role = resource.references().names().name(resource.logicalId() + "Role", 64);
        String arn = "arn:" + Addresses.PARTITION + ":iam::" + Addresses.ACCOUNT + ":role/" + role;
        return new Rights.Identity(new Principal.Role(arn, session), List.copyOf(statements));
    }

    private List<Statement> policies(ResolvedResource resource) {
        List<Statement> statements = new ArrayList<>();
        Value policies = resource.fields().get("Policies");
        if (policies instanceof Value.Items items) {
            items.items().forEach(each -> statements.addAll(reader.ofIdentity(resource.logicalId(), each)));
        } else if (policies != null) {
            statements.addAll(reader.ofIdentity(resource.logicalId(), policies));
        }
        return statements;
    }

    private void bucket(ResolvedResource resource) {
        Properties encryption = resource.properties().below("BucketEncryption");
        if (encryption.fields().get("ServerSideEncryptionConfiguration") instanceof Value.Items rules) {
            for (Value rule : rules.items()) {
                if (!(rule instanceof Value.Fields fields)) continue;
                Properties byDefault = new Properties(resource.logicalId() + ".BucketEncryption", fields, problems)
                        .below("ServerSideEncryptionByDefault");
                byDefault.oneOf("SSEAlgorithm", Set.of("AES256", "aws:kms"));
                encrypts(resource.name(), byDefault, "KMSMasterKeyID");
            }
        }
    }

    private void bucketPolicy(ResolvedResource resource) {
        String bucket = resource.properties().text("Bucket");
        on("arn:" + Addresses.PARTITION + ":s3:::" + bucket, resource, "PolicyDocument");
    }

    private void queuePolicy(ResolvedResource resource) {
        for (String url : resource.properties().texts("Queues")) {
            on(Addresses.arn("sqs", url.substring(url.lastIndexOf('/') + 1)), resource, "PolicyDocument");
        }
    }

    private void topic(ResolvedResource resource) {
        encrypts(resource.attribute("TopicArn"), resource.properties(), "KmsMasterKeyId");
    }

    /** Notes which key a bucket or topic is encrypted with, if that property names one. */
    private void encrypts(String encrypted, Properties properties, String property) {
        properties.optionalText(property).ifPresent(key -> {
            if (!key.startsWith("arn:")) properties.refuse(property, "must be the ARN of a key here");
            keyOf.put(encrypted, key);
        });
    }

    private void topicPolicy(ResolvedResource resource) {
        resource.properties().texts("Topics").forEach(topic -> on(topic, resource, "PolicyDocument"));
    }

    private void key(ResolvedResource resource) {
        String arn = resource.attribute("Arn");
        on(arn, resource, "KeyPolicy");
        if (Judge.canBeChanged(arn, onResources.getOrDefault(arn, List.of()), Addresses.ACCOUNT)) return;
        resource.properties().refuse("KeyPolicy", "lets nobody of the account change it any more");
    }

    private void on(String arn, ResolvedResource owner, String property) {
        Value document = owner.fields().get(property);
        if (document == null) {
            owner.properties().text(property);
            return;
        }
        onResources
                .computeIfAbsent(arn, first -> new ArrayList<>())
                .addAll(reader.ofResource(owner.logicalId(), document));
    }

    /** Once, however many routes lead there. */
    private void invokes(String function, String service, String sourceArn) {
        Statement permission = GeneratedPolicies.invocation(function, service, sourceArn);
        List<Statement> permissions = onResources.computeIfAbsent(function, first -> new ArrayList<>());
        if (!permissions.contains(permission)) permissions.add(permission);
    }
}
