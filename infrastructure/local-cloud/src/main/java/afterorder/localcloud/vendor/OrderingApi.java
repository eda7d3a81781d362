package afterorder.localcloud.vendor;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The ordering interface of {@code infrastructure/vendor/marketplace.openapi.yaml}, below {@code /api}. */
final class OrderingApi {

    private final Guard guard;
    private final Instructions instructions;
    private final Ordering ordering;
    private final OrderBook book;
    private final Contacts contacts;

    OrderingApi(Guard guard, Instructions instructions, Ordering ordering, OrderBook book, Contacts contacts) {
        this.guard = guard;
        this.instructions = instructions;
        this.ordering = ordering;
        this.book = book;
        this.contacts = contacts;
    }

    Answer answer(Call call) throws IOException, InterruptedException {
        Optional<Answer> refusal = guard.refusal(call);
        if (refusal.isPresent()) return refusal.get();
        int segments = call.path().size();
        if (!call.segment(1).equals("orders") || segments < 3 || segments > 4) return Answer.error(404, "not-found");
        String reference = call.segment(2);
        return switch (call.method() + " " + call.segment(3)) {
            case "PUT " -> place(reference, call);
            case "GET " -> read(reference, entry -> Told.order(entry, 200));
            case "GET entitlements" -> {
                Optional<String> after = call.query("after");
                yield read(reference, entry -> Told.entitlements(entry, after));
            }
            case "GET technical-contact" -> read(reference, entry -> Told.ifSold(entry, this::contactNow));
            default -> Answer.error(404, "not-found");
        };
    }

    private Answer read(String reference, Function<OrderBook.Entry, Answer> answer) throws InterruptedException {
        Optional<Answer> struck = instructions.strike(Instructions.Kind.READ);
        if (struck.isPresent()) return struck.get();
        return book.find(reference).map(answer).orElseGet(() -> Answer.error(404, "not-found"));
    }

    private Answer contactNow(Outcome.PlacedOrder order) {
        Outcome.Contact contact = order.technicalContact();
        return new Answer.Json(200, new Outcome.Contact(contact.email(), contacts.accountSince(contact)));
    }

    private Answer place(String reference, Call call) throws IOException, InterruptedException {
        byte[] bytes = call.bytes();
        if (!reference.matches("[A-Za-z0-9_-]{1,80}")) {
            return invalid(new OrderReader.Violation("", "a reference has 1 to 80 letters, digits, - or _"));
        }
        if (bytes.length > Call.LONGEST_BODY) return Answer.error(413, "too-large");
        OrderReader reader = new OrderReader();
        Order order = reader.read(Call.json(bytes));
        return reader.violations().isEmpty()
                ? ordering.place(reference, order)
                : invalid(reader.violations().toArray(OrderReader.Violation[]::new));
    }

    private static Answer invalid(OrderReader.Violation... violations) {
        return new Answer.Json(400, Map.of("error", "invalid", "violations", violations));
    }
}
