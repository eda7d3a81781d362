package afterorder.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.localcloud.mail.Mail;
import afterorder.order.Language;
import afterorder.order.confirmation.Confirmation;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.row.Deadline;
import afterorder.order.service.EngagementRow;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalServicesExtension.class)
class OrderConfirmationTest {
    private static final Instant NOW = SampleOrder.PLACED;

    private final LocalServices services;
    private final Shop shop;

    OrderConfirmationTest(LocalServices services) {
        this.services = services;
        this.shop = new Shop(services);
    }

    @Test
    @Tag("S3")
    @Tag("S34")
    void confirms_an_order_and_then_begins_its_purchase() {
        SampleOrder order = shop.places("licenses");
        assertThat(shop.delivers(order, NOW).getBatchItemFailures()).isEmpty();
        OrderRow row = shop.row(order);
        Mail sent = shop.mails(order).getFirst();
        assertThat(row.confirmation())
                .isEqualTo(new Confirmation(
                        Confirmation.Status.SENT,
                        "AB-2026-00001",
                        LocalDate.of(2026, 11, 23),
                        NOW,
                        row.firstMail().orElseThrow(),
                        null));
        assertThat(row.firstMail().orElseThrow()).startsWith(sent.id() + "@");
        assertThat(sent.raw())
                .contains("Message-ID: <" + row.firstMail().orElseThrow() + ">", "Auto-Submitted: auto-generated")
                .contains("Reply-To: service@reseller.example")
                .doesNotContain("In-Reply-To");
        assertThat(shop.documents(order)).containsExactly("confirmations/" + order.id() + "/AB-2026-00001.pdf");
        assertThat(shop.mails(order))
                .singleElement()
                .extracting(Mail::subject)
                .asString()
                .contains("4500012345");
        assertThat(shop.purchases(order))
                .extracting(PurchaseRow::status)
                .containsExactly(PurchaseRow.Status.PURCHASING);
        assertThat(shop.executions(order)).containsExactly(order.id() + "-purchase-1-1");
    }

    @Test
    @Tag("S12")
    @Tag("S13")
    void gives_services_to_the_team_that_delivers_them_when_the_confirmation_is_out() {
        SampleOrder order = shop.places("services");
        assertThat(shop.engagements(order)).isEmpty();
        shop.delivers(order, NOW);
        assertThat(shop.engagements(order)).singleElement().satisfies(engagement -> {
            assertThat(engagement.team()).isEqualTo("development");
            assertThat(engagement.status()).isEqualTo(EngagementRow.Status.COMMISSIONED);
            assertThat(engagement.progress().deadlines()).containsKeys(Deadline.CONTACT, Deadline.NOTICE);
        });
    }

    @Test
    @Tag("S7")
    @Tag("S35")
    void plans_a_later_purchase_without_beginning_it_and_writes_to_the_address_wished() {
        SampleOrder order = shop.places("mixed");
        shop.delivers(order, NOW);
        assertThat(shop.purchases(order))
                .extracting(PurchaseRow::status)
                .containsExactly(PurchaseRow.Status.PURCHASING, PurchaseRow.Status.SCHEDULED);
        assertThat(shop.executions(order)).containsExactly(order.id() + "-purchase-1-1");
        assertThat(shop.mails(order)).isEmpty();
        assertThat(services.mailsTo("orders@muster.example")).isNotEmpty();
    }

    @Test
    @Tag("S3")
    void confirms_an_order_of_services_only() {
        SampleOrder order = shop.places("services");
        shop.delivers(order, NOW);
        assertThat(shop.row(order).confirmation().status()).isEqualTo(Confirmation.Status.SENT);
        assertThat(shop.purchases(order)).isEmpty();
        assertThat(shop.row(order).progress().deadlines())
                .containsExactly(Map.entry(Deadline.KEPT, Instant.parse("2032-12-31T23:00:00Z")));
    }

    @Test
    void does_nothing_at_a_second_delivery() {
        SampleOrder order = shop.places("licenses");
        shop.delivers(order, NOW);
        OrderRow row = shop.row(order);
        List<PurchaseRow> purchases = shop.purchases(order);
        shop.delivers(order, NOW.plusSeconds(900));
        assertThat(shop.row(order)).isEqualTo(row);
        assertThat(shop.purchases(order)).isEqualTo(purchases);
        assertThat(shop.mails(order)).hasSize(1);
    }

    @Test
    void leaves_a_confirmation_alone_that_somebody_is_sending() {
        SampleOrder order = shop.places("licenses");
        shop.rows.save(shop.row(order).sending("AB-2026-00099", LocalDate.of(2026, 11, 23), NOW));
        shop.delivers(order, NOW);
        assertThat(shop.mails(order)).isEmpty();
    }

    @Test
    void parks_an_order_whose_mail_is_refused_for_good() {
        SampleOrder order = shop.places("licenses");
        var deployed = shop.deployed().rejectedMails();
        assertThat(shop.delivers(order, deployed, NOW).getBatchItemFailures()).isEmpty();
        OrderRow row = shop.row(order);
        assertThat(row.progress().parked().reason().in(Language.EN))
                .contains("mail was refused")
                .contains("not verified");
        assertThat(row.progress().deadlines()).containsOnlyKeys(Deadline.NOTICE);
        assertThat(shop.purchases(order)).isEmpty();
    }

    @Test
    void lets_a_message_about_an_unknown_order_come_again() {
        SampleOrder unknown = SampleOrder.of("licenses");
        assertThat(shop.delivers(unknown, NOW).getBatchItemFailures()).hasSize(1);
    }
}
