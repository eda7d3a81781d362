package afterorder.order.service;

import afterorder.order.notice.ServiceNotice;
import afterorder.order.row.Progress;
import java.time.Instant;

/** What is owed to both sides when an appointment changes. */
final class Invitations {
    private Invitations() {}

    static Progress owed(Progress progress, Appointment appointment, Instant now) {
        return progress.owing(new ServiceNotice.CustomerInvited(appointment.number(), appointment.sequence()), now)
                .owing(new ServiceNotice.OwnerInvited(appointment.number(), appointment.sequence()), now);
    }
}
