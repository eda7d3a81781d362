package afterorder.localcloud;

import afterorder.localcloud.function.FunctionDefinition;
import afterorder.localcloud.gateway.HttpApiDefinition;
import afterorder.localcloud.gateway.JwtAuthorizerDefinition;
import afterorder.localcloud.gateway.Route;
import afterorder.localcloud.template.Addresses;
import afterorder.localcloud.template.Template;
import afterorder.localcloud.trigger.QueueMapping;
import afterorder.localcloud.trigger.RetryPolicy;
import afterorder.localcloud.trigger.ScheduleRule;
import java.util.List;
import java.util.Optional;

/** What the template says, as the parts that run it want it. */
final class Definitions {
    private final Template template;

    Definitions(Template template) {
        this.template = template;
    }

    List<FunctionDefinition> functions() {
        return template.functions().stream()
                .map(function -> new FunctionDefinition(
                        function.logicalId(),
                        function.name(),
                        function.arn(),
                        function.jar(),
                        function.handler(),
                        function.environment(),
                        function.timeout(),
                        function.memory(),
                        function.snapStart(),
                        Optional.empty()))
                .toList();
    }

    HttpApiDefinition api() {
        List<Route> routes = template.routes().stream()
                .map(route -> new Route(
                        route.method(),
                        route.path(),
                        route.functionArn(),
                        route.authorizer().map(authorizer -> List.copyOf(route.scopes()))))
                .toList();
        Optional<JwtAuthorizerDefinition> authorizer = template.routes().stream()
                .flatMap(route -> route.authorizer().stream())
                .findFirst()
                .map(found -> new JwtAuthorizerDefinition(found.issuer(), found.audiences(), found.identitySource()));
        String apiId = template.routes().stream()
                .map(Template.Route::apiId)
                .findFirst()
                .orElse("none");
        return new HttpApiDefinition(apiId, Addresses.ACCOUNT, routes, authorizer);
    }

    List<QueueMapping> queueMappings() {
        return template.queueTriggers().stream()
                .filter(Template.QueueTrigger::enabled)
                .map(trigger -> new QueueMapping(
                        trigger.queueArn(),
                        trigger.functionArn(),
                        trigger.batchSize(),
                        trigger.batchingWindow(),
                        trigger.reportsItemFailures(),
                        trigger.maximumConcurrency().orElse(QueueMapping.DEFAULT_CONCURRENCY)))
                .toList();
    }

    List<ScheduleRule> scheduleRules() {
        return template.schedules().stream()
                .filter(Template.Schedule::enabled)
                .map(schedule -> new ScheduleRule(
                        schedule.ruleArn(),
                        rate(schedule.every().toMinutes()),
                        schedule.functionArn(),
                        retryPolicy(schedule.functionArn()),
                        schedule.input()))
                .toList();
    }

    /** @param functionArn as events name it: with its alias, where it has one */
    private RetryPolicy retryPolicy(String functionArn) {
        return template.functions().stream()
                .filter(function -> function.aliasArn().equals(functionArn))
                .map(function -> new RetryPolicy(function.asyncRetries(), function.asyncMaxAge()))
                .findFirst()
                .orElse(RetryPolicy.DEFAULT);
    }

    private static String rate(long minutes) {
        return minutes == 1 ? "rate(1 minute)" : "rate(" + minutes + " minutes)";
    }
}
