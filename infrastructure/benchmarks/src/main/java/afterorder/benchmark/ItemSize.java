package afterorder.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How many bytes DynamoDB counts for an item: names, values, and a little for each list, map and entry. */
final class ItemSize {
    private static final int COLLECTION = 3;
    private static final int ENTRY = 1;

    private ItemSize() {}

    static int of(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(entry -> length(entry.getKey()) + of(entry.getValue()))
                .sum();
    }

    private static int of(AttributeValue value) {
        return switch (value.type()) {
            case S -> length(value.s());
            case N -> number(value.n());
            case B -> value.b().asByteArrayUnsafe().length;
            case SS -> value.ss().stream().mapToInt(ItemSize::length).sum();
            case NS -> value.ns().stream().mapToInt(ItemSize::number).sum();
            case BS ->
                value.bs().stream()
                        .mapToInt(each -> each.asByteArrayUnsafe().length)
                        .sum();
            case L -> COLLECTION + entries(value.l());
            case M -> COLLECTION + of(value.m()) + ENTRY * value.m().size();
            case BOOL, NUL, UNKNOWN_TO_SDK_VERSION -> 1;
        };
    }

    private static int entries(Collection<AttributeValue> values) {
        return values.stream().mapToInt(value -> ENTRY + of(value)).sum();
    }

    private static int number(String digits) {
        return digits.replaceAll("\\D", "").length() / 2 + 1;
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
