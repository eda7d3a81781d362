package afterorder.aws;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.Sha256;
import afterorder.order.link.MailedLink;
import afterorder.order.link.Target;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(LocalServicesExtension.class)
class LinkMakerTest {
    private static final Instant NOW = SampleOrder.PLACED;
    private static final Target INVOICE =
            new Target.Document("invoices/1.pdf", new Email("buyer@muster.example"), Language.DE);
    private static final Duration LIFE = Duration.ofDays(30);

    private final SampleOrder order = SampleOrder.of("licenses");
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Rows rows;
    private final LinkMaker links;

    LinkMakerTest(LocalServices services) {
        dynamoDb = new Clients(services.endpoint(), services.region(), services.credentials()).dynamoDb();
        table = services.newTable();
        rows = new Rows(dynamoDb, table);
        links = new LinkMaker(rows, "https://orders.reseller.example", LIFE);
    }

    @Test
    void makes_a_link_that_opens_the_document_until_its_time_is_over() {
        MailedLink link = rows.link(token(link())).orElseThrow();
        assertThat(link.target()).isEqualTo(INVOICE);
        assertThat(link.isOpenAt(NOW.plus(LIFE).minusSeconds(1))).isTrue();
        assertThat(link.isOpenAt(NOW.plus(LIFE))).isFalse();
    }

    @Test
    void makes_a_link_to_a_task_of_the_desk() {
        Target task = new Target.Task(2, 1);
        URI link = links.linkTo(task, order.id(), NOW);
        assertThat(link.getPath()).startsWith("/t/");
        MailedLink row = rows.link(link.getPath().substring("/t/".length())).orElseThrow();
        assertThat(row.target()).isEqualTo(task);
        assertThat(row.orderId()).isEqualTo(order.id());
    }

    @Test
    void makes_another_link_each_time() {
        assertThat(link()).isNotEqualTo(link());
        assertThat(token(link())).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void keeps_the_token_out_of_the_table() {
        String token = token(link());
        String everything = dynamoDb.scan(scan -> scan.tableName(table)).items().toString();
        assertThat(everything).contains(Sha256.hex(token)).doesNotContain(token);
    }

    private URI link() {
        return links.linkTo(INVOICE, order.id(), NOW);
    }

    private static String token(URI link) {
        assertThat(link.toString()).startsWith("https://orders.reseller.example/d/");
        return link.getPath().substring("/d/".length());
    }
}
