package afterorder.localcloud.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts the resolved resources together as what the local cloud starts. */
final class TemplateViews {

    private final Path file;
    private final List<ResolvedResource> resources;
    private final Problems problems;

    TemplateViews(Path file, List<ResolvedResource> resources, Problems problems) {
        this.file = file;
        this.resources = resources;
        this.problems = problems;
    }

    Template template(Map<String, String> outputs) {
        FunctionViews functions = new FunctionViews(file);
        DataViews data = new DataViews();
        WorkflowViews workflows = new WorkflowViews(file, problems);
        List<Template.Queue> queues = of("AWS::SQS::Queue").map(data::queue).toList();
        data.refuseUnknownDeadLetters(of("AWS::SQS::Queue").toList(), queues);
        EventViews events = new EventViews(of("AWS::Serverless::HttpApi").toList(), queues, problems);
        List<ResolvedResource> declared = of("AWS::Serverless::Function").toList();
        List<Template.Function> all = declared.stream().map(functions::function).toList();
        for (int i = 0; i < declared.size(); i++) events.read(declared.get(i), all.get(i));
        List<Template.Secret> secrets =
                of("AWS::SecretsManager::Secret").map(data::secret).toList();
        MailViews mails = new MailViews(
                queues,
                of("AWS::SNS::Topic").map(ResolvedResource::name).toList(),
                of("AWS::SES::ConfigurationSetEventDestination").toList());
        return new Template(
                resources.stream().map(TemplateViews::resource).toList(),
                all,
                events.routes(),
                events.queueTriggers(),
                events.schedules(),
                of("AWS::DynamoDB::Table").map(data::table).toList(),
                of("AWS::S3::Bucket").map(data::bucket).toList(),
                queues,
                secrets,
                of("AWS::Serverless::StateMachine").map(workflows::workflow).toList(),
                new RightsViews(resources, problems).rights(all, events, secrets),
                of("AWS::SES::ConfigurationSet").map(mails::configurationSet).toList(),
                of("AWS::SNS::Subscription")
                        .flatMap(subscription -> mails.subscription(subscription).stream())
                        .toList(),
                Map.copyOf(outputs));
    }

    private Stream<ResolvedResource> of(String type) {
        return resources.stream().filter(resource -> resource.is(type));
    }

    /** A secret's value is nowhere but in its own view. */
    private static ObjectNode shown(ResolvedResource resource) {
        ObjectNode properties = resource.fields().json().deepCopy();
        if (resource.is("AWS::SecretsManager::Secret")) properties.remove("SecretString");
        return properties;
    }

    private static Template.Resource resource(ResolvedResource resource) {
        return new Template.Resource(
                resource.logicalId(), resource.declaration().type(), resource.name(), shown(resource), resource.line());
    }
}
