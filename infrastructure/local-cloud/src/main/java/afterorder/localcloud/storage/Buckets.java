package afterorder.localcloud.storage;

import afterorder.localcloud.edge.AccessKeys;
import afterorder.localcloud.storage.nio2blob.FileBlobStore;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** The buckets, kept as folders by s3proxy, which listens on a port of its own behind the edge. */
public final class Buckets implements AutoCloseable {
    /**
     * An object of a bucket.
     *
     * @param size in bytes
     * @param modified real time
     */
    public record StoredObject(String key, long size, Instant modified) {}

    private final BlobStore store;
    private final S3Proxy server;
    private final StorageHandler handler;

    /** @param folder where the buckets are, or will be */
    public Buckets(Path folder, AccessKeys keys) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot keep the buckets in " + folder, failure);
        }
        store = new DurableBlobStore(new FileBlobStore(folder.toAbsolutePath()));
        server = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "test", "test")
                // The edge has refused the headers that neither knows; this lets those of object lock pass.
                .ignoreUnknownHeaders(true)
                .stopTimeout(0)
                .build();
        server.setBlobStoreLocator((id, bucket, key) -> id == null
                ? null
                : keys.key(id)
                        .map(found -> new AccessGrant(found.secret(), store))
                        .orElse(null));
        try {
            server.start();
        } catch (Exception failure) {
            throw new IllegalStateException("the storage does not start: " + failure.getMessage(), failure);
        }
        handler = new StorageHandler(server.getPort());
    }

    /** Answers what is signed for {@code s3}. */
    public Handler handler() {
        return handler;
    }

    /** Makes a bucket from the properties of {@code AWS::S3::Bucket}, or keeps the one there is. */
    public void create(String name, JsonNode properties) {
        if (!store.containerExists(name)) {
            store.createContainer(CreateBucketRequest.builder().bucket(name).build());
        }
        if (properties.path("ObjectLockEnabled").asBoolean()) handler.lock(name);
        boolean versions = properties
                        .path("VersioningConfiguration")
                        .path("Status")
                        .asText()
                        .equals("Enabled")
                || properties.path("ObjectLockEnabled").asBoolean();
        if (versions) store.putBucketVersioning(name, BucketVersioningStatus.ENABLED);
    }

    /** Of all buckets, in the order of the alphabet. */
    public List<String> names() {
        return store.list().buckets().stream().map(Bucket::name).sorted().toList();
    }

    /** The objects of a bucket, for people to look at. */
    public List<StoredObject> objects(String bucket) {
        List<StoredObject> objects = new ArrayList<>();
        Optional<String> from = Optional.empty();
        do {
            ListObjectsV2Request.Builder page = ListObjectsV2Request.builder().bucket(bucket);
            from.ifPresent(page::continuationToken);
            ListObjectsV2Response response = store.list(page.build());
            response.contents()
                    .forEach(each -> objects.add(new StoredObject(each.key(), each.size(), each.lastModified())));
            from = Optional.ofNullable(response.nextContinuationToken());
        } while (from.isPresent());
        return objects;
    }

    /** The content of an object and its media type; the caller closes it. */
    public ResponseInputStream<GetObjectResponse> open(String bucket, String key) {
        return store.getBlob(GetObjectRequest.builder().bucket(bucket).key(key).build());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("the storage does not stop: " + failure.getMessage(), failure);
        }
    }
}
