package afterorder.localcloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Who is woken by an alarm finds its page, and commands that name what there is. */
class RunbookTest {
    private static final Path PAGES = Path.of("../runbook");
    private static final Pattern RESOURCE = Pattern.compile("\\$\\((?:physical|arn) (\\w+)\\)");

    private final Template template =
            Template.read(RealTemplateTest.FILE, RealTemplateTest.PARAMETERS, Addresses.onPort(1));

    @Test
    void each_alarm_names_its_page_and_there_is_no_other_page() {
        List<String> pages = alarms().map(alarm -> {
                    String name = alarm.path("AlarmName").asText().substring("afterorder-".length());
                    assertThat(alarm.path("AlarmDescription").asText())
                            .endsWith("Runbook: infrastructure/runbook/" + name + ".md");
                    return name + ".md";
                })
                .toList();
        assertThat(pages).isNotEmpty();
        assertThat(files())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(pages.stream(), Stream.of("README.md")).toList());
        assertThat(pages).allSatisfy(page -> assertThat(text("README.md")).contains("](" + page + ")"));
    }

    @Test
    void each_page_says_what_it_means_what_to_look_at_and_what_to_do() {
        assertThat(files()).filteredOn(file -> !file.equals("README.md")).allSatisfy(page -> assertThat(text(page))
                .startsWith("# " + page.replace(".md", "") + "\n")
                .contains("**Means**: ", "**Look at**", "**Do**: ", "```sh\n"));
    }

    @Test
    void each_command_is_about_a_resource_of_the_template() {
        Set<String> known =
                template.resources().stream().map(Template.Resource::logicalId).collect(Collectors.toSet());
        assertThat(files().stream()
                        .flatMap(page -> RESOURCE.matcher(text(page)).results())
                        .map(named -> named.group(1)))
                .isNotEmpty()
                .allMatch(known::contains);
        String queues = text("dead-letters.md");
        assertThat(template.queueTriggers()).allSatisfy(trigger -> {
            String queue = template.queues().stream()
                    .filter(one -> one.arn().equals(trigger.queueArn()))
                    .findFirst()
                    .orElseThrow()
                    .logicalId();
            assertThat(queues).contains(queue.replace("Queue", ""));
        });
    }

    @Test
    void no_queue_is_without_an_alarm_for_its_dead_letters_and_for_what_waits() {
        List<JsonNode> watched = alarms().flatMap(
                        alarm -> StreamSupport.stream(alarm.path("Metrics").spliterator(), false))
                .map(metric -> metric.at("/MetricStat/Metric"))
                .toList();
        for (Template.Queue queue : template.queues()) {
            String metric = queue.deadLetters().isPresent()
                    ? "ApproximateAgeOfOldestMessage"
                    : "ApproximateNumberOfMessagesVisible";
            assertThat(watched)
                    .as(queue.logicalId())
                    .anyMatch(one -> one.path("MetricName").asText().equals(metric)
                            && one.at("/Dimensions/0/Value").asText().equals(queue.name()));
        }
    }

    @Test
    void somebody_hears_of_each_alarm_and_silence_was_thought_of() {
        assertThat(alarms()).allSatisfy(alarm -> {
            assertThat(alarm.path("AlarmActions")).hasSize(1);
            boolean isHeartbeat = alarm.path("MetricName").asText().equals("OldestOverdueSeconds");
            assertThat(alarm.path("TreatMissingData").asText()).isEqualTo(isHeartbeat ? "breaching" : "notBreaching");
        });
    }

    private Stream<JsonNode> alarms() {
        return template.resources().stream()
                .filter(resource -> resource.type().equals("AWS::CloudWatch::Alarm"))
                .map(Template.Resource::properties);
    }

    private static List<String> files() {
        try (Stream<Path> all = Files.list(PAGES)) {
            return all.map(file -> file.getFileName().toString()).toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String text(String page) {
        try {
            return Files.readString(PAGES.resolve(page));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
