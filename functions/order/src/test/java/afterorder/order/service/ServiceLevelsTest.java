package afterorder.order.service;

import static afterorder.order.service.AnEngagement.CLARA;
import static afterorder.order.service.AnEngagement.TEAM;
import static afterorder.order.service.AnEngagement.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S15")
class ServiceLevelsTest {
    private static final Instant FRIDAY = at("2026-11-27T15:00");

    @Test
    void count_working_time_from_the_commissioning_to_the_first_contact() {
        List<EngagementRow> rows = List.of(
                contacted(FRIDAY, at("2026-11-27T15:30")),
                contacted(FRIDAY, at("2026-11-30T10:00")),
                contacted(FRIDAY, at("2026-11-30T17:00")),
                waiting(at("2026-11-30T16:00")),
                waiting(at("2026-11-30T09:00")));
        assertThat(ServiceLevels.of(TEAM, rows, at("2026-11-30T17:00")))
                .isEqualTo(new ServiceLevels(
                        TEAM.key(), 3, Duration.ofHours(2), Duration.ofMinutes(30 + 60 + 450 - 30), 2, 2));
    }

    @Test
    void leave_out_what_is_not_commissioned_and_what_was_called_off_before_a_contact() {
        AnEngagement uncommissioned = AnEngagement.waiting("uncommissioned", FRIDAY, new HashMap<>());
        AnEngagement calledOff = AnEngagement.commissioned(FRIDAY, new HashMap<>());
        calledOff.givenUp(FRIDAY);
        assertThat(ServiceLevels.of(TEAM, List.of(uncommissioned.row(), calledOff.row()), at("2026-12-04T10:00")))
                .isEqualTo(new ServiceLevels(TEAM.key(), 0, null, null, 0, 0));
    }

    private static EngagementRow waiting(Instant commissionedAt) {
        return AnEngagement.commissioned(commissionedAt, new HashMap<>()).row();
    }

    private static EngagementRow contacted(Instant commissionedAt, Instant at) {
        AnEngagement engagement = AnEngagement.commissioned(commissionedAt, new HashMap<>());
        engagement.contacted(CLARA, at);
        return engagement.row();
    }
}
