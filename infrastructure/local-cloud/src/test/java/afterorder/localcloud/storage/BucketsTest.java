package afterorder.localcloud.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import afterorder.localcloud.edge.TestCloud;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BucketsTest {
    private TestCloud cloud;
    private AwsBasicCredentials invoicing;
    private S3Client s3;

    @BeforeAll
    void start(@TempDir Path data) {
        cloud = new TestCloud(data);
        invoicing = cloud.as("invoicing");
        s3 = cloud.s3(invoicing);
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @Test
    void of_ten_that_claim_a_key_at_once_one_wins() throws Exception {
        Callable<Integer> claim = () -> {
            try {
                s3.putObject(
                        put -> put.bucket("documents").key("claimed").ifNoneMatch("*"),
                        RequestBody.fromString(Thread.currentThread().toString()));
                return 200;
            } catch (S3Exception refused) {
                return refused.statusCode();
            }
        };
        try (var threads = Executors.newFixedThreadPool(10)) {
            var outcomes = threads
                    .invokeAll(IntStream.range(0, 10).mapToObj(i -> claim).toList())
                    .stream()
                    .map(each -> each.resultNow())
                    .toList();
            assertThat(outcomes)
                    .containsOnlyOnce(200)
                    .filteredOn(status -> status != 200)
                    .containsOnly(412);
        }
        assertThatThrownBy(() -> s3.putObject(
                        put -> put.bucket("documents").key("claimed").ifNoneMatch("*"), RequestBody.fromString("late")))
                .isInstanceOfSatisfying(S3Exception.class, refused -> assertThat(
                                refused.awsErrorDetails().errorCode())
                        .isEqualTo("PreconditionFailed"));
    }

    @Test
    void an_object_is_there_at_every_moment_while_it_is_replaced() throws Exception {
        s3.putObject(put -> put.bucket("keys").key("replaced"), RequestBody.fromString("0"));
        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<?> replacing = thread.submit(() -> {
                for (int version = 1; version <= 300; version++) {
                    String content = Integer.toString(version);
                    s3.putObject(put -> put.bucket("keys").key("replaced"), RequestBody.fromString(content));
                }
            });
            while (!replacing.isDone()) {
                String found = s3.getObjectAsBytes(get -> get.bucket("keys").key("replaced"))
                        .asUtf8String();
                assertThat(found).isNotEmpty();
            }
            replacing.get();
        }
    }

    @Test
    void a_presigned_link_opens_until_it_expires_and_not_when_altered() {
        s3.putObject(put -> put.bucket("documents").key("a b/ü.pdf"), RequestBody.fromString("mine"));
        s3.putObject(put -> put.bucket("documents").key("other.pdf"), RequestBody.fromString("not mine"));
        String link = presigned("a b/ü.pdf", Duration.ofMinutes(1));
        assertThat(cloud.get(link).body()).isEqualTo("mine");
        var altered = cloud.get(link.replaceFirst("/documents/[^?]+", "/documents/other.pdf"));
        assertThat(altered.statusCode()).isEqualTo(403);
        assertThat(altered.body()).contains("<Code>SignatureDoesNotMatch</Code>");
        String brief = presigned("other.pdf", Duration.ofSeconds(1));
        await().untilAsserted(() -> {
            var expired = cloud.get(brief);
            assertThat(expired.statusCode()).isEqualTo(403);
            assertThat(expired.body()).contains("<Code>AccessDenied</Code>").contains("Request has expired");
        });
    }

    @Test
    void a_locked_version_stays_until_its_time() {
        Instant until = cloud.clock.instant().plus(Duration.ofDays(3650)).truncatedTo(ChronoUnit.SECONDS);
        for (String content : new String[] {"first", "second"}) {
            s3.putObject(locked("licenses.txt", until), RequestBody.fromString(content));
        }
        var versions = s3.listObjectVersions(list -> list.bucket("keys").prefix("licenses.txt"))
                .versions();
        assertThat(versions).hasSize(2);
        var current = s3.getObjectAsBytes(get -> get.bucket("keys").key("licenses.txt"));
        assertThat(current.asUtf8String()).isEqualTo("second");
        assertThat(current.response().objectLockMode()).isEqualTo(ObjectLockMode.GOVERNANCE);
        assertThat(current.response().objectLockRetainUntilDate()).isEqualTo(until);
        Consumer<DeleteObjectRequest.Builder> deletion = delete -> delete.bucket("keys")
                .key("licenses.txt")
                .versionId(versions.getFirst().versionId());
        assertThatThrownBy(() -> s3.deleteObject(deletion)).hasMessageContaining("object lock");
        assertThatThrownBy(() -> s3.deleteObject(deletion.andThen(delete -> delete.bypassGovernanceRetention(true))))
                .hasMessageContaining("does not know the header x-amz-bypass-governance-retention");
        assertThatThrownBy(() -> s3.deleteObjects(delete -> delete.bucket("keys")
                        .delete(all -> all.objects(one -> one.key("licenses.txt")
                                .versionId(versions.getFirst().versionId())))))
                .hasMessageContaining("DeleteObjects");

        s3.deleteObject(delete -> delete.bucket("keys").key("licenses.txt"));
        assertThatThrownBy(() -> s3.headObject(head -> head.bucket("keys").key("licenses.txt")))
                .isInstanceOf(NoSuchKeyException.class);
        assertThat(s3.getObjectAsBytes(get -> get.bucket("keys")
                                .key("licenses.txt")
                                .versionId(versions.getFirst().versionId()))
                        .asUtf8String())
                .isEqualTo("second");
    }

    @Test
    void after_its_time_a_version_can_go() {
        Instant until = cloud.clock.instant().plus(Duration.ofSeconds(1));
        s3.putObject(locked("brief", until), RequestBody.fromString("brief"));
        String version = s3.headObject(head -> head.bucket("keys").key("brief")).versionId();
        await().until(() -> cloud.clock.instant().isAfter(until));
        s3.deleteObject(delete -> delete.bucket("keys").key("brief").versionId(version));
        assertThatThrownBy(() -> s3.headObject(head -> head.bucket("keys").key("brief")))
                .isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void a_lock_is_refused_that_s3_would_refuse() {
        Instant later = cloud.clock.instant().plus(Duration.ofDays(1));
        refuses(locked("a", later).andThen(put -> put.bucket("documents")), "missing Object Lock Configuration");
        refuses(locked("a", later).andThen(put -> put.objectLockMode((String) null)), "must both be supplied");
        refuses(locked("a", later).andThen(put -> put.objectLockMode("FOREVER")), "Unknown wormMode");
        refuses(locked("a", cloud.clock.instant().minusSeconds(1)), "must be in the future");
        refuses(locked("a", later).andThen(put -> put.tagging("kind=invoice")), "x-amz-tagging");
        assertThatThrownBy(() -> s3.getObjectRetention(get -> get.bucket("keys").key("a")))
                .isInstanceOfSatisfying(S3Exception.class, refused -> assertThat(refused.statusCode())
                        .isEqualTo(501));
    }

    private void refuses(Consumer<PutObjectRequest.Builder> put, String why) {
        assertThatThrownBy(() -> s3.putObject(put, RequestBody.fromString("refused")))
                .isInstanceOf(S3Exception.class)
                .hasMessageContaining(why);
    }

    private static Consumer<PutObjectRequest.Builder> locked(String key, Instant until) {
        return put -> put.bucket("keys")
                .key(key)
                .metadata(Map.of("kind", "invoice"))
                .serverSideEncryption(ServerSideEncryption.AES256)
                .objectLockMode(ObjectLockMode.GOVERNANCE)
                .objectLockRetainUntilDate(until);
    }

    @Test
    void lists_tells_about_and_deletes_objects() {
        s3.putObject(put -> put.bucket("documents").key("list/one"), RequestBody.fromString("1"));
        s3.putObject(put -> put.bucket("documents").key("list/two"), RequestBody.fromBytes(new byte[6_000_000]));
        assertThat(s3.headObject(head -> head.bucket("documents").key("list/two"))
                        .contentLength())
                .isEqualTo(6_000_000);
        assertThat(s3.listObjectsV2(list -> list.bucket("documents").prefix("list/"))
                        .contents())
                .extracting("key")
                .containsExactly("list/one", "list/two");
        s3.deleteObject(delete -> delete.bucket("documents").key("list/one"));
        assertThatThrownBy(() -> s3.getObject(get -> get.bucket("documents").key("list/one")))
                .isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void a_multipart_upload_becomes_one_object_and_what_is_unknown_is_refused_by_its_name() {
        var upload =
                s3.createMultipartUpload(create -> create.bucket("documents").key("large"));
        var part = s3.uploadPart(
                each -> each.bucket("documents")
                        .key("large")
                        .uploadId(upload.uploadId())
                        .partNumber(1),
                RequestBody.fromString("the only part"));
        s3.completeMultipartUpload(complete -> complete.bucket("documents")
                .key("large")
                .uploadId(upload.uploadId())
                .multipartUpload(parts -> parts.parts(one -> one.partNumber(1).eTag(part.eTag()))));
        assertThat(s3.getObjectAsBytes(get -> get.bucket("documents").key("large"))
                        .asUtf8String())
                .isEqualTo("the only part");
        assertThatThrownBy(() -> s3.putObject(
                        put -> put.bucket("documents").key("large").websiteRedirectLocation("/a"), RequestBody.empty()))
                .hasMessageContaining("does not know the header x-amz-website-redirect-location");
    }

    private String presigned(String key, Duration duration) {
        try (S3Presigner presigner = S3Presigner.builder()
                .endpointOverride(URI.create(cloud.edge.address()))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(invoicing))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build()) {
            return presigner
                    .presignGetObject(presign -> presign.signatureDuration(duration)
                            .getObjectRequest(get -> get.bucket("documents").key(key)))
                    .url()
                    .toString();
        }
    }
}
