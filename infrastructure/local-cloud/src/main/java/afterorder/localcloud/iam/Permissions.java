package afterorder.localcloud.iam;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Caller;
import afterorder.localcloud.edge.Gate;
import afterorder.localcloud.edge.Sent;
import afterorder.localcloud.iam.need.Needs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.jetty.server.Handler;

/** Lets a call pass when the template's policies allow everything that it needs, and counts which of them did. */
public final class Permissions implements Gate {
    private static final String INVOKE = "lambda:InvokeFunction";

    private final Rights rights;
    private final Needs needs;
    private final Judge judge;
    private final Usage usage = new Usage();

    public Permissions(Rights rights, Surroundings surroundings) {
        this.rights = rights;
        this.needs = new Needs(rights, surroundings);
        this.judge = new Judge(rights);
    }

    @Override
    public void check(Call call, Sent sent) {
        if (call.caller().equals(Caller.YOU)) {
            needs.find(call, sent).ifPresent(needed -> check(call.service(), administrator(), needed));
        } else {
            check(call.service(), identity(call.caller().name()), needs.of(call, sent));
        }
    }

    /** @param function the ARN that is invoked, with its alias @throws AwsError when the invoker may not */
    public void checkInvocation(Invoker invoker, String function) {
        Access invocation = new Access(INVOKE, function);
        switch (invoker) {
            case Invoker.Api(String id) ->
                check(
                        "lambda",
                        service("apigateway.amazonaws.com"),
                        List.of(invocation.with(Condition.SOURCE_ARN, rights.arn("execute-api", id + "/$default"))));
            case Invoker.Rule(String arn) ->
                check("lambda", service("events.amazonaws.com"), List.of(invocation.with(Condition.SOURCE_ARN, arn)));
            case Invoker.Workflow workflow -> check("lambda", identity(workflow.caller()), List.of(invocation));
            case Invoker.Mapping(String queue) ->
                check(
                        "sqs",
                        identity(rights.roleOfFunction().getOrDefault(unqualified(function), function)),
                        List.of(
                                new Access("sqs:ReceiveMessage", queue),
                                new Access("sqs:DeleteMessage", queue),
                                new Access("sqs:GetQueueAttributes", queue)));
        }
    }

    /**
     * What a topic takes is encrypted under its key, and the publisher needs the use of it.
     *
     * @param source the ARN of the configuration set for which SES publishes
     * @throws AwsError when SES may not
     */
    public void checkPublication(String source, String topic) {
        List<Access> needed = new ArrayList<>();
        needed.add(new Access("sns:Publish", topic).with(Condition.SOURCE_ARN, source));
        String key = rights.keyOf().get(topic);
        if (key != null) {
            for (String use : List.of("kms:GenerateDataKey", "kms:Decrypt")) {
                needed.add(new Access(use, key).with(Condition.SOURCE_ARN, source));
            }
        }
        check("sns", service("ses.amazonaws.com"), needed);
    }

    /** @throws AwsError when the topic may not send to the queue, both by their ARNs */
    public void checkDelivery(String topic, String queue) {
        Access sending = new Access("sqs:SendMessage", queue);
        check("sqs", service("sns.amazonaws.com"), List.of(sending.with(Condition.SOURCE_ARN, topic)));
    }

    /** {@code GET /_local/permissions}: each action of each policy, how often it was needed, and what was denied. */
    public Handler page() {
        return new PermissionsPage(rights, usage);
    }

    private void check(String service, Rights.Identity identity, Collection<Access> needed) {
        for (Access access : needed) {
            switch (judge.decide(identity.principal(), identity.statements(), access)) {
                case Decision.Allowed(List<Statement.Part> by, List<Statement.Part> handingOver) -> {
                    usage.allowed(by);
                    usage.allowed(handingOver);
                }
                case Decision.Denied denied -> {
                    usage.denied(identity.principal(), denied.access());
                    throw Denial.of(service, identity.principal(), denied);
                }
            }
        }
    }

    private Rights.Identity identity(String name) {
        Rights.Identity identity = rights.identities().get(name);
        if (identity == null) throw new AwsError(403, "AccessDenied", name + " has no role in the template");
        return identity;
    }

    private Rights.Identity administrator() {
        String arn = "arn:aws:iam::" + rights.account() + ":user/you";
        return new Rights.Identity(new Principal.Administrator(arn), List.of());
    }

    private static Rights.Identity service(String name) {
        return new Rights.Identity(new Principal.Service(name), List.of());
    }

    /** {@code arn:aws:lambda:region:account:function:name} without the alias behind it. */
    private static String unqualified(String function) {
        String[] parts = function.split(":");
        return parts.length > 7 ? function.substring(0, function.lastIndexOf(':')) : function;
    }
}
