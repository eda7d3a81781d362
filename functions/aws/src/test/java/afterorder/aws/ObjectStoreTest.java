package afterorder.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.services.Deployed;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.s3.S3Client;

@ExtendWith(LocalServicesExtension.class)
class ObjectStoreTest {
    private final Deployed invoicing;
    private final S3Client s3;
    private final ObjectStore documents;
    private final String key = "invoices/" + UUID.randomUUID() + "/R-2026-00001.pdf";

    ObjectStoreTest(LocalServices services) {
        invoicing = services.function("InvoicingFunction");
        s3 = new Clients(invoicing.endpoint(), invoicing.region(), invoicing.credentials()).s3();
        documents = new ObjectStore(s3, invoicing.variable("DOCUMENTS_BUCKET"));
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
