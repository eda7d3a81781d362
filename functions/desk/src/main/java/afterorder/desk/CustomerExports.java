package afterorder.desk;

import afterorder.aws.Answers;
import afterorder.aws.CustomerRows;
import afterorder.aws.Messages;
import afterorder.aws.Rows;
import afterorder.order.export.ExportRow;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** {@code POST /desk/customers/{number}/export}: has a customer's data exported; the desk is mailed a link to it. */
final class CustomerExports {
    private final Rows rows;
    private final CustomerRows customers;

    CustomerExports(Rows rows, CustomerRows customers) {
        this.rows = rows;
        this.customers = customers;
    }

    private record Accepted(String customer, int export, String status) {}

    /** Said again while the export is under way, it changes nothing. */
    APIGatewayV2HTTPResponse want(APIGatewayV2HTTPEvent request, Instant now) {
        String customer = request.getPathParameters().get("number");
        if (customers.ordersOf(customer).findFirst().isEmpty()) throw Refused.noCustomer(customer);
        ExportRow row = Messages.undisturbed(() -> wanted(customer, now));
        return Answers.json(202, new Accepted(customer, row.number(), "wanted"), Map.of());
    }

    private ExportRow wanted(String customer, Instant now) {
        Optional<ExportRow> known = rows.export(customer);
        if (known.isEmpty()) return rows.save(ExportRow.first(customer, now));
        return known.get().next(now).map(rows::save).orElse(known.get());
    }
}
