package afterorder.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.Retention;
import afterorder.services.Deployed;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;

@ExtendWith(LocalServicesExtension.class)
class ObjectStoreTest {
    private final LocalServices services;
    private final Deployed invoicing;
    private final S3Client s3;
    private final ObjectStore documents;
    private final String key = "invoices/" + UUID.randomUUID() + "/R-2026-00001.pdf";

    ObjectStoreTest(LocalServices services) {
        this.services = services;
        invoicing = services.function("InvoicingFunction");
        s3 = new Clients(invoicing.endpoint(), invoicing.region(), invoicing.credentials()).s3();
        documents = new ObjectStore(s3, invoicing.variable("DOCUMENTS_BUCKET"), ObjectLockMode.COMPLIANCE);
    }

    @Test
    void keeps_bytes_with_their_type() {
        documents.keep(key, bytes("an invoice"), "application/pdf");
        assertThat(documents.read(key)).isEqualTo(bytes("an invoice"));
        assertThat(s3.headObject(head -> head.bucket(documents.bucket()).key(key))
                        .contentType())
                .isEqualTo("application/pdf");
    }

    @Test
    void takes_the_same_bytes_again_without_writing_a_version() {
        documents.keep(key, bytes("an invoice"), "application/pdf");
        String version = version();
        documents.keep(key, bytes("an invoice"), "application/pdf");
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void refuses_other_bytes_and_leaves_the_first() {
        documents.keep(key, bytes("an invoice"), "application/pdf");
        assertThatThrownBy(() -> documents.keep(key, bytes("another invoice"), "application/pdf"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(key);
        assertThat(documents.read(key)).isEqualTo(bytes("an invoice"));
    }

    @Test
    void locks_what_is_to_be_kept_for_its_time() {
        Retention retention =
                new Retention("invoice", LocalDate.of(2044, 12, 31), Instant.parse("2044-12-31T23:00:00Z"));
        documents.keep(key, bytes("an invoice"), "application/pdf", retention);
        HeadObjectResponse kept =
                s3.headObject(head -> head.bucket(documents.bucket()).key(key));
        assertThat(kept.objectLockMode()).isEqualTo(ObjectLockMode.COMPLIANCE);
        assertThat(kept.objectLockRetainUntilDate()).isEqualTo(retention.until());
        assertThat(kept.metadata()).containsEntry("kind", "invoice").containsEntry("keep-until", "2044-12-31");
        S3Client staff = new Clients(services.endpoint(), services.region(), services.credentials()).s3();
        assertThatThrownBy(() -> staff.deleteObject(
                        delete -> delete.bucket(documents.bucket()).key(key).versionId(kept.versionId())))
                .hasMessageContaining("protected by object lock");
        documents.keep(key, bytes("an invoice"), "application/pdf", retention);
        assertThatThrownBy(() -> documents.keep(key, bytes("another invoice"), "application/pdf", retention))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keeps_nothing_for_a_time_where_it_has_no_lock() {
        ObjectStore open = new ObjectStore(s3, documents.bucket());
        assertThatThrownBy(() -> open.keep(key, bytes("an order"), "application/json", SampleOrder.RETENTION))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has no lock");
    }

    @Test
    void replaces_what_may_be_forgotten() {
        documents.keep(key, bytes("a key"), "application/json");
        documents.replace(key, bytes("none"), "application/json");
        assertThat(documents.read(key)).isEqualTo(bytes("none"));
    }

    /** Nobody may list a bucket, so S3 answers 403 where a key is missing: nothing may depend on a 404. */
    @Test
    void asks_for_an_object_only_after_it_was_told_that_it_is_there() {
        documents.keep(key, bytes("an invoice"), "application/pdf");
        assertThat(invoicing.operations()).containsExactly("PutObject");
        documents.keep(key, bytes("an invoice"), "application/pdf");
        assertThat(invoicing.operations()).containsExactly("PutObject", "PutObject", "HeadObject");
    }

    private String version() {
        return s3.headObject(head -> head.bucket(documents.bucket()).key(key)).versionId();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
