package afterorder.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An order of so many license lines, made of the first line of another. */
record OrderSize(int lines) {

    Path of(Path order) throws IOException {
        ObjectNode root = (ObjectNode) new ObjectMapper().readTree(order.toFile());
        ArrayNode ordered = (ArrayNode) root.get("lines");
        ObjectNode line = (ObjectNode) ordered.get(0);
        ArrayNode many = root.putArray("lines");
        for (int number = 0; number < lines; number++) many.add(line);
        Path file = Files.createTempFile("order-of-" + lines + "-lines", ".json");
        file.toFile().deleteOnExit();
        return Files.writeString(file, root.toString());
    }
}
