package afterorder.notification;

import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.notice.Notice;
import afterorder.services.Deployed;
import afterorder.services.Faults.Kind;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whichever of its calls goes wrong (SES that throttles for long is one of them), the mail is sent, and once where it can be. */
@ExtendWith(LocalServicesExtension.class)
class FaultsTest {
    private static final Instant NOW = SampleOrder.PLACED;
    private static final Notice MOVED = new Notice.Moved(1, LocalDate.of(2026, 11, 23), LocalDate.of(2026, 12, 15));
    private static final int MOST_MINUTES = 20;

    private final Owing owing;

    FaultsTest(LocalServices services) {
        this.owing = new Owing(services);
    }

    @ParameterizedTest
    @EnumSource
    void sends_the_mail_whichever_call_goes_wrong(Kind kind) {
        List<String> calls = callsOfAnUndisturbedRun();
        for (int call = 1; call <= calls.size(); call++) {
            String fault = "%s at call %d of %s".formatted(kind, call, calls);
            SampleOrder order = owing.owing(MOVED);
            owing.deliverDisturbed(order, kind, call);
            owing.deliver(order);
            for (int minute = 1; minute <= MOST_MINUTES && !owing.owesNothing(order); minute++) {
                owing.looksAtOverdue(Owing.key(order), NOW.plus(Duration.ofMinutes(minute)));
            }
            assertThat(owing.owesNothing(order)).as(fault).isTrue();
            assertThat(owing.purchase(order).progress().due()).as(fault).isEmpty();
            assertThat(owing.mailsToCustomer(order)).as(fault).hasSize(doublesTheMail(kind, call, calls) ? 2 : 1);
        }
    }

    private List<String> callsOfAnUndisturbedRun() {
        Deployed undisturbed = owing.deployed();
        owing.deliver(owing.owing(MOVED), undisturbed);
        return undisturbed.operations();
    }

    /** Only between SES and the record of what SES took; a client that got no answer from SES asks again by itself. */
    private static boolean doublesTheMail(Kind kind, int call, List<String> calls) {
        int mail = calls.indexOf("SendRawEmail") + 1;
        return kind == Kind.ANSWER_LOST ? call == mail : call > mail;
    }
}
