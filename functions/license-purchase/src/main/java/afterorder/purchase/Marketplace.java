package afterorder.purchase;

import static java.util.Objects.requireNonNull;

import afterorder.order.Json;
import afterorder.order.LicenseLine;
import afterorder.order.LicenseLine.Deployment;
import afterorder.order.LicenseLine.Transaction;
import afterorder.order.TechnicalContact;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.Entitlement;
import afterorder.order.purchase.PurchaseOrder;
import afterorder.order.purchase.Vendor;
import afterorder.order.purchase.VendorUnavailable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A marketplace with an ordering interface, as {@code infrastructure/vendor/marketplace.openapi.yaml} describes it:
 * {@code PUT /orders/{reference}} sells a reference once, {@code GET} finds it. Messages of its failures hold no bodies,
 * which may hold keys.
 */
final class Marketplace implements Vendor {
    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** A marketplace may tell more than we asked for. */
    private static final ObjectReader TOLERANT =
            Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final URI address;
    private final Supplier<String> token;
    private final Duration patience;

    Marketplace(URI address, String token, Duration patience) {
        this(address, () -> token, patience);
    }

    /**
     * @param token asked for at each call
     * @param patience how long an answer is awaited
     */
    Marketplace(URI address, Supplier<String> token, Duration patience) {
        this.address = address;
        this.token = token;
        this.patience = patience;
    }

    private record OrderBody(TechnicalContact technicalContact, Buyer customer, List<Item> items) {
        record Buyer(String name, String country) {}

        record Item(
                int line,
                Transaction transaction,
                String product,
                Deployment deployment,
                int users,
                int months,
                int quantity,
                @Nullable String site,
                @Nullable String sen,
                @Nullable String entitlement,
                @Nullable String existingSen) {
            static Item of(int number, LicenseLine line) {
                return new Item(
                        number,
                        line.transaction(),
                        line.product(),
                        line.deployment(),
                        line.users(),
                        line.months(),
                        line.quantity(),
                        line.site(),
                        line.sen(),
                        line.entitlement(),
                        line.existingSen());
            }
        }

        static OrderBody of(PurchaseOrder order) {
            return new OrderBody(
                    order.technicalContact(),
                    new Buyer(order.customerName(), order.customerCountry()),
                    order.lines().entrySet().stream()
                            .map(line -> Item.of(line.getKey(), line.getValue()))
                            .toList());
        }
    }

    private record Sold(Contact technicalContact, List<Entitlement> entitlements) {
        Sold {
            requireNonNull(technicalContact);
            entitlements = List.copyOf(entitlements);
        }

        record Contact(Account account) {
            Contact {
                requireNonNull(account);
            }
        }
    }

    private record Refusal(String reason) {
        Refusal {
            requireNonNull(reason);
        }
    }

    @Override
    public Answer place(PurchaseOrder order) {
        HttpResponse<byte[]> response =
                send("PUT", order.reference(), BodyPublishers.ofByteArray(json(OrderBody.of(order))));
        return answer(response, order.reference());
    }

    @Override
    public Optional<Answer> find(PurchaseOrder order) {
        HttpResponse<byte[]> response = send("GET", order.reference(), BodyPublishers.noBody());
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(answer(response, order.reference()));
    }

    @Override
    public Batch entitlements(PurchaseOrder order, String after) {
        throw new VendorUnavailable("the marketplace answers at once");
    }

    @Override
    public Account account(PurchaseOrder order) {
        throw new VendorUnavailable("the marketplace does not say");
    }

    private Answer answer(HttpResponse<byte[]> response, String reference) {
        return switch (response.statusCode()) {
            case 200, 201 -> {
                Sold sold = read(response.body(), Sold.class, reference);
                yield new Answer.Sold(sold.technicalContact().account(), new Batch(sold.entitlements(), null));
            }
            case 202 -> new Answer.Pending();
            case 422 ->
                new Answer.Refused(
                        read(response.body(), Refusal.class, reference).reason());
            default ->
                throw new VendorUnavailable(
                        "the marketplace answered %d for %s".formatted(response.statusCode(), reference));
        };
    }

    private HttpResponse<byte[]> send(String method, String reference, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/orders/" + reference))
                .timeout(patience)
                .header("authorization", "Bearer " + token.get())
                .header("content-type", "application/json")
                .method(method, body)
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException silence) {
            throw new VendorUnavailable("the marketplace gave no answer for " + reference, silence);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new VendorUnavailable("interrupted while the marketplace was asked for " + reference, stop);
        }
    }

    private static byte[] json(Object value) {
        try {
            return Json.MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the order cannot be written as JSON", impossible);
        }
    }

    private static <T> T read(byte[] body, Class<T> type, String reference) {
        try {
            return requireNonNull(TOLERANT.forType(type).<T>readValue(body));
        } catch (IOException | NullPointerException broken) {
            // Without the cause, whose message may quote a key.
            throw new VendorUnavailable("the marketplace's answer for " + reference + " cannot be read");
        }
    }
}
