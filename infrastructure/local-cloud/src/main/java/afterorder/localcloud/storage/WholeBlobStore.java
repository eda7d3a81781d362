package afterorder.localcloud.storage;

import java.io.InputStream;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Shows an object that is replaced as it was or as it is, as S3 does: files are moved away before others are moved into their
 * place, and who asks in between would find none.
 */
final class WholeBlobStore extends ForwardingBlobStore {
    /** More than are ever asked for at once. */
    private static final int STRIPES = 256;

    private final ReadWriteLock[] locks =
            Stream.generate(ReentrantReadWriteLock::new).limit(STRIPES).toArray(ReadWriteLock[]::new);

    WholeBlobStore(BlobStore store) {
        super(store);
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        return holding(of(request.bucket(), request.key()).readLock(), () -> super.getBlob(request));
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        return holding(of(request.bucket(), request.key()).readLock(), () -> super.blobMetadata(request));
    }

    @Override
    public boolean blobExists(String bucket, String key) {
        return holding(of(bucket, key).readLock(), () -> super.blobExists(bucket, key));
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        return holding(of(request.bucket(), request.key()).writeLock(), () -> super.putBlob(request, content));
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        return holding(
                of(request.destinationBucket(), request.destinationKey()).writeLock(), () -> super.copyBlob(request));
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        return holding(
                of(upload.containerName(), upload.blobName()).writeLock(),
                () -> super.completeMultipartUpload(upload, request));
    }

    private ReadWriteLock of(String bucket, String key) {
        return locks[Math.floorMod((bucket + "/" + key).hashCode(), STRIPES)];
    }

    private static <T> T holding(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
