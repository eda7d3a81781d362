package afterorder.scheduling;

import static afterorder.scheduling.TeamOffice.CLARA;
import static afterorder.scheduling.TeamOffice.NOW;
import static afterorder.scheduling.TeamOffice.form;
import static afterorder.scheduling.TeamOffice.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.order.DocumentKind;
import afterorder.order.row.Deadline;
import afterorder.order.row.Overdue;
import afterorder.order.service.EngagementRow;
import afterorder.order.service.EngagementRow.Status;
import afterorder.order.settings.Settings;
import afterorder.services.Deployed;
import afterorder.services.Faults.Kind;
import afterorder.services.InvocationContext;
import afterorder.services.LambdaEvent;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The record of work that is closed: issued, mailed, and signed off. */
@ExtendWith(LocalServicesExtension.class)
@Tag("S26")
class PerformanceRecordTest {
    private static final Instant EVENING = NOW.plus(Duration.ofHours(9));
    private static final Pattern PAGE = Pattern.compile("https://orders\\.reseller\\.example/e/([\\w-]{43})");

    /** Until a silent environment is found dead. */
    private static final int MOST_MINUTES = 60;

    private final LocalServices services;
    private final TeamOffice office;
    private final S3Client s3;

    /** Of the latest order's work: all are of one person, who does one thing at a time. */
    private LocalDate day = LocalDate.of(2026, 11, 21);

    PerformanceRecordTest(LocalServices services) {
        this.services = services;
        this.office = new TeamOffice(services);
        this.s3 = new Clients(services.endpoint(), services.region(), services.credentials()).s3();
    }

    @Test
    void is_mailed_to_whom_the_team_deals_with_and_signed_off_on_the_page_of_its_link() throws IOException {
        SampleOrder order = closed();
        deliver(deployed(), office.row(order));
        EngagementRow sent = office.row(order);
        String number = sent.performance().issue().number();
        assertThat(number).startsWith("LN-2026-");
        assertThat(sent.progress().deadlines()).containsOnlyKeys(Deadline.FOLLOW_UP);
        assertThat(documents(order)).containsExactly(DocumentKind.PERFORMANCE_RECORD.objectKey(order.id(), number));
        assertThat(mails(order)).hasSize(1);
        assertThat(mails(order).getFirst()).contains("Reply-To: consulting@reseller.example");
        String page = token(mails(order).getFirst());
        Files.writeString(
                Path.of("target/customer-record.html"),
                office.opens(page, "GET", "", EVENING).getBody());
        assertThat(office.opens(page, "GET", "", EVENING).getBody())
                .contains(number)
                .contains("1:30");
        String signing = form("action", "sign-off", "target", number, "name", "Petra Project");
        assertThat(office.opens(page, "POST", signing, EVENING).getStatusCode()).isEqualTo(200);
        assertThat(office.opens(page, "POST", signing, EVENING).getStatusCode()).isEqualTo(200);
        assertThat(office.row(order).status()).isEqualTo(Status.DONE);
        assertThat(office.row(order).performance().signOff().by()).isEqualTo("Petra Project");
        assertThat(office.opens(page, "GET", "", EVENING.plus(Duration.ofDays(30)))
                        .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void is_issued_anew_when_the_customer_objects_and_an_old_page_signs_nothing_newer() {
        SampleOrder order = closed();
        deliver(deployed(), office.row(order));
        String first = office.row(order).performance().issue().number();
        String page = token(mails(order).getFirst());
        String objection = form("action", "object", "target", first, "reason", "half an hour too much");
        assertThat(office.opens(page, "POST", objection, EVENING).getStatusCode())
                .isEqualTo(200);
        assertThat(office.row(order).status()).isEqualTo(Status.CONTACTED);
        ok(office.calls("DELETE /performance/1", order, "", EVENING));
        ok(office.calls("POST /performance", order, work("11:00"), EVENING));
        ok(office.calls("POST /closing", order, "", EVENING));
        deliver(deployed(), begun(order, EVENING));
        assertThat(office.row(order).performance().issue().number()).isNotEqualTo(first);
        String signing = form("action", "sign-off", "target", first, "name", "Petra Project");
        assertThat(office.opens(page, "POST", signing, EVENING).getStatusCode()).isEqualTo(409);
        assertThat(office.row(order).status()).isEqualTo(Status.CLOSED);
        assertThat(documents(order)).hasSize(2);
    }

    @Test
    void is_parked_when_its_mail_is_refused_and_goes_on_under_its_number() {
        SampleOrder order = closed();
        int mailing = callsOfAnUndisturbedRun().indexOf("SendRawEmail") + 1;
        deliver(deployed().rejectedMail(mailing), office.row(order));
        EngagementRow parked = office.row(order);
        assertThat(parked.progress().isParked()).isTrue();
        String number = parked.performance().issue().number();
        ok(office.calls("POST /retry", order, "", EVENING));
        deliver(deployed(), begun(order, EVENING));
        assertThat(office.row(order).isRecordSent()).isTrue();
        assertThat(office.row(order).progress().isParked()).isFalse();
        assertThat(office.row(order).performance().issue().number()).isEqualTo(number);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFUSED") // which ends the handler as death does
    void is_issued_once_whichever_call_goes_wrong(Kind kind) {
        List<String> calls = callsOfAnUndisturbedRun();
        List<String> numbers = new ArrayList<>();
        for (int call = 1; call <= calls.size(); call++) {
            String fault = "%s at call %d of %s".formatted(kind, call, calls);
            SampleOrder order = closed();
            EngagementRow row = office.row(order);
            Deployed troubled = deployed().disturbed(kind, call);
            catchThrowable(() -> deliver(troubled, row));
            deliver(deployed(), row); // as SQS delivers again
            for (int minute = 1; minute <= MOST_MINUTES && !office.row(order).isRecordSent(); minute++) {
                looksAtOverdue(order, EVENING.plus(Duration.ofMinutes(minute)));
            }
            assertThat(office.row(order).isRecordSent()).as(fault).isTrue();
            assertThat(documents(order)).as(fault).hasSize(1);
            boolean mayBeDoubled = call > calls.indexOf("SendRawEmail");
            assertThat(mails(order)).as(fault).hasSizeBetween(1, mayBeDoubled ? 2 : 1);
            numbers.add(office.row(order).performance().issue().number());
        }
        assertThat(numbers).doesNotHaveDuplicates().isSorted();
        assertThat(numbers.getLast()).isEqualTo("LN-2026-%05d".formatted(calls.size() + 1));
    }

    private List<String> callsOfAnUndisturbedRun() {
        SampleOrder order = closed();
        Deployed undisturbed = deployed();
        deliver(undisturbed, office.row(order));
        return undisturbed.operations();
    }

    /** With an hour and a half of work; due-work has begun the record. */
    private SampleOrder closed() {
        SampleOrder order = office.contacted();
        day = day.minusDays(1);
        ok(office.calls("POST /performance", order, work("11:30"), EVENING));
        ok(office.calls("POST /closing", order, "", EVENING));
        begun(order, EVENING);
        return order;
    }

    private String work(String to) {
        return "{\"member\":\"%s\",\"from\":\"%sT10:00:00+01:00\",\"to\":\"%sT%s:00+01:00\",\"what\":\"workshop\"}"
                .formatted(CLARA, day, day, to);
    }

    private EngagementRow begun(SampleOrder order, Instant now) {
        EngagementRow row = office.row(order);
        while (!row.progress().outbox().isEmpty())
            row = row.withProgress(row.progress().notified());
        return office.rows.save(((Overdue.Begin<EngagementRow>) row.overdue(now)).row());
    }

    private void looksAtOverdue(SampleOrder order, Instant now) {
        switch (office.row(order).overdue(now)) {
            case Overdue.Watch<EngagementRow>(EngagementRow later) -> office.rows.save(later);
            case Overdue.Begin<EngagementRow>(EngagementRow next) -> deliver(deployed(), office.rows.save(next));
            default -> {}
        }
    }

    private List<String> documents(SampleOrder order) {
        return s3
                .listObjectsV2(list -> list.bucket(deployed().variable("DOCUMENTS_BUCKET"))
                        .prefix(DocumentKind.PERFORMANCE_RECORD.folder(order.id())))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    /** As they were sent, in full. */
    private List<String> mails(SampleOrder order) {
        return services.mailsTo(order.order().contactForServices().email().address()).stream()
                .map(mail -> mail.raw())
                .filter(raw -> raw.contains(order.id().value()))
                .toList();
    }

    private static String token(String mail) {
        Matcher matcher = PAGE.matcher(mail.replace("=\r\n", "").replace("=\n", ""));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private Deployed deployed() {
        return services.function("ServiceSchedulingFunction").on(office.deployed.variable("TABLE"));
    }

    private static void deliver(Deployed to, EngagementRow row) {
        String body = "{\"orderId\":\"%s\",\"part\":\"%s\",\"attempt\":%d}"
                .formatted(row.orderId(), row.key().part(), row.progress().attempt());
        SQSEvent event = LambdaEvent.of("service-scheduling")
                .with("/Records/0/body", body)
                .with("/Records/0/attributes/SentTimestamp", Long.toString(EVENING.toEpochMilli()))
                .as(SQSEvent.class);
        ServiceScheduling function = new ServiceScheduling(
                new Environment(to.variables()),
                new Clients(to.endpoint(), to.region(), to.credentials()),
                Settings.bundled());
        function.handleRequest(event, new InvocationContext());
    }
}
