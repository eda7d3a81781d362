package afterorder.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** What lies in the mailbox, by its page. */
record Mails(String address) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    List<Stores.Kept> all() {
        try (InputStream mailbox =
                URI.create(address + "/_local/mailbox").toURL().openStream()) {
            JsonNode page = JSON.readTree(mailbox);
            return StreamSupport.stream(page.get("messages").spliterator(), false)
                    .map(Mails::mail)
                    .toList();
        } catch (IOException silence) {
            throw new UncheckedIOException("no answer from the mailbox", silence);
        }
    }

    private static Stores.Kept mail(JsonNode message) {
        int bytes = message.get("raw").textValue().getBytes(StandardCharsets.UTF_8).length;
        return new Stores.Kept(message.get("subject").textValue(), bytes);
    }
}
