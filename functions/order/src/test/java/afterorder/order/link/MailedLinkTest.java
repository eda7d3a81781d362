package afterorder.order.link;

import static afterorder.order.TestOrders.ID;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Email;
import afterorder.order.Json;
import afterorder.order.Language;
import afterorder.order.LineSelection;
import afterorder.order.TechnicalContact;
import afterorder.order.purchase.DeskSteps;
import afterorder.order.purchase.Plan;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.settings.Settings;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MailedLinkTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration LIFE = Duration.ofDays(397);
    private static final Target.Document INVOICE =
            new Target.Document("invoices/1/R-2026-00017.pdf", new Email("buyer@muster.example"), Language.DE);

    static List<Target> targets() {
        return List.of(INVOICE, new Target.Task(2, 1));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void is_read_as_it_was_written(Target target) throws JsonProcessingException {
        MailedLink link =
                MailedLink.to(target, ID, "token", NOW, LIFE).renewed(NOW).orElseThrow();
        String json = Json.MAPPER.writeValueAsString(link);
        assertThat(json).doesNotContain("\"token\"");
        assertThat(Json.MAPPER.readValue(json, MailedLink.class)).isEqualTo(link);
    }

    @Test
    void names_the_document_for_the_reader() {
        assertThat(INVOICE.fileName()).isEqualTo("R-2026-00017.pdf");
        assertThat(INVOICE.number()).isEqualTo("R-2026-00017");
    }

    @Test
    void is_renewed_three_times_in_any_day() {
        MailedLink link = MailedLink.to(INVOICE, ID, "token", NOW, LIFE);
        for (int hours : new int[] {0, 6, 12}) {
            link = link.renewed(NOW.plus(Duration.ofHours(hours))).orElseThrow();
        }
        assertThat(link.renewed(NOW.plus(Duration.ofHours(23)))).isEmpty();
        link = link.renewed(NOW.plus(Duration.ofHours(24))).orElseThrow();
        assertThat(link.renewed(NOW.plus(Duration.ofHours(29)))).isEmpty();
        assertThat(link.renewed(NOW.plus(Duration.ofHours(30)))).isPresent();
        assertThat(link.renewals()).hasSize(3);
    }

    @Test
    void opens_a_task_by_its_last_link_only() {
        TechnicalContact contact = new TechnicalContact("Ada", new Email("ada@muster.example"), true);
        Plan plan = new Plan(1, LocalDate.of(2026, 11, 23), LineSelection.of(List.of(1)), false);
        PurchaseRow row =
                PurchaseRow.scheduled(ID, plan, contact, Settings.bundled().seller(), NOW);
        PurchaseRow asked = DeskSteps.commissioned(row.begun(NOW), NOW, NOW, NOW);
        assertThat(DeskSteps.isOpenedBy(new Target.Task(1, 1), asked)).isTrue();
        assertThat(DeskSteps.isOpenedBy(new Target.Task(1, 2), asked)).isFalse();
        assertThat(DeskSteps.isOpenedBy(new Target.Task(1, 1), row)).isFalse();
    }
}
