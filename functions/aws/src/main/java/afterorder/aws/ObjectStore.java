package afterorder.aws;

import afterorder.order.Retention;
import afterorder.order.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket whose objects are written once: writing the same again changes nothing, writing something else is an error. */
public final class ObjectStore {
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONDITIONAL_REQUEST_CONFLICT = 409;
    private static final int MOST_CONFLICTS = 5;
    private static final String HASH = "sha256";

    private final S3Client s3;
    private final String bucket;
    private final @Nullable ObjectLockMode lockMode;

    /** For who only reads, or keeps what may be deleted. */
    public ObjectStore(S3Client s3, String bucket) {
        this(s3, bucket, null);
    }

    /** @param lockMode who may shorten a retention: the few with that right, or nobody at all */
    public ObjectStore(S3Client s3, String bucket, @Nullable ObjectLockMode lockMode) {
        this.s3 = s3;
        this.bucket = bucket;
        this.lockMode = lockMode;
    }

    /** For who makes documents that are to be kept. */
    public static ObjectStore ofDocuments(S3Client s3, Environment environment) {
        ObjectLockMode mode = ObjectLockMode.fromValue(environment.get("RETENTION_MODE"));
        return new ObjectStore(s3, environment.get("DOCUMENTS_BUCKET"), mode);
    }

    public String bucket() {
        return bucket;
    }

    /** @throws IllegalStateException when the key holds other bytes already */
    public void keep(String key, byte[] bytes, String contentType) {
        keep(put(key, bytes, contentType, Map.of()), bytes);
    }

    /**
     * As above; and nobody deletes it or replaces it before that time is over.
     *
     * @throws IllegalStateException also when this store was made without a mode of locking
     */
    public void keep(String key, byte[] bytes, String contentType, Retention retention) {
        if (lockMode == null) throw new IllegalStateException(key + " is to be kept, and " + bucket + " has no lock");
        PutObjectRequest.Builder put = put(key, bytes, contentType, told(retention));
        keep(put.objectLockMode(lockMode).objectLockRetainUntilDate(retention.until()), bytes);
    }

    /** As metadata, which costs nothing: tags are billed each month, over nine years more than anything else of an order. */
    private static Map<String, String> told(Retention retention) {
        return Map.of(
                "kind", retention.kind(), "keep-until", retention.lastDay().toString());
    }

    private void keep(PutObjectRequest.Builder put, byte[] bytes) {
        PutObjectRequest request = put.ifNoneMatch("*").build();
        for (int conflict = 1; ; conflict++) {
            try {
                s3.putObject(request, RequestBody.fromBytes(bytes));
                return;
            } catch (S3Exception refused) {
                // Another put of the same key is under way: S3 asks to try again.
                if (refused.statusCode() == CONDITIONAL_REQUEST_CONFLICT && conflict < MOST_CONFLICTS) continue;
                if (refused.statusCode() != PRECONDITION_FAILED) throw refused;
                checkHash(request.key(), request.metadata().get(HASH));
                return;
            }
        }
    }

    /** What is stored is forgotten in favor of this; not for what is to be kept, whose lock would keep it. */
    public void replace(String key, byte[] bytes, String contentType) {
        s3.putObject(put(key, bytes, contentType, Map.of()).build(), RequestBody.fromBytes(bytes));
    }

    /** The SDK adds a checksum, without which S3 takes no lock. */
    private PutObjectRequest.Builder put(String key, byte[] bytes, String contentType, Map<String, String> about) {
        Map<String, String> metadata = new HashMap<>(about);
        metadata.put(HASH, Sha256.hex(bytes));
        return PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentType(contentType)
                .metadata(metadata);
    }

    /** What writes an object piece by piece. */
    public interface Writing {
        void to(OutputStream output) throws IOException;
    }

    /** Writes an object of any length with little memory; one that is there already is replaced. */
    public void write(String key, String contentType, Writing writing) {
        try (MultipartOutput output = new MultipartOutput(s3, bucket, key, contentType)) {
            writing.to(output);
            output.finish();
        } catch (IOException failure) {
            throw new UncheckedIOException(key + " could not be written", failure);
        }
    }

    /** The keys in that folder, in their order. @param folder with a slash at its end */
    public List<String> list(String folder) {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(folder)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    public byte[] read(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArrayUnsafe();
    }

    private void checkHash(String key, String expected) {
        String found =
                s3.headObject(head -> head.bucket(bucket).key(key)).metadata().get(HASH);
        if (!expected.equals(found)) {
            throw new IllegalStateException(key + " is stored already, with other bytes: its row must have changed");
        }
    }
}
