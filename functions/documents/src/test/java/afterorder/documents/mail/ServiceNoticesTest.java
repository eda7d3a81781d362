package afterorder.documents.mail;

import static afterorder.documents.SampleOrder.example;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.documents.SampleEngagement;
import afterorder.documents.SampleOrder;
import afterorder.documents.Settings;
import afterorder.documents.calendar.CalendarMessage;
import afterorder.documents.calendar.Reader;
import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.Order;
import afterorder.order.Phrase;
import afterorder.order.notice.Notice;
import afterorder.order.notice.ServiceNotice;
import afterorder.order.notice.ServiceNotice.Awaited;
import afterorder.order.row.WorkedRow;
import afterorder.order.service.Detailing;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.Side;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceNoticesTest {
    private static final String API = "https://orders.reseller.example";
    private static final URI PAGE = URI.create(API + "/e/abc_DEF-123");
    private static final Email TEAM = new Email("consulting@reseller.example");
    private static final Email LEAD = new Email("consulting-lead@reseller.example");
    private static final Email CLARA = new Email("clara.berg@reseller.example");
    private static final Email ERIKA = new Email("erika@muster.example");
    private static final String NEW_YORK = "America/New_York";

    @Test
    @Tag("S14")
    @Tag("S15")
    void gives_the_team_all_that_it_needs_to_contact_the_customer() {
        SampleOrder order =
                example().withServiceContact("Erika Muster").inZone(NEW_YORK).in(Language.EN);
        Mail mail = german(order, new ServiceNotice.EngagementTask(), it -> it.commissioned());
        assertThat(mail.to()).isEqualTo(TEAM);
        assertThat(mail.subject()).isEqualTo("Kunden kontaktieren: Auftrag 7K3M9X2Q4T8WZ – Bestellnummer 4500012345");
        assertThat(mail.text())
                .contains("Bestellnummer des Kunden: 4500012345", "Kunde: Muster GmbH (C-10042)", "Deutschland (DE)")
                .contains("Ansprechpartner: Erika Muster, erika@muster.example, +49 30 1234567", "Sprache: Englisch")
                .contains("Zeitzone: Nordamerikanische Ostküstenzeit (America/New_York)")
                .contains("Beauftragt von: Erika Muster", "Beauftragt am: 23.11.2026", "Beauftragung: The hall")
                .contains("Kontakt bis: 23.11.2026, 13:45 Uhr", PAGE.toString(), "Dokumente")
                .contains("3. Beratung\n   Migration workshop\n   Umfang: 2,5 Tag(e)")
                .doesNotContain("€", "Jira");
    }

    @Test
    @Tag("S14")
    void says_only_what_is_known_of_the_customer() {
        SampleOrder order = example().withOwnNumber(null);
        Mail mail = german(order, new ServiceNotice.EngagementTask(), it -> it.commissioned());
        assertThat(mail.subject()).isEqualTo("Kunden kontaktieren: Auftrag 7K3M9X2Q4T8WZ");
        assertThat(mail.text())
                .contains("Ansprechpartner: Muster GmbH, einkauf@muster.example\n")
                .doesNotContain("Zeitzone", "Bestellnummer");
    }

    @Test
    @Tag("S15")
    void reminds_the_team_and_then_tells_its_lead() {
        Mail reminder = german(example(), new ServiceNotice.ContactReminder(), it -> it.commissioned());
        Mail escalation = german(example(), new ServiceNotice.ContactEscalation(), it -> it.commissioned());
        assertThat(reminder.to()).isEqualTo(TEAM);
        assertThat(escalation.to()).isEqualTo(LEAD);
        for (Mail mail : List.of(reminder, escalation))
            assertThat(mail.text())
                    .contains("Kontakt war fällig: 23.11.2026, 13:45 Uhr", "Team Consulting", PAGE.toString());
    }

    @ParameterizedTest
    @EnumSource
    void says_for_what_an_engagement_waits(Awaited awaited) {
        List<String> texts = Arrays.stream(Language.values())
                .map(language -> mail(
                        example(), language, new ServiceNotice.EngagementIdle(awaited), SampleEngagement::contacted))
                .peek(mail -> assertThat(mail.to()).isEqualTo(TEAM))
                .map(Mail::text)
                .toList();
        assertThat(texts).allSatisfy(text -> assertThat(text).contains("Clara Berg", PAGE.toString()));
        assertThat(texts).doesNotHaveDuplicates();
    }

    @Test
    @Tag("S16")
    void proposes_dates_as_the_customers_clock_shows_them_and_as_ours_does() {
        SampleOrder order = example().withServiceContact("Erika Muster").inZone(NEW_YORK);
        Mail mail = german(order, new ServiceNotice.DatesProposed(1), it -> it.proposed());
        assertThat(mail.to()).isEqualTo(ERIKA);
        assertThat(mail.subject()).isEqualTo("Terminvorschlag – Auftrag 7K3M9X2Q4T8WZ – Ihre Bestellnummer 4500012345");
        assertThat(mail.text())
                .startsWith("Guten Tag Erika Muster,")
                .contains("""
                        Termin 1:
                        Donnerstag, 03.12.2026, 04:00–06:00 Uhr (Nordamerikanische Ostküsten-Normalzeit)
                        Bei uns: Donnerstag, 03.12.2026, 10:00–12:00 Uhr (Mitteleuropäische Normalzeit)
                        The hall is taken
                        https://meet.reseller.example/abc
                        """, "Termin 2:\nFreitag, 04.12.2026, 03:00–05:00 Uhr")
                .contains(PAGE.toString(), "Das Öffnen der Seite ändert nichts", "unser Team Consulting")
                .doesNotContain("Bisheriger Termin");
    }

    @Test
    @Tag("S16")
    void names_the_zone_once_where_both_clocks_show_the_same() {
        for (SampleOrder order : List.of(example(), example().inZone("Europe/Vienna"))) {
            Mail mail = german(order, new ServiceNotice.DatesProposed(1), it -> it.proposed());
            assertThat(mail.text())
                    .startsWith("Guten Tag,")
                    .contains("Termin 1:\nDonnerstag, 03.12.2026, 10:00–12:00 Uhr (Mitteleuropäische Normalzeit)\nThe")
                    .doesNotContain("Bei uns");
        }
    }

    @ParameterizedTest
    @Tag("S16")
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-03-25T10:00|Thursday, 25 March 2027, 05:00–07:00 (Eastern Daylight Time)",
                "2027-03-30T10:00|Tuesday, 30 March 2027, 04:00–06:00 (Eastern Daylight Time)",
                "2027-10-29T10:00|Friday, 29 October 2027, 04:00–06:00 (Eastern Daylight Time)",
                "2027-11-02T10:00|Tuesday, 2 November 2027, 05:00–07:00 (Eastern Daylight Time)"
            })
    void follows_each_sides_clock_changes(String local, String shown) {
        SampleOrder order = example().in(Language.EN).inZone(NEW_YORK);
        Mail mail = german(order, new ServiceNotice.DatesProposed(1), it -> it.proposed(Side.TEAM, it.slot(local)));
        assertThat(mail.text()).contains(shown, "10:00–12:00 (Central European");
    }

    @Test
    @Tag("S16")
    void says_the_other_day_where_a_date_crosses_midnight() {
        Mail mail = german(
                example().in(Language.EN).inZone("Pacific/Auckland"),
                new ServiceNotice.DatesProposed(1),
                it -> it.proposed(Side.TEAM, it.slot("2026-12-03T10:30")));
        assertThat(mail.text())
                .contains(
                        "Thursday, 3 December 2026, 22:30 to Friday, 4 December 2026, 00:30 (New Zealand Daylight Time)")
                .contains("Our time: Thursday, 3 December 2026, 10:30–12:30 (Central European Standard Time)");
    }

    @Test
    @Tag("S16")
    void says_which_appointment_a_proposal_would_move() {
        Mail mail = german(example(), new ServiceNotice.DatesProposed(2), it -> it.proposedAnew());
        assertThat(mail.text())
                .contains(
                        "Termin:\nMontag, 07.12.2026, 14:00–16:00", "Bisheriger Termin:\nDonnerstag, 03.12.2026, 10:00")
                .contains("Er gilt, bis Sie einen neuen annehmen.");
    }

    @Test
    @Tag("S16")
    void reminds_the_customer_of_dates() {
        Mail mail = german(example().in(Language.EN), new ServiceNotice.ProposalReminder(1), it -> it.proposed());
        assertThat(mail.subject()).startsWith("Reminder: proposed dates – order 7K3M9X2Q4T8WZ");
        assertThat(mail.text())
                .contains("Since 23 November 2026", "Date 1:\nThursday, 3 December 2026", PAGE.toString());
    }

    @Test
    @Tag("S16")
    void tells_each_side_how_the_other_answered() {
        SampleOrder order = example().inZone(NEW_YORK);
        Mail declined = german(order, new ServiceNotice.ProposalAnswered(1), it -> it.declined());
        assertThat(declined.to()).isEqualTo(TEAM);
        assertThat(declined.subject()).startsWith("Terminvorschlag abgelehnt: Auftrag");
        assertThat(declined.text()).contains("Grund: The hall is taken");

        Mail countered = german(
                order,
                new ServiceNotice.ProposalAnswered(1),
                it -> it.proposed(Side.CUSTOMER, it.slot("2026-12-03T10:00"), it.slot("2026-12-04T09:00")));
        assertThat(countered.to()).isEqualTo(TEAM);
        assertThat(countered.subject()).startsWith("Terminvorschlag des Kunden: Auftrag");
        assertThat(countered.text())
                .contains("Termin 1:\nDonnerstag, 03.12.2026, 10:00–12:00 Uhr (Mitteleuropäische Normalzeit)\n"
                        + "Beim Kunden: Donnerstag, 03.12.2026, 04:00–06:00 Uhr");

        Mail byTeam = german(order, new ServiceNotice.ProposalDeclined(1), it -> it.declinedByTeam());
        assertThat(byTeam.to()).isEqualTo(new Email("einkauf@muster.example"));
        assertThat(byTeam.text()).contains("Grund: The hall is taken", PAGE.toString(), "03.12.2026");
    }

    @Test
    @Tag("S16")
    void invites_both_sides_by_the_same_message() {
        SampleOrder order =
                example().withServiceContact("Erika Muster").in(Language.EN).inZone(NEW_YORK);
        Mail customer = german(order, new ServiceNotice.CustomerInvited(1, 0), it -> it.agreed());
        Mail owner = german(order, new ServiceNotice.OwnerInvited(1, 0), it -> it.agreed());
        assertThat(customer.to()).isEqualTo(ERIKA);
        assertThat(owner.to()).isEqualTo(CLARA);
        assertThat(customer.text())
                .contains(
                        "Thursday, 3 December 2026, 04:00–06:00",
                        "Nobody reads what your calendar replies",
                        PAGE.toString())
                .contains(
                        "Participants: Clara Berg (clara.berg@reseller.example), Erika Muster (erika@muster.example)");
        assertThat(owner.text()).contains("Was Ihr Kalender darauf antwortet, liest niemand", "Beim Kunden: ");

        assertThat(ics(customer)).isEqualTo(ics(owner));
        Reader read = Reader.of(ics(customer));
        assertThat(read.faults()).isEmpty();
        assertThat(read.method()).isEqualTo("REQUEST");
        assertThat(read.value("UID")).isEqualTo("7K3M9X2Q4T8WZ-service-1-1@afterorder");
        assertThat(read.value("SEQUENCE")).isEqualTo("0");
        assertThat(read.value("SUMMARY")).isEqualTo("Consulting – order 7K3M9X2Q4T8WZ");
        assertThat(read.value("DESCRIPTION")).contains("3. Consulting: Migration workshop", "Nobody reads replies");
        assertThat(read.value("LOCATION")).contains("The hall is taken");
        assertThat(read.value("ORGANIZER")).isEqualTo("mailto:consulting@reseller.example");
        assertThat(new String(ics(customer), StandardCharsets.UTF_8).replace("\r\n ", ""))
                .contains("mailto:clara.berg@reseller.example", "mailto:erika@muster.example");
        assertThat(read.from()).isEqualTo(SampleEngagement.at("2026-12-03T10:00"));
        assertThat(read.to()).isEqualTo(SampleEngagement.at("2026-12-03T12:00"));
    }

    @Test
    @Tag("S16")
    void moves_and_calls_off_under_the_same_uid_with_a_higher_sequence() {
        Mail moved = german(example(), new ServiceNotice.CustomerInvited(1, 1), it -> it.moved());
        assertThat(moved.subject()).startsWith("Termin verschoben – Auftrag");
        Reader second = Reader.of(ics(moved));
        assertThat(second.method()).isEqualTo("REQUEST");
        assertThat(second.value("SEQUENCE")).isEqualTo("1");
        assertThat(second.from()).isEqualTo(SampleEngagement.at("2026-12-07T14:00"));

        Mail calledOff = german(example(), new ServiceNotice.CustomerInvited(1, 2), it -> it.appointmentCalledOff());
        assertThat(calledOff.subject()).startsWith("Termin abgesagt – Auftrag");
        assertThat(calledOff.text()).contains("Grund: The hall is taken", "findet nicht statt", "Die Absage");
        Reader third = Reader.of(ics(calledOff));
        assertThat(third.faults()).isEmpty();
        assertThat(third.method()).isEqualTo("CANCEL");
        assertThat(third.value("SEQUENCE")).isEqualTo("2");
        assertThat(third.value("UID")).isEqualTo("7K3M9X2Q4T8WZ-service-1-1@afterorder");
        assertThat(third.value("STATUS")).isEqualTo("CANCELLED");
        assertThat(third.value("DESCRIPTION")).startsWith("Abgesagt: The hall is taken");
    }

    @Test
    @Tag("S16")
    void gives_one_sequence_the_same_message_whatever_else_changes() {
        SampleOrder order = example();
        SampleOrder changed = example()
                .withOwnNumber("4711")
                .withAddressee()
                .withServiceContact("Somebody else")
                .inZone(NEW_YORK);
        SampleEngagement samples = new SampleEngagement(order);
        var invited = new ServiceNotice.CustomerInvited(1, 0);
        byte[] first = ics(mail(order.order(), Language.DE, invited, samples.agreed()));
        assertThat(ics(mail(order.order(), Language.EN, invited, samples.detailed())))
                .isEqualTo(first);
        assertThat(ics(mail(order.order(), Language.DE, invited, samples.worked())))
                .isEqualTo(first);
        Mail other = mail(changed.order(), Language.DE, invited, samples.agreed());
        assertThat(ics(other)).isEqualTo(first);
        assertThat(other.to()).isEqualTo(new Email("einkauf@muster.example"));
    }

    @Test
    @Tag("S17")
    void mails_the_agreed_details_with_the_appointments_ahead() {
        Detailing.Wish wish = new Detailing.Wish("All spaces moved", "Berlin", "IT, Sales", null, "Bring a badge");
        Mail mail = german(example(), new ServiceNotice.DetailsAgreed(), it -> it.detailed(wish));
        assertThat(mail.text())
                .contains(
                        "Ziel: All spaces moved", "Ort: Berlin", "Teilnehmer: IT, Sales", "Bemerkungen: Bring a badge")
                .contains("Festgehalten von: Clara Berg", "Stand: 23.11.2026, 09:18 Uhr")
                .contains("Termin:\nDonnerstag, 03.12.2026, 10:00–12:00")
                .doesNotContain("Voraussetzungen");
        assertThat(german(example(), new ServiceNotice.DetailsAgreed(), it -> it.detailed(wish))
                        .subject())
                .startsWith("Vereinbarte Einzelheiten – Auftrag 7K3M9X2Q4T8WZ");
    }

    @Test
    @Tag("S26")
    void follows_a_record_until_it_is_signed_off_or_objected_to() {
        Mail reminder = german(example(), new ServiceNotice.SignOffReminder(), it -> it.recorded());
        assertThat(reminder.text())
                .contains("Leistungsnachweis LN-2026-00017 vom 08.12.2026", "Gesamt: 2:05 Stunden", PAGE.toString());
        Mail signedOff = german(example(), new ServiceNotice.SignedOff(), it -> it.signedOff());
        assertThat(signedOff.to()).isEqualTo(TEAM);
        assertThat(signedOff.text()).contains("Freigegeben von: The hall is taken", "08.12.2026, 09:00 Uhr");
        Mail objected =
                german(example(), new ServiceNotice.Objected("LN-2026-00017", "Only an hour"), it -> it.objected());
        assertThat(objected.to()).isEqualTo(TEAM);
        assertThat(objected.text())
                .contains("Grund: Only an hour", "LN-2026-00017", "schließen Sie die Arbeit erneut ab");
    }

    @Test
    @Tag("S12")
    void says_that_services_are_called_off_and_of_their_bill_only_while_nothing_was_done() {
        assertThat(german(example(), new ServiceNotice.ServicesCalledOff(), it -> it.calledOff())
                        .text())
                .contains("nicht erbracht und nicht berechnet", "3. Beratung")
                .doesNotContain("/e/");
        assertThat(german(example(), new ServiceNotice.ServicesCalledOff(), it -> it.calledOffLate())
                        .text())
                .contains("nicht weiter daran")
                .doesNotContain("nicht berechnet");
    }

    @Test
    void tells_the_desk_what_it_can_do_about_a_record_that_cannot_be_mailed() {
        SampleOrder order = example().withServiceContact("Erika Muster");
        EngagementRow parked = new SampleEngagement(order).parked();
        Notice notice = new Notice.Parked(parked.progress().parked().reason());
        assertThat(mail(order.order(), Language.DE, notice, parked).text())
                .contains("der Leistungsnachweis zu diesen Dienstleistungen", "Dienstleistung Nr.: 1")
                .contains("POST " + API + "/desk/engagements/7K3M9X2Q4T8WZ/1/retry")
                .contains("PUT " + API + "/desk/orders/7K3M9X2Q4T8WZ/mail-address");
    }

    @Test
    void names_who_missed_a_mail_about_services() {
        SampleOrder order = example().withServiceContact("Erika Muster");
        SampleEngagement samples = new SampleEngagement(order);
        samples.everyNotice().stream()
                .filter(owed -> !owed.notice().reader().isStaff())
                .forEach(owed -> {
                    Notice undelivered =
                            new Notice.Undelivered(owed.notice().kind(), Phrase.MAIL_REFUSED.with("suppressed"));
                    assertThat(mail(order.order(), Language.DE, undelivered, owed.row())
                                    .text())
                            .contains("Empfänger: erika@muster.example", "abgelehnt: suppressed");
                });
    }

    @Test
    void says_the_same_to_teams_of_each_language() {
        List<String> subjects = Arrays.stream(Language.values())
                .map(language ->
                        mail(example(), language, new ServiceNotice.EngagementTask(), SampleEngagement::commissioned))
                .map(Mail::subject)
                .toList();
        assertThat(subjects)
                .containsExactly(
                        "Kunden kontaktieren: Auftrag 7K3M9X2Q4T8WZ – Bestellnummer 4500012345",
                        "Contact the customer: order 7K3M9X2Q4T8WZ – the customer's number 4500012345");
    }

    private static byte[] ics(Mail mail) {
        return mail.calendar().map(CalendarMessage::bytes).orElseThrow();
    }

    /** In German for the team, and in the order's language for the customer. */
    private static Mail german(SampleOrder order, ServiceNotice notice, Function<SampleEngagement, EngagementRow> row) {
        return mail(order, Language.DE, notice, row);
    }

    private static Mail mail(
            SampleOrder order, Language staff, Notice notice, Function<SampleEngagement, EngagementRow> row) {
        return mail(order.order(), staff, notice, row.apply(new SampleEngagement(order)));
    }

    private static Mail mail(Order order, Language staff, Notice notice, WorkedRow row) {
        NoticeMails mails = new NoticeMails(Settings.readIn(staff));
        return mails.of(notice, row, order, new NoticeMails.Links(URI.create(API), PAGE));
    }
}
