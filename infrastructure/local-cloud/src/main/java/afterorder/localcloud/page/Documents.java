package afterorder.localcloud.page;

import afterorder.localcloud.storage.StoredObject;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The objects in the buckets of the template. A bucket with a key of its own (KMS) holds secrets: what is in it can be
 * listed here, and not read.
 */
final class Documents {
    private final Observed cloud;

    Documents(Observed cloud) {
        this.cloud = cloud;
    }

    /** @param isReadable whether the pages show what is in it */
    record Bucket(String logicalId, String name, boolean isReadable) {}

    /** @param stored moved time */
    record Stored(Bucket bucket, String key, long bytes, Instant stored) {

        /** Where it can be read. */
        String address() {
            String encoded = Arrays.stream(key.split("/"))
                    .map(segment ->
                            URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                    .collect(Collectors.joining("/"));
            return Pages.PATH + "/documents/" + bucket.name() + "/" + encoded;
        }
    }

    List<Bucket> buckets() {
        return cloud.template()
                .resources("AWS::S3::Bucket")
                .map(resource -> new Bucket(resource.logicalId(), resource.name(), !hasOwnKey(resource.properties())))
                .toList();
    }

    /** The latest first. */
    List<Stored> in(Bucket bucket) {
        return cloud.buckets().objects(bucket.name()).stream()
                .map(object -> stored(bucket, object))
                .sorted(Comparator.comparing(Stored::stored).reversed())
                .toList();
    }

    List<Stored> all() {
        return buckets().stream()
                .flatMap(bucket -> in(bucket).stream())
                .sorted(Comparator.comparing(Stored::stored))
                .toList();
    }

    /** @throws Refused when there is no such object, or it is a secret */
    byte[] read(String bucketName, String key) throws IOException {
        Stream<Stored> found = buckets().stream()
                .filter(bucket -> bucket.name().equals(bucketName) && bucket.isReadable())
                .flatMap(bucket -> in(bucket).stream())
                .filter(stored -> stored.key().equals(key));
        if (found.findAny().isEmpty()) throw Refused.unknown("There is no document " + bucketName + "/" + key);
        return cloud.buckets().read(bucketName, key);
    }

    private static boolean hasOwnKey(JsonNode properties) {
        return properties
                .path("BucketEncryption")
                .findValuesAsText("SSEAlgorithm")
                .contains("aws:kms");
    }

    private Stored stored(Bucket bucket, StoredObject object) {
        return new Stored(bucket, object.key(), object.bytes(), cloud.clock().moved(object.lastModified()));
    }
}
