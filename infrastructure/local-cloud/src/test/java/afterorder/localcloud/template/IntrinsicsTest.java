package afterorder.localcloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The intrinsic functions answer as CloudFormation's do, in short and in long form. */
class IntrinsicsTest {

    @TempDir
    Path folder;

    @Test
    void calls_each_function_in_either_form() throws IOException {
        assertThat(outputs("""
                Mappings:
                  Sizes:
                    eu-central-1: {small: "1"}
                Conditions:
                  Big: !Equals [!Ref Size, big]
                  Small: !Not [!Condition Big]
                  Both: {"Fn::And": [{Condition: Big}, !Condition Small]}
                  Either: !Or [!Condition Big, {Condition: Small}]
                Parameters:
                  Size: {Type: String, Default: big}
                  Names: {Type: CommaDelimitedList, Default: "a, b"}
                Resources:
                  Work:
                    Type: AWS::SQS::Queue
                    Properties:
                      QueueName: !Sub "${AWS::StackName}-work"
                      Tags: !If [Big, !Ref AWS::NoValue, [x]]
                Outputs:
                  Sub: {Value: !Sub ["${Work.QueueName} ${Own} ${!Literal}", {Own: !Ref Size}]}
                  Join: {Value: {"Fn::Join": ["-", ["a", {Ref: Size}]]}}
                  If: {Value: !If [Both, both, !If [Either, either, neither]]}
                  Select: {Value: !Select [1, !Ref Names]}
                  Split: {Value: !Select [2, !Split [":", !GetAtt Work.Arn]]}
                  Find: {Value: !FindInMap [Sizes, !Ref AWS::Region, small]}
                  Long: {Value: {"Fn::GetAtt": [Work, QueueName]}}
                  Hidden: {Value: x, Condition: Small}
                """))
                .isEqualTo(Map.of(
                        "Sub", "afterorder-work big ${Literal}",
                        "Join", "a-big",
                        "If", "either",
                        "Select", "b",
                        "Split", "sqs",
                        "Find", "1",
                        "Long", "afterorder-work"));
    }

    @Test
    void merges_globals_as_sam_does() throws IOException {
        Template template = read("""
                Globals:
                  Function:
                    Runtime: java25
                    Timeout: 10
                    AutoPublishAlias: live
                    Environment: {Variables: {ONE: global, TWO: global}}
                Resources:
                  Work:
                    Type: AWS::Serverless::Function
                    Properties:
                      CodeUri: work.jar
                      Handler: Work
                      Timeout: 20
                      Environment: {Variables: {TWO: own}}
                """);
        Template.Function work = template.function("Work");
        assertThat(work.timeout()).hasSeconds(20);
        assertThat(work.environment()).isEqualTo(Map.of("ONE", "global", "TWO", "own"));
        assertThat(work.aliasArn()).endsWith(":live");
    }

    private Map<String, String> outputs(String template) throws IOException {
        return read(template).outputs();
    }

    private Template read(String template) throws IOException {
        Path file = folder.resolve("template.yaml");
        Files.writeString(file, "Transform: AWS::Serverless-2016-10-31\n" + template);
        return Template.read(file, Map.of(), Addresses.onPort(4566));
    }
}
