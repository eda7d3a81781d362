package afterorder.localcloud.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import afterorder.localcloud.iam.Rights;
import afterorder.localcloud.iam.Statement;
import afterorder.localcloud.iam.Wildcard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTest {
    private static final String HEAD = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Messages: {Type: AWS::SQS::Queue}
              Work:
                Type: AWS::Serverless::Function
                Properties:
                  {CodeUri: work.jar, Handler: work.Work, Runtime: java25, FunctionName: work, Policies: [
            """;

    @TempDir
    Path folder;

    @Test
    void reads_a_function_s_policies_with_their_lines_and_adds_what_sam_adds() throws IOException {
        Rights rights = read("""
                {Version: "2012-10-17", Statement: [
                {Effect: Allow, Action: [sqs:SendMessage, "dynamodb:*"], Resource: !GetAtt Messages.Arn},
                {Effect: Deny, Action: s3:GetObject, Resource: "arn:aws:s3:::documents/*"}]}
                ], Events: {Messages: {Type: SQS, Properties: {Queue: !GetAtt Messages.Arn}}}}
                """);
        Rights.Identity work = rights.identities().get("work");
        assertThat(work.principal().name())
                .matches("arn:aws:sts::000000000000:assumed-role/afterorder-WorkRole-[A-Z0-9]{12}/work");
        assertThat(work.statements().getFirst().place()).isEqualTo(new Statement.Place("Work", 9));
        assertThat(actions(work)).containsSubsequence("sqs:SendMessage", "dynamodb:*", "s3:GetObject");
        assertThat(actions(work)).contains("logs:PutLogEvents", "sqs:ReceiveMessage");
        assertThat(work.statements())
                .extracting(Statement::effect)
                .containsSubsequence(Statement.Effect.ALLOW, Statement.Effect.DENY);
    }

    @Test
    void refuses_elements_actions_and_resources_that_it_cannot_judge() throws IOException {
        assertThat(refused("""
                {Version: "2012-10-17", Statement: [
                {Effect: Allow, NotAction: s3:*, Resource: "*"},
                {Effect: Allow, Action: dynamodb:GetItems, Resource: orders},
                {Effect: Grant, Action: "s3:*", Resource: "arn:aws:s3:::${aws:username}/*"},
                {Effect: Allow, Action: "s3:*", Resource: "*", Principal: "*"}]},
                {Version: "2008-10-17", Statement: {Effect: Allow, Action: "s3:*", Resource: "*"}},
                AmazonSQSFullAccess,
                {SQSPollerPolicy: {QueueName: orders}}
                ]}
                """))
                .containsExactly(
                        "template.yaml:9: Work: a statement needs Action",
                        "template.yaml:9: Work: a statement: the local cloud does not know NotAction",
                        "template.yaml:10: Work: a statement: Resource is no ARN: orders",
                        "template.yaml:10: Work: a statement: no call here needs the action dynamodb:GetItems",
                        "template.yaml:11: Work: a statement: Effect must be one of [Allow, Deny], not Grant",
                        "template.yaml:11: Work: a statement: the local cloud knows no variables in policies",
                        "template.yaml:12: Work: a statement: the local cloud does not know Principal",
                        "template.yaml:13: Work: a policy: Version must be one of [2012-10-17], not 2008-10-17",
                        "template.yaml:14: Work: a policy has fields here; SAM's templates and managed policies are"
                                + " unknown",
                        "template.yaml:15: Work: a policy needs a Statement",
                        "template.yaml:15: Work: a policy needs the Version 2012-10-17",
                        "template.yaml:15: Work: a policy: the local cloud does not know SQSPollerPolicy");
    }

    @Test
    void refuses_conditions_that_it_cannot_judge() throws IOException {
        assertThat(refused("""
                {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "s3:*", Resource: "*", Condition: {
                StringEquals: {
                aws:PrincipalOrgID: o-1},
                IpAddress: {aws:SourceIp: 10.0.0.0/8},
                "ForAnyValue:StringEquals": {s3:prefix: orders/}
                }}]}]}
                """))
                .containsExactly(
                        "template.yaml:10: Work: a statement: the local cloud cannot judge the condition key"
                                + " aws:PrincipalOrgID",
                        "template.yaml:11: Work: a statement: the local cloud cannot judge the condition IpAddress",
                        "template.yaml:12: Work: a statement: the local cloud cannot judge the condition"
                                + " ForAnyValue:StringEquals");
    }

    @Test
    void refuses_a_resource_s_policy_that_does_not_say_whom_it_means() throws IOException {
        assertThat(refused("""
                ]}
              Documents: {Type: AWS::S3::Bucket}
              Guard: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref Documents, PolicyDocument:
                {Version: "2012-10-17", Statement: [
                {Effect: Deny, Action: "s3:*", Resource: "*"},
                {Effect: Deny, Action: "s3:*", Resource: "*", Principal: {Federated: cognito}}]}}}
            """))
                .containsExactly(
                        "template.yaml:12: Guard: a statement of a resource's policy needs a Principal",
                        "template.yaml:13: Guard: a statement: Principal: the local cloud does not know Federated");
    }

    @Test
    void refuses_a_key_that_nobody_could_manage() throws IOException {
        assertThat(refused("""
                ]}
              Lost: {Type: AWS::KMS::Key, Properties: {KeyPolicy: {Version: "2012-10-17", Statement: [
                {Effect: Allow, Principal: {Service: ses.amazonaws.com}, Action: "kms:*", Resource: "*"},
                {Effect: Allow, Principal: {AWS: "arn:aws:iam::000000000000:root"}, Action: kms:Decrypt, Resource: "*"}
                ]}}}
            """))
                .containsExactly("template.yaml:9: Lost: KeyPolicy lets nobody of the account change it any more");
    }

    private static Stream<String> actions(Rights.Identity identity) {
        return identity.statements().stream()
                .flatMap(statement -> statement.actions().stream())
                .map(Wildcard::text);
    }

    private Rights read(String rest) throws IOException {
        Files.writeString(folder.resolve("template.yaml"), HEAD + rest);
        return Template.read(folder.resolve("template.yaml"), Map.of(), Addresses.onPort(4566))
                .rights();
    }

    private List<String> refused(String rest) throws IOException {
        Files.writeString(folder.resolve("template.yaml"), HEAD + rest);
        TemplateException refused = catchThrowableOfType(
                TemplateException.class,
                () -> Template.read(folder.resolve("template.yaml"), Map.of(), Addresses.onPort(4566)));
        return refused.problems().stream()
                .map(TemplateException.Problem::toString)
                .toList();
    }
}
