package afterorder.acceptance;

import static afterorder.acceptance.shop.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.acceptance.shop.AnOrder;
import afterorder.acceptance.shop.AwsDoor;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A license key stands in the bucket of keys and in the delivery note, and nowhere else. */
class SecretsTest {

    @Test
    void no_row_message_history_log_or_mail_holds_a_key_or_a_link_s_token(@TempDir Path data) {
        try (Shop shop = Shop.open(data);
                AwsDoor aws = new AwsDoor(shop)) {
            AnOrder order = anOrder().withDataCenter(2).withCloud();
            JsonNode done = shop.completes(order);
            List<String> secrets = Stream.concat(
                            shop.vendor().keysOf(done.get("id").textValue()).stream()
                                    .map(SecretsTest::start),
                            shop.mailbox().to(order.customerEmail()).stream()
                                    .flatMap(mail -> mail.links().stream())
                                    .map(link -> link.substring(link.lastIndexOf('/') + 1)))
                    .toList();
            assertThat(secrets).hasSize(5);

            assertThat(aws.rows().toString()).doesNotContain(secrets);
            assertThat(aws.histories()).isNotEmpty().doesNotContain(secrets);
            assertThat(done.toString()).doesNotContain(secrets);
            List<String> keys = secrets.subList(0, 2);
            shop.mailbox().to(order.customerEmail()).forEach(mail -> assertThat(mail.text() + mail.html())
                    .doesNotContain(keys));
            assertThat(filesWithAny(data, secrets)).allSatisfy(file -> assertThat(file)
                    .matches(path -> path.startsWith("vendor/") || path.startsWith("mails/") || isKeysBucket(path)));
        }
    }

    private static boolean isKeysBucket(String path) {
        return path.startsWith("buckets/") && path.toLowerCase().contains("keys");
    }

    /** Long enough to be found, short enough to stand on one line. */
    private static String start(String key) {
        return key.substring(0, 40);
    }

    /** The files of the local cloud, relative to its folder, that hold one of the texts: its logs, its queues, its tables. */
    private static List<String> filesWithAny(Path data, List<String> texts) {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".jar"))
                    .filter(file -> holdsAny(file, texts))
                    .map(file -> data.relativize(file).toString())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean holdsAny(Path file, List<String> texts) {
        try {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            return texts.stream().anyMatch(content::contains);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
