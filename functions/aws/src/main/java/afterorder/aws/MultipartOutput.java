package afterorder.aws;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Writes an object of any length with little memory. It is there when this is closed after {@link #finish}; what is left
 * unfinished the bucket's lifecycle takes away.
 */
final class MultipartOutput extends OutputStream {
    /** S3 takes 10,000 parts of at least 5 MB. */
    private static final int PART = 8 * 1024 * 1024;

    private final S3Client s3;
    private final String bucket;
    private final String key;
    private final String upload;
    private final List<CompletedPart> parts = new ArrayList<>();
    private final ByteBuffer part = ByteBuffer.allocate(PART);

    MultipartOutput(S3Client s3, String bucket, String key, String contentType) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
        this.upload = s3.createMultipartUpload(
                        create -> create.bucket(bucket).key(key).contentType(contentType))
                .uploadId();
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int written = 0;
        while (written < length) {
            int fits = Math.min(part.remaining(), length - written);
            part.put(bytes, offset + written, fits);
            written += fits;
            if (!part.hasRemaining()) send();
        }
    }

    /** Everything is written: makes the object. */
    void finish() {
        if (part.position() > 0 || parts.isEmpty()) send();
        s3.completeMultipartUpload(
                complete -> complete.bucket(bucket).key(key).uploadId(upload).multipartUpload(all -> all.parts(parts)));
    }

    private void send() {
        int number = parts.size() + 1;
        part.flip();
        var sent = s3.uploadPart(
                each -> each.bucket(bucket).key(key).uploadId(upload).partNumber(number),
                RequestBody.fromByteBuffer(part));
        parts.add(CompletedPart.builder()
                .partNumber(number)
                .eTag(sent.eTag())
                .checksumCRC32(sent.checksumCRC32())
                .build());
        part.clear();
    }
}
