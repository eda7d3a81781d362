package afterorder.run;

import java.nio.file.Path;
import java.util.Optional;

/** Where to look, and how to post the next order. */
record Signpost(String address, String awsEndpoint, Optional<Path> order) {
    private static final Path EXAMPLE = Path.of("events/orders/licenses.json");

    @Override
    public String toString() {
        return """
               API %s/orders   pages %s/_local/   mailbox %s/_local/mailbox   AWS endpoint %s
               next order: curl -s %s/orders -H "Authorization: Bearer $(curl -s '%s/_local/token?scope=orders.write')" \
               -H "Idempotency-Key: $(date +%%s%%N)" -H 'Content-Type: application/json' -d @%s""".formatted(address, address, address, awsEndpoint, address, address, order.orElse(EXAMPLE));
    }
}
