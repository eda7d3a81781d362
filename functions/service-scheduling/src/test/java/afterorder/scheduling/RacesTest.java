package afterorder.scheduling;

import static afterorder.scheduling.TeamOffice.NOW;
import static afterorder.scheduling.TeamOffice.form;
import static org.assertj.core.api.Assertions.assertThat;

import afterorder.order.service.Side;
import afterorder.services.LocalServices;
import afterorder.services.LocalServicesExtension;
import afterorder.services.SampleOrder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two customers at once. */
@ExtendWith(LocalServicesExtension.class)
@Tag("S16")
class RacesTest {
    private final TeamOffice office;

    RacesTest(LocalServices services) {
        office = new TeamOffice(services);
    }

    @RepeatedTest(5)
    void give_overlapping_slots_of_one_owner_to_one_of_two_customers_and_tell_the_other() throws Exception {
        List<SampleOrder> orders = List.of(office.proposed("07T09:00/10:30"), office.proposed("07T10:00/11:00"));
        List<APIGatewayV2HTTPResponse> answers = bothAccept(orders);
        assertThat(answers).extracting(APIGatewayV2HTTPResponse::getStatusCode).containsExactlyInAnyOrder(200, 409);
        int loser = answers.get(0).getStatusCode() == 409 ? 0 : 1;
        assertThat(answers.get(loser).getBody())
                .contains("that time has just been taken by another appointment")
                .contains("name=\"slot\"");
        assertThat(office.row(orders.get(loser)).dates().appointments()).isEmpty();
        assertThat(office.row(orders.get(1 - loser)).dates().appointments()).hasSize(1);
    }

    @RepeatedTest(3)
    void give_slots_that_follow_each_other_to_both() throws Exception {
        List<SampleOrder> orders = List.of(office.proposed("07T09:00/10:30"), office.proposed("07T10:30/11:00"));
        assertThat(bothAccept(orders))
                .extracting(APIGatewayV2HTTPResponse::getStatusCode)
                .containsOnly(200);
    }

    private List<APIGatewayV2HTTPResponse> bothAccept(List<SampleOrder> orders) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<APIGatewayV2HTTPResponse>> answers = orders.stream()
                    .map(order -> office.link(order, Side.CUSTOMER))
                    .map(token -> threads.submit(() -> {
                        start.await();
                        return office.opens(token, "POST", form("action", "accept", "target", "1", "slot", "1"), NOW);
                    }))
                    .toList();
            return List.of(answers.get(0).get(), answers.get(1).get());
        }
    }
}
