package afterorder.desk;

import static afterorder.desk.DeskOffice.NOW;
import static afterorder.desk.DeskOffice.json;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.Amendments;
import afterorder.order.Commissioning;
import afterorder.order.ConfirmationWishes;
import afterorder.order.DocumentKind;
import afterorder.order.Email;
import afterorder.order.Money;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.confirmation.WishesChange;
import afterorder.order.link.Target;
import afterorder.order.notice.Notice;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.Billing;
import afterorder.order.purchase.BillingSteps;
import afterorder.order.purchase.Buying;
import afterorder.order.purchase.Comparison;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.VendorOrder.ReadBack;
import afterorder.order.service.CalendarDay;
import afterorder.order.service.Change;
import afterorder.order.service.Contact;
import afterorder.order.service.Contacting;
import afterorder.order.service.EngagementPlan;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.Performing;
import afterorder.order.service.RecordIssue;
import afterorder.order.service.Recording;
import afterorder.order.settings.Settings;
import afterorder.order.settings.Team;
import afterorder.order.tax.Tax;
import afterorder.order.tax.Tax.Category;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LocalServicesExtension.class)
class LinkDecisionsTest {
    private static final Tax TAX = new Tax(Category.STANDARD, BigDecimal.valueOf(19));
    private static final String REVOKE = "POST /desk/orders/{id}/links/revocation";
    private static final String MAIL = "POST /desk/orders/{id}/links";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final DeskOffice office;

    LinkDecisionsTest(LocalServices services) {
        office = new DeskOffice(services);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB-2026-00017", "R-2026-00017", "L-2026-00017"})
    void voids_the_links_to_a_document_that_were_mailed_until_now(String document) {
        SampleOrder order = invoiced();
        APIGatewayV2HTTPResponse answer = revoke(order, document);
        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(json(answer).at("/document").asText()).isEqualTo(document);
        assertThat(json(answer).at("/revokedAt").asText()).isEqualTo(NOW.toString());
        OrderRow row = row(order);
        assertThat(row.hasRevoked(document, NOW)).isTrue();
        assertThat(row.hasRevoked(document, NOW.plusMillis(1))).isFalse();
        assertThat(row.revocations()).hasSize(1);
        assertThat(office.deployed.operations()).doesNotContain("Scan");
    }

    @Test
    void writes_nothing_when_it_is_repeated() {
        SampleOrder order = invoiced();
        revoke(order, "R-2026-00017");
        OrderRow row = row(order);
        assertThat(revoke(order, "R-2026-00017").getStatusCode()).isEqualTo(200);
        assertThat(row(order)).isEqualTo(row);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"document\": \"R-2026-00018\", \"reason\": \"x\"} | 422 | /document",
                "{\"document\": \"R-2026-00017\"} | 422 | /reason",
                "{\"reason\": \"x\"} | 422 | /document",
                "not JSON | 400 | ''"
            })
    void refuses_what_is_no_document_of_the_order(String body, int status, String pointer) {
        SampleOrder order = invoiced();
        APIGatewayV2HTTPResponse answer = office.calls(REVOKE, order, body);
        assertThat(answer.getStatusCode()).isEqualTo(status);
        assertThat(json(answer).at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(row(order).revocations()).isEmpty();
    }

    @Test
    void knows_no_document_that_was_not_mailed_yet() {
        SampleOrder order = office.order();
        assertThat(revoke(order, "AB-2026-00017").getStatusCode()).isEqualTo(422);
        assertThat(revoke(SampleOrder.of("kinds"), "AB-2026-00017").getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void knows_each_confirmation_that_was_mailed_however_often_it_was_corrected() {
        SampleOrder order = invoiced();
        for (String number : List.of("AB-2026-00018", "AB-2026-00019")) corrected(order, number);
        for (String number : List.of("AB-2026-00017", "AB-2026-00018", "AB-2026-00019")) {
            assertThat(revoke(order, number).getStatusCode()).as(number).isEqualTo(200);
        }
    }

    @Test
    void owes_a_new_link_to_whom_the_document_is_addressed_once() {
        SampleOrder order = invoiced();
        String body = "{\"document\": \"R-2026-00017\"}";
        assertThat(office.calls(MAIL, order, body).getStatusCode()).isEqualTo(202);
        APIGatewayV2HTTPResponse again = office.calls(MAIL, order, body, NOW.plusSeconds(1));
        assertThat(again.getStatusCode()).isEqualTo(202);
        Email reader = order.order().recipient(DocumentKind.INVOICE).email();
        assertThat(json(again).at("/to").asText()).isEqualTo(reader.address());
        Target.Document invoice = new Target.Document(
                DocumentKind.INVOICE.objectKey(order.id(), "R-2026-00017"),
                reader,
                order.order().language(DocumentKind.INVOICE));
        assertThat(row(order).progress().outbox().notices()).containsExactly(new Notice.NewLink(invoice, NOW));
        assertThat(office.told()).doesNotContain("/d/");
    }

    @Test
    void owes_an_authority_new_links_to_both_forms_of_its_invoice() {
        SampleOrder order = invoiced("authority");
        String body = "{\"document\": \"R-2026-00017\"}";
        assertThat(office.calls(MAIL, order, body).getStatusCode()).isEqualTo(202);
        assertThat(office.calls(MAIL, order, body).getStatusCode()).isEqualTo(202);
        assertThat(row(order).progress().outbox().notices())
                .extracting(owed -> ((Notice.NewLink) owed).document().fileName())
                .containsExactly("R-2026-00017.pdf", "R-2026-00017.xml");
    }

    @Test
    void owes_a_new_link_to_a_performance_record_to_whom_the_team_talks_to() {
        SampleOrder order = invoiced("mixed");
        office.rows.save(recorded(order));
        assertThat(office.calls(MAIL, order, "{\"document\": \"LN-2026-00017\"}")
                        .getStatusCode())
                .isEqualTo(202);
        Target.Document record = new Target.Document(
                DocumentKind.PERFORMANCE_RECORD.objectKey(order.id(), "LN-2026-00017"),
                order.order().contactForServices().email(),
                order.order().language(DocumentKind.PERFORMANCE_RECORD));
        assertThat(row(order).progress().outbox().notices()).containsExactly(new Notice.NewLink(record, NOW));
        assertThat(revoke(order, "LN-2026-00017").getStatusCode()).isEqualTo(200);
    }

    /** An engagement whose performance record was mailed. */
    private EngagementRow recorded(SampleOrder order) {
        Team team = Settings.bundled().teams().team("consulting");
        Email member = team.members().getFirst().email();
        EngagementPlan plan = order.row().engagements().getFirst();
        Commissioning commissioning = new Commissioning("Erika Muster", TODAY, null, NOW);
        EngagementRow row = EngagementRow.planned(order.id(), plan, Optional.of(commissioning), team, NOW);
        row = changed(Contacting.contacted(row, team, member, NOW, Contact.Channel.PHONE, null, NOW));
        row = changed(Performing.entered(
                row, team, member, NOW.minusSeconds(3_600), NOW, "Workshop", CalendarDay::free, NOW));
        row = changed(Recording.closed(row, NOW));
        RecordIssue issue = new RecordIssue("LN-2026-00017", TODAY, Amendments.NONE, null, null);
        return Recording.sent(Recording.mailing(Recording.numbered(row, issue, NOW), NOW), List.of(), NOW);
    }

    private static EngagementRow changed(Change change) {
        return ((Change.Changed) change).row();
    }

    private APIGatewayV2HTTPResponse revoke(SampleOrder order, String document) {
        return office.calls(REVOKE, order, "{\"document\": \"%s\", \"reason\": \"leaked\"}".formatted(document));
    }

    /** A confirmation of that number was sent in place of the one before. */
    private void corrected(SampleOrder order, String number) {
        ConfirmationWishes wishes =
                new ConfirmationWishes("for " + number, null, null, null, Set.of(DocumentKind.CONFIRMATION));
        var outcome = WishesChange.corrected(row(order), order.order(), wishes, "by phone", NOW);
        OrderRow wanted = ((WishesChange.Outcome.Changed) outcome).order();
        office.rows.save(wanted.sending(number, TODAY, NOW).sent(number + "@eu-central-1.amazonses.com", NOW));
    }

    private OrderRow row(SampleOrder order) {
        return office.rows.order(order.id()).orElseThrow();
    }

    private SampleOrder invoiced() {
        return invoiced("kinds");
    }

    private SampleOrder invoiced(String name) {
        SampleOrder order = office.order(name);
        OrderRow sent = row(order)
                .sending("AB-2026-00017", TODAY, NOW)
                .sent("first@eu-central-1.amazonses.com", NOW.minusSeconds(60));
        office.rows.save(sent);
        PurchaseRow read =
                Buying.read(office.asking(order), new ReadBack(Account.EXISTING, List.of("1.json"), null), NOW);
        PurchaseRow purchased = Buying.completed(read, new Comparison(List.of(), read.lines()), NOW);
        Money total = Money.zero(Currency.getInstance("EUR"));
        Billing billing = new Billing("R-2026-00017", "L-2026-00017", TODAY, total, TAX, Amendments.NONE, 1, null);
        office.rows.save(BillingSteps.invoiced(BillingSteps.numbered(purchased, billing, NOW), NOW));
        return order;
    }
}
