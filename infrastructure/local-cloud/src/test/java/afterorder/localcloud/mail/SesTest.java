package afterorder.localcloud.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afterorder.localcloud.door.JsonFile;
import afterorder.localcloud.edge.TestCloud;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;
import software.amazon.awssdk.services.ses.model.SesException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SesTest {
    private static final String MAIL = """
            From: Shop <orders@shop.example>
            To: Ada <ada@muster.example>
            Bcc: archive@shop.example
            Subject: =?UTF-8?Q?Auftragsbest=C3=A4tigung?=
            Message-ID: <mine@shop.example>
            Date: Thu, 1 Jan 1970 00:00:00 +0000
            MIME-Version: 1.0
            Content-Type: text/plain; charset=UTF-8

            Thank you.
            """.replace("\n", "\r\n");

    private TestCloud cloud;
    private SesClient ses;

    @BeforeAll
    void start(@TempDir Path data) {
        cloud = new TestCloud(data);
        ses = cloud.ses(cloud.as("order-confirmation"));
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @Test
    void a_mail_arrives_with_the_id_and_the_date_of_ses() {
        cloud.clock.advance(Duration.ofDays(30));
        String id = send(MAIL, List.of());
        Mail mail = find(id);
        assertThat(mail.to()).containsExactly("ada@muster.example", "archive@shop.example");
        assertThat(mail.subject()).isEqualTo("Auftragsbestätigung");
        assertThat(mail.raw())
                .contains("Message-ID: <" + id + "@eu-central-1.amazonses.com>")
                .contains("Thank you.")
                .doesNotContain("mine@shop.example")
                .doesNotContain("1970")
                .doesNotContain("archive@");
        var received = cloud.page("/_local/mailbox?to=archive@shop.example").at("/messages");
        assertThat(received.findValuesAsText("id")).contains(id);
        assertThat(cloud.page("/_local/mailbox?after=" + id).at("/messages").findValuesAsText("id"))
                .doesNotContain(id);
        assertThat(cloud.page("/_local/mailbox?after=unknown").at("/messages").findValuesAsText("id"))
                .contains(id);
        assertThat(cloud.page("/_aws/ses?id=" + id).at("/messages/0/Source").asText())
                .isEqualTo("orders@shop.example");
    }

    @Test
    void the_first_region_has_kept_its_old_domain_of_ids(@TempDir Path folder) {
        Mailbox mailbox = new Mailbox(folder);
        String data = Base64.getEncoder().encodeToString(MAIL.getBytes(StandardCharsets.UTF_8));
        Deliveries deliveries =
                new Deliveries(List.of(), new Fates(folder.resolve("fates")), (source, topic, message) -> {});
        new Ses(mailbox, InstantSource.system(), "us-east-1", List.of("shop.example"), deliveries)
                .call("SendRawEmail", Map.of("RawMessage.Data", data));
        Mail mail = mailbox.messages().getFirst();
        assertThat(mail.raw()).contains("Message-ID: <" + mail.id() + "@email.amazonses.com>");
    }

    @Test
    void an_unverified_sender_is_rejected() {
        assertThatThrownBy(() -> send(MAIL.replace("orders@shop.example", "somebody@else.example"), List.of()))
                .isInstanceOf(MessageRejectedException.class)
                .hasMessageContaining("Email address is not verified. The following identities failed the check in"
                        + " region EU-CENTRAL-1: somebody@else.example");
    }

    @Test
    void addresses_must_be_addresses_and_there_are_at_most_fifty() {
        assertThatThrownBy(() -> send(MAIL, List.of("ada"))).hasMessageContaining("Missing final '@domain'");
        assertThatThrownBy(() -> send(MAIL, Collections.nCopies(51, "ada@muster.example")))
                .isInstanceOf(SesException.class)
                .hasMessageContaining("Recipient count exceeds 50");
        assertThatThrownBy(() -> ses.sendEmail(send -> send.source("orders@shop.example")
                        .destination(to -> to.toAddresses("ada@muster.example"))
                        .message(mail -> mail.subject(subject -> subject.data("Hi\r\nBcc: eve@evil.example"))
                                .body(body -> body.text(text -> text.data("Hello"))))))
                .hasMessageContaining("must not contain line breaks");
    }

    @Test
    void a_mail_has_at_most_ten_megabytes_in_base64() {
        String long7 = MAIL + "x".repeat(7_800_000);
        send(long7, List.of());
        assertThatThrownBy(() -> send(long7 + "x".repeat(100_000), List.of()))
                .hasMessageContaining("Message length is more than 10485760 bytes long");
    }

    @Test
    void an_unknown_action_is_refused_by_its_name() {
        assertThatThrownBy(() -> ses.listTemplates(list -> list.maxItems(1))).hasMessageContaining("ListTemplates");
    }

    @Test
    void says_to_whom_a_mail_did_not_arrive_as_its_configuration_set_wants() throws Exception {
        String address = UUID.randomUUID() + "@muster.example";
        tell(address, "bounce");
        String id = sendTagged(address);
        assertThat(cloud.mailbox.messages()).noneMatch(mail -> mail.id().equals(id));
        JsonNode event = published(id).getFirst();
        assertThat(event.path("eventType").asText()).isEqualTo("Bounce");
        assertThat(event.at("/bounce/bounceType").asText()).isEqualTo("Permanent");
        assertThat(event.at("/bounce/bouncedRecipients/0/emailAddress").asText())
                .isEqualTo(address);
        assertThat(event.at("/mail/destination/0").asText()).isEqualTo(address);
        assertThat(event.at("/mail/tags/order/0").asText()).isEqualTo("7K3M9X2Q4T8WZ");
        assertThat(event.at("/mail/tags/ses:configuration-set/0").asText()).isEqualTo("events");
    }

    @Test
    void sends_nothing_more_to_an_address_that_bounced_or_whose_reader_complained() throws Exception {
        for (String fate : List.of("bounce", "complaint")) {
            String address = UUID.randomUUID() + "@muster.example";
            tell(address, fate);
            sendTagged(address);
            String id = sendTagged(address);
            assertThat(cloud.mailbox.messages()).noneMatch(mail -> mail.id().equals(id));
            assertThat(published(id).toString()).contains("OnAccountSuppressionList");
            tell(address, "delivered");
            assertThat(find(sendTagged(address)).to()).containsExactly(address);
        }
    }

    @Test
    void delivers_a_mail_that_is_answered_by_a_machine_or_called_spam() throws Exception {
        for (String fate : List.of("out-of-office", "complaint")) {
            String address = UUID.randomUUID() + "@muster.example";
            tell(address, fate);
            String id = sendTagged(address);
            assertThat(find(id).to()).containsExactly(address);
            assertThat(published(id)).hasSize(1);
        }
        assertThat(cloud.tell("/_local/mail-addresses/ada@muster.example", "{\"mails\":\"explode\"}"))
                .isEqualTo(400);
    }

    @Test
    void tags_have_letters_digits_hyphens_and_underscores_and_a_configuration_set_must_be_there() {
        assertThatThrownBy(() -> ses.sendRawEmail(send -> send.destinations("ada@muster.example")
                        .tags(tag -> tag.name("order").value("Müller & Co."))
                        .rawMessage(raw -> raw.data(SdkBytes.fromUtf8String(MAIL)))))
                .hasMessageContaining("Invalid tag value <Müller & Co.>");
        assertThatThrownBy(() -> ses.sendRawEmail(send -> send.destinations("ada@muster.example")
                        .configurationSetName("others")
                        .rawMessage(raw -> raw.data(SdkBytes.fromUtf8String(MAIL)))))
                .hasMessageContaining("Configuration set <others> does not exist");
    }

    private String sendTagged(String address) {
        return ses.sendRawEmail(send -> send.destinations(address)
                        .configurationSetName("events")
                        .tags(tag -> tag.name("order").value("7K3M9X2Q4T8WZ"))
                        .rawMessage(raw -> raw.data(SdkBytes.fromUtf8String(MAIL))))
                .messageId();
    }

    private void tell(String address, String fate) throws Exception {
        assertThat(cloud.tell(Fates.DOOR + "/" + address, "{\"mails\":\"" + fate + "\"}"))
                .isEqualTo(200);
    }

    private List<JsonNode> published(String id) throws JsonProcessingException {
        List<JsonNode> events = new ArrayList<>();
        for (String message : cloud.published) {
            JsonNode event = JsonFile.JSON.readTree(message.substring("topic ".length()));
            if (event.at("/mail/messageId").asText().equals(id)) events.add(event);
        }
        return events;
    }

    private String send(String mail, List<String> to) {
        return ses.sendRawEmail(
                        send -> send.destinations(to).rawMessage(raw -> raw.data(SdkBytes.fromUtf8String(mail))))
                .messageId();
    }

    private Mail find(String id) {
        return cloud.mailbox.messages().stream()
                .filter(mail -> mail.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
