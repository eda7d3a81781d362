package afterorder.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.order.Email;
import afterorder.order.feedback.MailId;
import afterorder.order.feedback.OrderMail;
import afterorder.order.row.RowKey;
import afterorder.services.Deployed;
import afterorder.services.Faults;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SesException;

@ExtendWith(LocalServicesExtension.class)
class MailerTest {
    private final LocalServices services;
    private final Deployed function;
    private final SesClient ses;
    private static final MailId CONFIRMATION =
            MailId.of(new RowKey("7K3M9X2Q4T8WZ", RowKey.ORDER), OrderMail.CONFIRMATION);

    private final Email sender;
    private final Mailer mailer;
    private final Email ada = new Email(UUID.randomUUID() + "@muster.example");

    MailerTest(LocalServices services) {
        this.function = services.function("OrderConfirmationFunction");
        this.services = services;
        this.ses = new Clients(function.endpoint(), function.region(), function.credentials()).ses();
        this.sender = new Email(function.variable("SENDER_ADDRESS"));
        this.mailer = new Mailer(ses, new Environment(function.variables()));
    }

    @Test
    void sends_one_mail_to_its_recipient() {
        String id = mailer.send(CONFIRMATION, ada, mime(sender));
        assertThat(services.mailsTo(ada.address())).singleElement().satisfies(mail -> {
            assertThat(mail.raw()).contains("Message-ID: <" + id + ">");
            assertThat(mail.from()).isEqualTo(sender.address());
            assertThat(mail.to()).containsExactly(ada.address());
            assertThat(mail.subject()).isEqualTo("Your order");
        });
    }

    @Test
    void knows_the_domain_of_ids_in_the_first_region() {
        SesClient first = new Clients(function.endpoint(), Region.US_EAST_1, function.credentials()).ses();
        assertThat(new Mailer(first, new Environment(function.variables())).send(CONFIRMATION, ada, mime(sender)))
                .endsWith("-000000@email.amazonses.com");
    }

    @Test
    void tells_a_mail_that_ses_will_never_take_from_one_that_it_could_not_take_now() {
        Email stranger = new Email("orders@somebody-else.example");
        // No function may send under such an address: a person may try.
        SesClient anybody = new Clients(services.endpoint(), services.region(), services.credentials()).ses();
        Mailer strangers = new Mailer(
                anybody,
                new Environment(
                        function.with("SENDER_ADDRESS", stranger.address()).variables()));
        assertThatThrownBy(() -> strangers.send(CONFIRMATION, ada, mime(stranger)))
                .isInstanceOf(MailRefused.class)
                .hasMessageContaining("not verified");
        assertThat(services.mailsTo(ada.address())).isEmpty();
    }

    @Test
    void refuses_a_mail_that_is_too_large_for_good() {
        byte[] large = Arrays.copyOf(mime(sender), 11 * 1024 * 1024);
        assertThatThrownBy(() -> mailer.send(CONFIRMATION, ada, large)).isInstanceOf(MailRefused.class);
    }

    @Test
    void lets_a_mail_be_tried_again_that_ses_did_not_take_now() {
        function.disturbed(Faults.Kind.REFUSED, 1);
        assertThatThrownBy(() -> mailer.send(CONFIRMATION, ada, mime(sender))).isInstanceOf(SesException.class);
    }

    private static byte[] mime(Email from) {
        return "From: %s\r\nSubject: Your order\r\n\r\nThank you.\r\n"
                .formatted(from.address())
                .getBytes(StandardCharsets.UTF_8);
    }
}
