package afterorder.aws;

import afterorder.order.Sha256;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket whose objects are written once: writing the same again changes nothing, writing something else is an error. */
public final class ObjectStore {
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONDITIONAL_REQUEST_CONFLICT = 409;
    private static final int MOST_CONFLICTS = 5;
    private static final String HASH = "sha256";

    private final S3Client s3;
    private final String bucket;

    public ObjectStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    public String bucket() {
        return bucket;
    }

    /** @throws IllegalStateException when the key holds other bytes already */
    public void keep(String key, byte[] bytes, String contentType) {
        String hash = Sha256.hex(bytes);
        for (int conflict = 1; ; conflict++) {
            try {
                put(key, bytes, contentType, hash);
                return;
            } catch (S3Exception refused) {
                // Another put of the same key is under way: S3 asks to try again.
                if (refused.statusCode() == CONDITIONAL_REQUEST_CONFLICT && conflict < MOST_CONFLICTS) continue;
                if (refused.statusCode() != PRECONDITION_FAILED) throw refused;
                checkHash(key, hash);
                return;
            }
        }
    }

    private void put(String key, byte[] bytes, String contentType, String hash) {
        s3.putObject(
                put -> put.bucket(bucket)
                        .key(key)
                        .contentType(contentType)
                        .ifNoneMatch("*")
                        .metadata(Map.of(HASH, hash)),
                RequestBody.fromBytes(bytes));
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
