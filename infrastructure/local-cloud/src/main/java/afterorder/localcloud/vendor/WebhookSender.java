package afterorder.localcloud.vendor;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells the reseller that an order has got its outcome, and again where the reseller could not listen. */
final class WebhookSender implements AutoCloseable {

    /** @param status what the reseller answered; 0 for nothing */
    record Delivery(String id, String reference, Instant sentAt, int status) {}

    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int NO_ANSWER = 0;

    private final Optional<Webhook> reseller;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();

    WebhookSender(Optional<Webhook> reseller, InstantSource clock) {
        this.reseller = reseller;
        this.clock = clock;
    }

    /** What was sent since the start, one for each try. */
    List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /**
     * Delivers the event so many times, one after the other.
     *
     * @return when all are delivered or given up
     */
    CompletableFuture<Void> tell(OrderBook.Entry entry, int times) {
        WebhookRequest.Event event = event(UUID.randomUUID().toString(), entry.reference(), entry.at());
        CompletableFuture<Void> told = new CompletableFuture<>();
        Thread.ofVirtual().name("webhook").start(() -> {
            try {
                for (int time = 0; time < times; time++) deliver(event);
                told.complete(null);
            } catch (InterruptedException | RuntimeException failure) {
                told.completeExceptionally(failure);
            }
        });
        return told;
    }

    /**
     * Delivers once what need not be right.
     *
     * @param reference need not be of an order
     * @param at when it pretends to have got its outcome
     * @param age how long ago it pretends to have been sent
     * @param forged whether it is signed with another secret
     * @throws IllegalArgumentException when the reseller wants to hear nothing
     */
    Delivery send(String id, String reference, Instant at, Duration age, boolean forged) throws InterruptedException {
        Webhook webhook =
                reseller.orElseThrow(() -> new IllegalArgumentException("the reseller has no address for webhooks"));
        String secret = forged ? "not " + webhook.secret() : webhook.secret();
        return send(
                webhook,
                new WebhookRequest(event(id, reference, at), clock.instant().minus(age), secret));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static WebhookRequest.Event event(String id, String reference, Instant at) {
        return new WebhookRequest.Event(id, "order-changed", reference, at);
    }

    private void deliver(WebhookRequest.Event event) throws InterruptedException {
        if (reseller.isEmpty()) return;
        Webhook webhook = reseller.get();
        Duration pause = FIRST_PAUSE;
        for (int left = TRIES; left > 0; left--) {
            int status = send(webhook, new WebhookRequest(event, clock.instant(), webhook.secret()))
                    .status();
            if (status != NO_ANSWER && status < 500) return;
            if (left > 1) Thread.sleep(pause);
            pause = pause.multipliedBy(2);
        }
    }

    private Delivery send(Webhook webhook, WebhookRequest request) throws InterruptedException {
        int status = status(webhook, request);
        WebhookRequest.Event event = request.event();
        Delivery delivery = new Delivery(event.id(), event.reference(), request.sentAt(), status);
        deliveries.add(delivery);
        return delivery;
    }

    private int status(Webhook webhook, WebhookRequest request) throws InterruptedException {
        try {
            return http.send(request.to(webhook.address()), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException noAnswer) {
            return NO_ANSWER;
        }
    }
}
