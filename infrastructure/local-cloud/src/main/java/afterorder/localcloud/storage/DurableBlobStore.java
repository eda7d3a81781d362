package afterorder.localcloud.storage;

import afterorder.localcloud.storage.nio2blob.FileBlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Acknowledges an object only when it is on the disk. */
final class DurableBlobStore extends ForwardingBlobStore {
    private final FileBlobStore files;

    DurableBlobStore(FileBlobStore files) {
        super(files);
        this.files = files;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        PutObjectResponse response = super.putBlob(request, content);
        Path bucket = files.folder(request.bucket());
        Path object = bucket.resolve(request.key());
        force(object);
        for (Path folder = object.getParent(); folder.startsWith(bucket); folder = folder.getParent()) force(folder);
        return response;
    }

    private static void force(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot bring " + path + " to the disk", failure);
        }
    }
}
