package afterorder.order.notice;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Email;
import afterorder.order.Json;
import afterorder.order.Language;
import afterorder.order.Phrase;
import afterorder.order.feedback.Feedback;
import afterorder.order.link.Target;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 15);
    private static final List<Notice> EVERY_KIND = List.of(
            new Notice.Moved(1, DAY, DAY.plusDays(1)),
            new Notice.CalledOff(1, DAY),
            new Notice.ContactChanged(List.of(1, 2), new Email("ada@muster.example")),
            new Notice.VerificationReminder(3),
            new Notice.Unverified(),
            new Notice.Parked(Phrase.REFUSED_BY_VENDOR.with("no credit")),
            new Notice.DeskTask(1),
            new Notice.DeskReminder(),
            new Notice.DeskEscalation(),
            new Notice.NewLink(
                    new Target.Document("invoices/1/R-2026-00017.pdf", new Email("buyer@muster.example"), Language.EN),
                    Instant.parse("2027-12-26T12:00:00Z")),
            new Notice.Redelivered(
                    new Target.Document("invoices/1/R-2026-00017.pdf", new Email("buyer@muster.example"), Language.EN),
                    Instant.parse("2027-12-26T12:00:00Z")),
            new Notice.Returned(
                    "moved",
                    Feedback.What.BOUNCED,
                    Phrase.MAIL_BOUNCED.with("user unknown"),
                    new Email("buyer@muster.example"),
                    new Email("office@muster.example")),
            new Notice.Undelivered("moved", Phrase.MAIL_REFUSED.with("suppressed")),
            new Notice.Unprintable("AB-2026-00017", List.of("株")),
            new Notice.Exported(1),
            new Notice.ExportFailed(1),
            new ServiceNotice.EngagementTask(),
            new ServiceNotice.ContactReminder(),
            new ServiceNotice.ContactEscalation(),
            new ServiceNotice.EngagementIdle(ServiceNotice.Awaited.CUSTOMERS_ANSWER),
            new ServiceNotice.DatesProposed(1),
            new ServiceNotice.ProposalReminder(1),
            new ServiceNotice.ProposalAnswered(1),
            new ServiceNotice.ProposalDeclined(1),
            new ServiceNotice.CustomerInvited(1, 0),
            new ServiceNotice.OwnerInvited(1, 0),
            new ServiceNotice.DetailsAgreed(),
            new ServiceNotice.SignOffReminder(),
            new ServiceNotice.SignedOff(),
            new ServiceNotice.Objected("LN-2026-00001", "not what we agreed on"),
            new ServiceNotice.ServicesCalledOff());

    @Test
    void is_named_as_in_the_row_and_read_from_it_as_it_was() throws JsonProcessingException {
        assertThat(EVERY_KIND)
                .hasSize(Notice.class.getPermittedSubclasses().length
                        - 1
                        + ServiceNotice.class.getPermittedSubclasses().length);
        for (Notice notice : EVERY_KIND) {
            String json = Json.MAPPER.writeValueAsString(notice);
            assertThat(Json.MAPPER.readTree(json).path("kind").asText()).isEqualTo(notice.kind());
            assertThat(Json.MAPPER.readValue(json, Notice.class)).isEqualTo(notice);
        }
    }
}
