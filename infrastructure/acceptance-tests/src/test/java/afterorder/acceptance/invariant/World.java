package afterorder.acceptance.invariant;

import afterorder.acceptance.shop.AwsDoor;
import afterorder.acceptance.shop.Letter;
import afterorder.acceptance.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that can be seen of a shop from outside, at one moment.
 *
 * @param sold what the marketplace sold under references of ours
 * @param keys what the bucket of license keys holds
 * @param documents the keys of all documents
 * @param depths by queue (its logical id), how many messages it holds
 * @param deadLetters by queue, the bodies of some of its messages
 * @param running the names of the executions that have not ended
 * @param histories what the histories of all executions say
 * @param logs what each function wrote
 * @param strikes of faults that were injected
 */
public record World(
        List<WorldRow> rows,
        List<JsonNode> sold,
        String keys,
        List<Letter> mails,
        Set<String> documents,
        Map<String, Integer> depths,
        Map<String, List<String>> deadLetters,
        List<String> running,
        String histories,
        Map<String, String> logs,
        List<JsonNode> strikes) {

    public static World of(Shop shop) {
        try (AwsDoor aws = new AwsDoor(shop)) {
            Map<String, Integer> depths = aws.depths();
            return new World(
                    aws.rows().stream().map(WorldRow::of).toList(),
                    shop.vendor().purchases(),
                    aws.soldTo(""),
                    shop.mailbox().all(),
                    aws.documentKeys(),
                    depths,
                    depths.keySet().stream()
                            .filter(queue -> isForDeadLetters(queue) && depths.get(queue) > 0)
                            .collect(Collectors.toMap(queue -> queue, aws::deadLetters)),
                    aws.running(),
                    aws.histories(),
                    logs(shop),
                    shop.faults().strikes());
        }
    }

    private static Map<String, String> logs(Shop shop) {
        return shop.cloud().functions().statistics().stream()
                .map(figures -> figures.function())
                .collect(Collectors.toMap(
                        function -> function, function -> shop.cloud().functions().log(function).stream()
                                .map(Object::toString)
                                .collect(Collectors.joining("\n"))));
    }

    static boolean isForDeadLetters(String queue) {
        return queue.endsWith("DeadLetters");
    }

    /** The rows of orders themselves. */
    public Stream<WorldRow> orders() {
        return rows.stream().filter(WorldRow::isOrder);
    }

    public Stream<WorldRow> purchases() {
        return rows.stream().filter(WorldRow::isPurchase);
    }

    Stream<WorldRow> parts(String part) {
        return rows.stream().filter(row -> row.part().equals(part) || row.part().startsWith(part + "-"));
    }
}
