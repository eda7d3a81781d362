package afterorder.notification;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.localcloud.mail.Mail;
import afterorder.order.row.RowKey;
import afterorder.order.settings.Settings;
import afterorder.order.settings.Team;
import afterorder.services.Faults.Kind;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whichever call goes wrong: both sides are invited, and whoever is invited twice reads the same in both invitations. */
@ExtendWith(LocalServicesExtension.class)
class InvitationFaultsTest {
    private static final int MOST_MINUTES = 30;

    /** What follows from the appointment, in the attached file: base64, which is the same for the same bytes. */
    private static final Pattern INVITATION =
            Pattern.compile("name=\"?invite\\.ics\"?.*?\\r?\\n\\r?\\n(.*?)--", Pattern.DOTALL);

    private final Owing owing;
    private final Team team = Settings.bundled().teams().team("consulting");

    InvitationFaultsTest(LocalServices services) {
        this.owing = new Owing(services);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("S16")
    void invites_both_sides_alike_whichever_call_goes_wrong(Kind kind) {
        List<String> calls = owing.operationsOf(owing.invited(SampleOrder.of("mixed"), team));
        assertThat(calls).filteredOn("SendRawEmail"::equals).hasSize(2);
        for (int call = 1; call <= calls.size(); call++) {
            String fault = "%s at call %d of %s".formatted(kind, call, calls);
            SampleOrder order = SampleOrder.of("mixed");
            RowKey key = owing.invited(order, team);
            owing.deliverDisturbed(key, kind, call);
            for (int minute = 1; minute <= MOST_MINUTES && !owesNothing(key); minute++) {
                owing.looksAtOverdue(key, SampleOrder.PLACED.plus(Duration.ofMinutes(minute)));
            }
            assertThat(owesNothing(key)).as(fault).isTrue();
            assertThat(owing.row(key).progress().due()).as(fault).isPresent();
            List<String> customers = invitations(owing.mailsToCustomer(order));
            List<String> owners =
                    invitations(owing.mailsTo(team.members().getFirst().email().address(), order));
            assertThat(customers).as(fault).hasSizeBetween(1, 2);
            assertThat(owners).as(fault).hasSizeBetween(1, 2);
            assertThat(customers).as(fault).containsOnly(customers.getFirst());
            assertThat(owners).as(fault).containsOnly(customers.getFirst());
        }
    }

    private boolean owesNothing(RowKey key) {
        return owing.row(key).progress().outbox().isEmpty();
    }

    private static List<String> invitations(List<Mail> mails) {
        return mails.stream()
                .flatMap(mail -> INVITATION.matcher(mail.raw()).results())
                .map(match -> match.group(1).strip())
                .toList();
    }
}
