package afterorder.scheduling;

import afterorder.aws.Problem;
import afterorder.aws.RefusedCall;
import afterorder.order.Language;
import afterorder.order.intake.Violation;
import afterorder.order.service.Change;
import afterorder.order.service.EngagementView;
import afterorder.order.service.Obstacle;
import java.util.List;
import java.util.stream.Collectors;

/** What calls about engagements are refused for, as HTTP answers it. */
final class Refused {
    private Refused() {}

    static RefusedCall noOrder(String id) {
        return new RefusedCall(Problem.of(404, "Not found", "there is no order " + id));
    }

    static RefusedCall noEngagement(String number) {
        return new RefusedCall(Problem.of(404, "Not found", "the order has no engagement " + number + " yet"));
    }

    static RefusedCall noNumber(String text) {
        return new RefusedCall(Problem.of(404, "Not found", "there is nothing with the number " + text));
    }

    static RefusedCall notParked(EngagementView view) {
        return conflict(view, "only what is parked can be retried");
    }

    /** 422 when something that was sent is wrong; otherwise 409 with how the engagement stands. */
    static RefusedCall because(List<Change.Reason> reasons, EngagementView view) {
        boolean isWrongInput =
                reasons.stream().anyMatch(reason -> reason.obstacle().isWrongInput());
        if (isWrongInput) {
            return RefusedCall.violations(
                    reasons.stream().map(Refused::violation).toList());
        }
        String why = reasons.stream()
                .map(reason -> reason.obstacle().in(Language.EN))
                .distinct()
                .collect(Collectors.joining("; "));
        return conflict(view, why);
    }

    /** How the engagement stands is a member of the problem, since {@code status} is that of HTTP there (RFC 9457). */
    private static RefusedCall conflict(EngagementView view, String why) {
        String detail = view.part() + " is " + view.status().code() + ": " + why;
        return new RefusedCall(Problem.of(409, "Not possible now", detail).with("engagement", view));
    }

    private static Violation violation(Change.Reason reason) {
        return new Violation(pointer(reason), reason.obstacle().in(Language.EN));
    }

    /** The place in what was sent, as a JSON pointer. */
    static String pointer(Change.Reason reason) {
        if (reason.slot().isPresent()) return "/slots/" + reason.slot().getAsInt();
        return switch (reason.obstacle()) {
            case Obstacle.NOT_A_MEMBER -> "/member";
            case Obstacle.CONTACT_TIME -> "/at";
            case Obstacle.UNKNOWN_SLOT, Obstacle.SLOT_PAST -> "/slot";
            case Obstacle.WORK_TIME, Obstacle.WORK_OVERLAPS -> "/from";
            default -> "";
        };
    }
}
