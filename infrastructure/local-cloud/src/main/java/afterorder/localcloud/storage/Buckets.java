package afterorder.localcloud.storage;

import afterorder.localcloud.edge.AccessKeys;
import afterorder.localcloud.storage.nio2blob.FileBlobStore;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** The buckets, kept as folders by s3proxy, which listens on a port of its own behind the edge. */
public final class Buckets implements AutoCloseable {
    private final BlobStore store;

    private final S3Proxy server;
    private final ObjectLocks locks;
    private final StorageHandler handler;

    /** @param folder where the buckets are, or will be @param clock moved time, which locks end by */
    public Buckets(Path folder, InstantSource clock, AccessKeys keys) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot keep the buckets in " + folder, failure);
        }
        store = new WholeBlobStore(new DurableBlobStore(new FileBlobStore(folder.toAbsolutePath())));
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
        locks = new ObjectLocks(folder.resolveSibling(folder.getFileName() + "-locks"), clock);
        handler = new StorageHandler(server.getPort(), locks);
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
        if (properties.path("ObjectLockEnabled").asBoolean()) locks.enable(name);
        boolean versions = properties
                        .path("VersioningConfiguration")
                        .path("Status")
                        .asText()
                        .equals("Enabled")
                || properties.path("ObjectLockEnabled").asBoolean();
        if (versions) store.putBucketVersioning(name, BucketVersioningStatus.ENABLED);
    }

    /** What a bucket holds now, by key; read here directly, it stands in no log of calls. */
    public List<StoredObject> objects(String bucket) {
        List<StoredObject> objects = new ArrayList<>();
        ListObjectsV2Request next =
                ListObjectsV2Request.builder().bucket(bucket).build();
        while (true) {
            ListObjectsV2Response page = store.list(next);
            page.contents()
                    .forEach(found -> objects.add(new StoredObject(found.key(), found.size(), found.lastModified())));
            if (page.nextContinuationToken() == null) return objects;
            next = next.toBuilder()
                    .continuationToken(page.nextContinuationToken())
                    .build();
        }
    }

    public boolean has(String bucket, String key) {
        return store.blobExists(bucket, key);
    }

    public byte[] read(String bucket, String key) throws IOException {
        try (InputStream content = store.getBlob(bucket, key)) {
            return content.readAllBytes();
        }
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
