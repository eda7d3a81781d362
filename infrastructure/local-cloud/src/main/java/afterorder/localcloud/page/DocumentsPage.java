package afterorder.localcloud.page;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code /_local/documents}: what the buckets hold; {@code .../{bucket}/{key}}: one document as it is. */
final class DocumentsPage implements Page {
    private final Documents documents;

    DocumentsPage(Documents documents) {
        this.documents = documents;
    }

    /** A bucket with what is in it. */
    record Section(Documents.Bucket bucket, List<Documents.Stored> objects) {}

    record View(List<Section> sections) {}

    @Override
    public Reply answer(Asked asked) throws IOException {
        Optional<String> object = asked.below();
        if (object.isPresent()) return file(object.get());
        List<Section> sections = documents.buckets().stream()
                .map(bucket -> new Section(bucket, documents.in(bucket)))
                .toList();
        return new Reply.View("documents", "Documents", new View(sections));
    }

    private Reply file(String bucketAndKey) throws IOException {
        String[] parts = bucketAndKey.split("/", 2);
        String key = parts.length == 2 ? parts[1] : "";
        byte[] bytes = documents.read(parts[0], key);
        return new Reply.File(key.substring(key.lastIndexOf('/') + 1), type(key), bytes);
    }

    /** Nothing that a browser would run in the name of the local cloud. */
    private static String type(String key) {
        if (key.endsWith(".pdf")) return "application/pdf";
        if (key.endsWith(".json")) return "application/json";
        return "text/plain; charset=utf-8";
    }
}
