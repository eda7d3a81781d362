package afterorder.localcloud.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the local cloud does not know it refuses by name and line, all of it at once. */
class RefusalTest {

    private static final String HEAD = "Transform: AWS::Serverless-2016-10-31\n";

    @TempDir
    Path folder;

    @Test
    void refuses_an_unknown_type_and_an_unknown_property_with_their_lines() throws IOException {
        assertThat(refused("""
                Resources:
                  Stream:
                    Type: AWS::Kinesis::Stream
                  Work:
                    Type: AWS::SQS::Queue
                    Properties:
                      FifoQueue: true
                      RedrivePolicy:
                        maxReceives: 5
                """))
                .containsExactly(
                        "template.yaml:4: Stream: Type is unknown to the local cloud: AWS::Kinesis::Stream",
                        "template.yaml:8: AWS::SQS::Queue has no property FifoQueue that the local cloud knows",
                        "template.yaml:10: AWS::SQS::Queue has no property RedrivePolicy.maxReceives that the local"
                                + " cloud knows");
    }

    @Test
    void refuses_what_it_does_not_tell_of_mails_and_whom_it_cannot_tell() throws IOException {
        assertThat(refused("""
                Resources:
                  Words:
                    Type: AWS::SNS::Topic
                  Events:
                    Type: AWS::SES::ConfigurationSet
                    Properties:
                      SuppressionOptions:
                        SuppressedReasons: [BOREDOM]
                  Opened:
                    Type: AWS::SES::ConfigurationSetEventDestination
                    Properties:
                      ConfigurationSetName: !Ref Events
                      EventDestination:
                        Enabled: true
                        MatchingEventTypes: [open]
                        SnsDestination:
                          TopicARN: arn:aws:sns:eu-central-1:000000000000:others
                  Wrapped:
                    Type: AWS::SNS::Subscription
                    Properties:
                      TopicArn: !Ref Words
                      Protocol: sqs
                      Endpoint: arn:aws:sqs:eu-central-1:000000000000:others
                """))
                .containsExactly(
                        "template.yaml:9: Events.SuppressionOptions: SuppressedReasons knows only [BOUNCE, COMPLAINT]",
                        "template.yaml:16: Opened.EventDestination: MatchingEventTypes of the local cloud are [bounce,"
                                + " complaint, reject]",
                        "template.yaml:17: Opened.EventDestination: SnsDestination names no topic of this template",
                        "template.yaml:21: Wrapped: RawMessageDelivery must be true for a queue: the local cloud makes"
                                + " no envelopes",
                        "template.yaml:24: Wrapped: Endpoint is the ARN of no queue of this template:"
                                + " arn:aws:sqs:eu-central-1:000000000000:others");
    }

    @Test
    void refuses_unknown_sections_attributes_and_globals() throws IOException {
        assertThat(refused("""
                Rules: {}
                Globals:
                  Function:
                    AutoPublishAliasAllProperties: true
                Resources:
                  Work:
                    Type: AWS::SQS::Queue
                    CreationPolicy: {}
                """))
                .containsExactly(
                        "template.yaml:2: unknown section: Rules",
                        "template.yaml:5: unknown property AutoPublishAliasAllProperties in Globals.Function",
                        "template.yaml:9: unknown attribute of Work: CreationPolicy");
    }

    @Test
    void refuses_an_unknown_intrinsic_in_short_and_long_form() throws IOException {
        assertThat(refused("""
                Resources:
                  Work:
                    Type: AWS::SQS::Queue
                    Properties:
                      QueueName: !ImportValue other
                      DelaySeconds:
                        Fn::Length: [1]
                """))
                .containsExactly(
                        "template.yaml:6: unknown intrinsic function !ImportValue",
                        "template.yaml:8: unknown intrinsic function Fn::Length");
    }

    @Test
    void refuses_references_that_lead_nowhere() throws IOException {
        assertThat(refused("""
                Conditions:
                  Never: !Equals [a, b]
                Resources:
                  Work:
                    Type: AWS::SQS::Queue
                    Properties:
                      QueueName: !Ref Missing
                      Tags: [!GetAtt Work2.Color, !Ref Work3]
                  Work2:
                    Type: AWS::SQS::Queue
                  Work3:
                    Type: AWS::SQS::Queue
                    Condition: Never
                """))
                .containsExactly(
                        "template.yaml:8: nothing in the template is called Missing",
                        "template.yaml:9: Work3 is not made, because condition Never does not hold",
                        "template.yaml:9: of Work2, the local cloud knows no Color");
    }

    @Test
    void refuses_circles() throws IOException {
        assertThat(refused("""
                Resources:
                  One:
                    Type: AWS::SQS::Queue
                    Properties:
                      RedrivePolicy: {deadLetterTargetArn: !GetAtt Two.Arn, maxReceiveCount: 5}
                  Two:
                    Type: AWS::SQS::Queue
                    DependsOn: One
                """)).containsExactly("template.yaml:3: circular reference: One → Two → One");
    }

    @Test
    void refuses_a_function_that_knows_the_address_of_the_api_that_routes_to_it() throws IOException {
        assertThat(refused("""
                Resources:
                  Api:
                    Type: AWS::Serverless::HttpApi
                  Work:
                    Type: AWS::Serverless::Function
                    Properties:
                      Runtime: java25
                      CodeUri: work.jar
                      Handler: Work
                      Environment: {Variables: {ADDRESS: !GetAtt Api.ApiEndpoint}}
                      Events:
                        Any:
                          Type: HttpApi
                          Properties: {ApiId: !Ref Api, Method: GET, Path: /}
                """)).containsExactly("template.yaml:3: circular reference: Api → Work → Api");
    }

    @Test
    void refuses_events_that_it_cannot_send() throws IOException {
        assertThat(refused("""
                Resources:
                  Slow:
                    Type: AWS::SQS::Queue
                  Work:
                    Type: AWS::Serverless::Function
                    Properties:
                      Runtime: java25
                      CodeUri: work.jar
                      Handler: Work
                      Timeout: 60
                      Environment: {Variables: {AWS_REGION: eu-central-1}}
                      Events:
                        Upload:
                          Type: S3
                        Nightly:
                          Type: Schedule
                          Properties: {Schedule: cron(0 3 * * ? *), State: ASLEEP, Input: '{"Records":'}
                        Messages:
                          Type: SQS
                          Properties: {Queue: !GetAtt Slow.Arn, BatchSize: 11, FilterCriteria: {}}
                """))
                .containsExactly(
                        "template.yaml:12: Work.Environment.Variables: AWS_REGION is reserved by Lambda",
                        "template.yaml:15: Work.Events.Upload: Type is an event unknown to the local cloud: S3",
                        "template.yaml:18: Work.Events.Nightly.Properties: Input must be JSON: Unexpected end-of-input"
                                + " within/between Object entries",
                        "template.yaml:18: Work.Events.Nightly.Properties: Schedule must be a rate, as in rate(1 minute)"
                                + " or rate(5 minutes), not cron(0 3 * * ? *)",
                        "template.yaml:18: Work.Events.Nightly.Properties: State must be one of [DISABLED, ENABLED], not"
                                + " ASLEEP",
                        "template.yaml:21: SQS has no property FilterCriteria that the local cloud knows",
                        "template.yaml:21: Work.Events.Messages.Properties: BatchSize over 10 needs"
                                + " MaximumBatchingWindowInSeconds of at least 1",
                        "template.yaml:21: Work.Events.Messages.Properties: Queue has a visibility timeout shorter than"
                                + " the function's timeout");
    }

    @Test
    void refuses_parameters_that_are_unknown_missing_or_out_of_bounds_without_showing_them() throws IOException {
        Files.writeString(folder.resolve("template.yaml"), HEAD + """
                Parameters:
                  Missing: {Type: String}
                  Seconds: {Type: Number, Default: 500, MaxValue: 120}
                  Secret: {Type: String, AllowedPattern: "[a-z]+", NoEcho: true}
                  Color: {Type: String, AllowedValues: [red, green]}
                Resources: {}
                """);
        assertThat(refusals(Map.of("Secret", "S3CRET", "Color", "blue", "Typo", "x")))
                .containsExactly(
                        "the template has no parameter Typo",
                        "template.yaml:3: parameter Missing has no default, so it must be given",
                        "template.yaml:4: the value of parameter Seconds is more than 120",
                        "template.yaml:5: the value of parameter Secret does not match [a-z]+",
                        "template.yaml:6: the value of parameter Color is none of its AllowedValues [\"red\",\"green\"]");
    }

    @Test
    void refuses_what_yaml_allows_and_cloudformation_does_not() throws IOException {
        assertThat(refused("""
                Resources:
                  Work: &work
                    Type: AWS::SQS::Queue
                    Type: AWS::SQS::Queue
                  Again: *work
                  Last: {Type: AWS::SQS::Queue, Properties: {Tags: yes}}
                """))
                .containsExactly(
                        "template.yaml:5: Type stands here twice",
                        "template.yaml:6: CloudFormation knows no YAML aliases: this repeats line 3",
                        "template.yaml:7: yes is a boolean for CloudFormation: write true or false, or quote it");
    }

    @Test
    void refuses_a_placeholder_in_a_workflow_that_nothing_fills() throws IOException {
        Files.writeString(folder.resolve("flow.asl.json"), "{\n\"StartAt\": \"${Missing}\"}");
        assertThat(refused("""
                Resources:
                  Flow:
                    Type: AWS::Serverless::StateMachine
                    Properties: {DefinitionUri: flow.asl.json}
                """)).containsExactly("flow.asl.json:2: DefinitionSubstitutions has no Missing");
    }

    private List<String> refused(String template) throws IOException {
        Files.writeString(folder.resolve("template.yaml"), HEAD + template);
        return refusals(Map.of());
    }

    private List<String> refusals(Map<String, String> parameters) {
        TemplateException refused = catchThrowableOfType(
                TemplateException.class,
                () -> Template.read(folder.resolve("template.yaml"), parameters, Addresses.onPort(4566)));
        return refused.problems().stream()
                .map(TemplateException.Problem::toString)
                .toList();
    }
}
