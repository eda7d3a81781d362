package afterorder.localcloud.template;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The list {@code known-properties.yaml}: which properties of a type are used here, and which have no meaning here. */
final class KnownProperties {

    private static final String FILE = "known-properties.yaml";

    /** What may stand at a place: names with what is below them, or anything. */
    private record Place(Map<String, Place> below, boolean anything) {
        static Place of(boolean anything) {
            return new Place(new TreeMap<>(), anything);
        }

        @Nullable
        Place below(String name) {
            return below.getOrDefault(name, below.get("*"));
        }
    }

    private final Map<String, Place> byType = new HashMap<>();

    KnownProperties() {
        Problems problems = new Problems(Path.of(FILE));
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(KnownProperties.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8)) {
            YamlTree.read(reader, problems).byName().forEach((type, lists) -> byType.put(type, place(lists)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        problems.refuse();
    }

    boolean hasType(String type) {
        return byType.containsKey(type);
    }

    /** Finds what is unknown in the properties of a resource or event of a known type. */
    void check(String type, Value.Fields properties, Problems problems) {
        check(type + " has no property ", "", properties, Objects.requireNonNull(byType.get(type)), problems);
    }

    private void check(String complaint, String path, Value value, Place place, Problems problems) {
        if (place.anything()) return;
        switch (value) {
            case Value.Items(List<Value> items, int line) ->
                items.forEach(item -> check(complaint, path, item, place, problems));
            case Value.Fields fields ->
                fields.byName().forEach((name, below) -> {
                    Place known = place.below(name);
                    if (known == null) {
                        problems.add(below.line(), complaint + path + name + " that the local cloud knows");
                    } else {
                        check(complaint, path + name + ".", below, known, problems);
                    }
                });
            default -> {
                if (!place.below().isEmpty()) {
                    problems.add(value.line(), complaint + path + " as a single value: it has fields");
                }
            }
        }
    }

    private static Place place(Value lists) {
        Place root = Place.of(false);
        Value.Fields fields = (Value.Fields) lists;
        for (Value used : ((Value.Items) Objects.requireNonNull(fields.get("used"))).items()) {
            add(root, List.of(used.asText().orElseThrow().split("\\.")));
        }
        Value.Fields ignored = (Value.Fields) Objects.requireNonNull(fields.get("ignored"));
        ignored.byName().keySet().forEach(name -> root.below().put(name, Place.of(true)));
        return root;
    }

    private static void add(Place place, List<String> path) {
        boolean anything = path.size() == 2 && path.getLast().equals("**");
        Place next = place.below().computeIfAbsent(path.getFirst(), name -> Place.of(anything));
        if (path.size() > 1 && !anything) add(next, path.subList(1, path.size()));
    }
}
