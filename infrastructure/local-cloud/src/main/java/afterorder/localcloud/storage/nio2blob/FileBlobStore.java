package afterorder.localcloud.storage.nio2blob;

import java.nio.file.Path;
import org.gaul.s3proxy.nio2blob.AbstractNio2BlobStore;

/**
 * Objects as files, with their versions. s3proxy's own file store refuses versions and encryption; here nothing else
 * writes to the folder and nobody is promised that the files are unreadable, so both are answered as S3 does.
 */
public final class FileBlobStore extends AbstractNio2BlobStore {

    public FileBlobStore(Path folder) {
        super(folder);
    }

    /** The folder of a bucket. */
    public Path folder(String bucket) {
        return getRoot().resolve(bucket);
    }

    @Override
    public boolean supportsVersioning() {
        return true;
    }

    @Override
    public boolean supportsServerSideEncryption() {
        return true;
    }

    @Override
    public boolean supportsBucketEncryption() {
        return true;
    }
}
