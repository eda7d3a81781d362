package afterorder.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** How an order is getting on, by what {@code GET /orders/{id}} shows. */
public record OrderState(JsonNode order) {

    String id() {
        return order.get("id").textValue();
    }

    public boolean isParked() {
        return is("parked");
    }

    /** Whether only a date, a specialist team or a person moves it on. */
    boolean isAtRest() {
        return isParked() || isDone() || is("cancelled") || waits();
    }

    public boolean isDone() {
        return is("done");
    }

    private boolean is(String status) {
        return order.get("status").textValue().equals(status);
    }

    private boolean waits() {
        return order.at("/confirmation/status").textValue().equals("sent")
                && StreamSupport.stream(order.get("purchases").spliterator(), false)
                        .allMatch(OrderState::waitsOrEnded);
    }

    private String awaited() {
        boolean hasDates = StreamSupport.stream(order.get("purchases").spliterator(), false)
                .anyMatch(purchase -> purchase.has("beginsAt"));
        boolean hasTeams = StreamSupport.stream(order.get("services").spliterator(), false)
                .map(services -> services.get("status").textValue())
                .anyMatch(status -> !status.equals("done") && !status.equals("cancelled"));
        if (!hasTeams) return "dates";
        return hasDates ? "dates and teams" : "team";
    }

    private static boolean waitsOrEnded(JsonNode purchase) {
        String status = purchase.get("status").textValue();
        return status.equals("invoiced") || status.equals("cancelled") || purchase.has("beginsAt");
    }

    List<String> history() {
        List<String> history = new ArrayList<>();
        order.get("history").forEach(entry -> history.add(entry.get("what").textValue()));
        return history;
    }

    /** One line: what became of it, and why where it is parked. */
    public String summary() {
        if (isDone()) return "order " + id() + " is done";
        if (is("cancelled")) return "order " + id() + " is cancelled";
        if (!isParked()) return "order " + id() + (waits() ? " waits for its " + awaited() : " is under way");
        List<String> reasons = order.findValues("parked").stream()
                .map(parked -> parked.path("reason").asText())
                .toList();
        return "order " + id() + " is parked: " + String.join("; ", reasons);
    }
}
