package afterorder.localcloud.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionReaderTest {
    private final DefinitionReader reader = new DefinitionReader(new ResourceRules() {
        @Override
        public boolean knows(ResourceName resource) {
            return resource.service().equals("sqs");
        }

        @Override
        public List<String> problems(ResourceName resource, Set<String> arguments) {
            return arguments.contains("Color") ? List.of("no color") : List.of();
        }
    });

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'Type':'Pass','End':true,'InputPath':'$'}                            | /States/A/InputPath
            {'Type':'Pass','End':true,'Next':'A'}                                 | /States/A
            {'Type':'Pass','Next':'Nowhere'}                                      | /States/A
            {'Type':'Dance','End':true}                                           | /States/A/Type
            {'Type':'Pass','Output':'{% 1 + %}','End':true}                       | /States/A/Output
            {'Type':'Pass','Output':{'a':['{% 1']},'End':true}                    | /States/A/Output/a[0]
            {'Type':'Pass','Assign':{'states':1},'End':true}                      | /States/A/Assign
            {'Type':'Wait','Timestamp':'tomorrow','End':true}                     | /States/A/Timestamp
            {'Type':'Wait','Seconds':1,'Timestamp':'2026-01-01T00:00:00Z','End':true} | /States/A
            {'Type':'Choice','Choices':[]}                                        | /States/A/Choices
            {'Type':'Task','Resource':'arn:aws:states:::sns:publish','End':true}  | /States/A/Resource
            {'Type':'Task','Resource':'arn:aws:states:::sqs:send','Arguments':{'Color':1},'End':true} | /States/A/Arguments
            {'Type':'Task','Resource':'arn:aws:states:::sqs:send','Retry':[{'ErrorEquals':['States.ALL','X']}],'End':true} | /States/A/Retry[0]/ErrorEquals
            {'Type':'Map','ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED'},'StartAt':'B','States':{'B':{'Type':'Succeed'}}},'End':true} | /States/A/ItemProcessor/ProcessorConfig/Mode
            {'Type':'Parallel','Assign':{'x':1},'Branches':[{'StartAt':'B','States':{'B':{'Type':'Pass','Assign':{'x':2},'End':true}}}],'End':true} | /States/A/Branches[0]
            {'Type':'Parallel','Branches':[{'StartAt':'A','States':{'A':{'Type':'Succeed'}}}],'End':true} | /States/A/Branches[0]/States/A
            """, quoteCharacter = '`')
    void says_where_a_state_is_wrong(String state, String location) {
        assertThat(wrong("{'QueryLanguage':'JSONata','StartAt':'A','States':{'A':" + state + "}}"))
                .extracting(Diagnostic::location)
                .contains(location);
    }

    @Test
    void says_all_that_is_wrong_at_once() {
        assertThat(wrong("{'QueryLanguage':'JSONata','StartAt':'B','Color':1,'States':{'A':{'Type':'Pass'}}}"))
                .extracting(Diagnostic::location)
                .contains("/Color", "/StartAt", "/States/A");
    }

    @Test
    void refuses_a_key_that_is_told_twice() {
        assertThat(wrong("{'StartAt':'A','StartAt':'B'}"))
                .extracting(Diagnostic::code)
                .containsExactly("INVALID_JSON_DESCRIPTION");
    }

    @Test
    void takes_without_a_query_language_only_what_needs_none() throws Exception {
        reader.read("{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"End\":true}}}", false);
        assertThat(wrong("{'StartAt':'A','States':{'A':{'Type':'Pass','Assign':{'x.$':'$.y'},'End':true}}}"))
                .hasSizeGreaterThanOrEqualTo(1);
        assertThat(
                        wrong(
                                "{'StartAt':'A','States':{'A':{'Type':'Task','Resource':'arn:aws:states:::sqs:send','End':true}}}"))
                .extracting(Diagnostic::message)
                .anyMatch(message -> message.contains("only supported in JSONata"));
    }

    private List<Diagnostic> wrong(String definition) {
        return catchThrowableOfType(InvalidDefinition.class, () -> reader.read(definition.replace('\'', '"'), false))
                .diagnostics();
    }
}
