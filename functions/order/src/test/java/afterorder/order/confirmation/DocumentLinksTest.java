package afterorder.order.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Email;
import afterorder.order.Json;
import afterorder.order.Language;
import afterorder.order.TestOrders;
import afterorder.order.link.Target;
import afterorder.order.notice.Notice;
import afterorder.order.row.HistoryEntry;
import afterorder.order.settings.Settings;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DocumentLinksTest {
    private static final Instant NOW = Instant.parse("2027-12-26T12:00:00Z");
    private static final Email READER = new Email("buyer@muster.example");
    private static final Target.Document INVOICE =
            new Target.Document("invoices/1/R-2026-00017.pdf", READER, Language.EN);

    private final OrderRow row = OrderRow.received(
            TestOrders.ID,
            "shop",
            "hash",
            TestOrders.orderOf(TestOrders.service()),
            Settings.bundled().seller(),
            Settings.bundled().teams(),
            Instant.parse("2026-11-23T08:00:00Z"));

    @Test
    void voids_what_was_made_until_now_and_nothing_later_or_of_another_document() {
        OrderRow revoked = DocumentLinks.revoked(row, INVOICE.number(), "leaked", NOW);
        assertThat(revoked.hasRevoked(INVOICE.number(), NOW)).isTrue();
        assertThat(revoked.hasRevoked(INVOICE.number(), NOW.plusMillis(1))).isFalse();
        assertThat(revoked.hasRevoked("L-2026-00017", NOW)).isFalse();
        assertThat(revoked.progress().history().getLast().what()).isEqualTo("links to R-2026-00017 revoked: leaked");
    }

    @Test
    void changes_nothing_when_it_is_said_late_and_holds_for_more_when_it_is_said_again() {
        OrderRow revoked = DocumentLinks.revoked(row, INVOICE.number(), "leaked", NOW);
        assertThat(DocumentLinks.revoked(revoked, INVOICE.number(), "leaked", NOW.minusSeconds(1)))
                .isEqualTo(revoked);
        OrderRow again = DocumentLinks.revoked(revoked, INVOICE.number(), "leaked", NOW.plusSeconds(1));
        assertThat(again.revocations()).containsEntry(INVOICE.number(), NOW.plusSeconds(1));
    }

    @Test
    void keeps_what_was_revoked_through_every_other_change_and_in_the_table() throws JsonProcessingException {
        OrderRow revoked = DocumentLinks.revoked(row, INVOICE.number(), "leaked", NOW)
                .sending("AB-2026-00001", LocalDate.of(2026, 11, 23), NOW)
                .sent("first@eu-central-1.amazonses.com", NOW)
                .withVersion(7);
        assertThat(revoked.hasRevoked(INVOICE.number(), NOW)).isTrue();
        String json = Json.MAPPER.writeValueAsString(revoked);
        assertThat(Json.MAPPER.readValue(json, OrderRow.class)).isEqualTo(revoked);
    }

    @Test
    void owes_a_new_link_once_until_it_is_mailed() {
        OrderRow owing = DocumentLinks.renewed(row, INVOICE, NOW).orElseThrow();
        assertThat(owing.progress().outbox().notices()).containsExactly(new Notice.NewLink(INVOICE, NOW));
        assertThat(owing.progress().overdueAt(NOW)).isPresent();
        assertThat(owing.progress().history())
                .extracting(HistoryEntry::what)
                .contains("a new link to R-2026-00017 was asked for");
        assertThat(DocumentLinks.renewed(owing, INVOICE, NOW.plusSeconds(1))).isEmpty();
        OrderRow mailed = owing.withProgress(owing.progress().notified());
        assertThat(DocumentLinks.renewed(mailed, INVOICE, NOW.plusSeconds(1))).isPresent();
    }

    @Test
    void owes_another_one_after_a_revocation_and_settles_the_earlier() {
        OrderRow owing = DocumentLinks.renewed(row, INVOICE, NOW).orElseThrow();
        OrderRow revoked = DocumentLinks.revoked(owing, INVOICE.number(), "leaked", NOW.plusSeconds(1));
        assertThat(revoked.hasSettled(new Notice.NewLink(INVOICE, NOW))).isTrue();
        assertThat(DocumentLinks.renewed(revoked, INVOICE, NOW.plusSeconds(2))).isPresent();
        assertThat(revoked.hasSettled(new Notice.NewLink(INVOICE, NOW.plusSeconds(2))))
                .isFalse();
    }

    @Test
    void writes_to_the_address_that_staff_has_put_right() {
        Email right = new Email("purchasing@muster.example");
        OrderRow corrected = row.withAddress(READER, right, NOW);
        OrderRow owing = DocumentLinks.renewed(corrected, INVOICE, NOW).orElseThrow();
        assertThat(owing.progress().outbox().first()).isEqualTo(new Notice.NewLink(INVOICE.readBy(right), NOW));
    }

    @Test
    void lets_nobody_fill_the_row() {
        OrderRow full = row;
        for (int number = 1; !full.progress().owesMuch(); number++) {
            Target.Document other = new Target.Document("invoices/1/R-" + number + ".pdf", READER, Language.DE);
            full = DocumentLinks.renewed(full, other, NOW).orElseThrow();
        }
        assertThat(DocumentLinks.renewed(full, INVOICE, NOW)).isEmpty();
    }
}
