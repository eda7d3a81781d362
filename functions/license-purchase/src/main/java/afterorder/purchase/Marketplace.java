package afterorder.purchase;

import afterorder.order.Phrase;
import afterorder.order.purchase.Account;
import afterorder.order.purchase.PurchaseOrder;
import afterorder.order.purchase.Vendor;
import afterorder.order.purchase.VendorUnavailable;
import afterorder.purchase.VendorHttp.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A marketplace with an ordering interface, as {@code infrastructure/vendor/marketplace.openapi.yaml} describes it:
 * {@code PUT /orders/{reference}} sells a reference once, {@code GET} finds it.
 */
final class Marketplace implements Vendor {
    private final VendorHttp http;

    Marketplace(URI address, String token, Duration patience) {
        this(address, () -> token, patience);
    }

    /**
     * @param token asked for at each call
     * @param patience how long an answer is awaited
     */
    Marketplace(URI address, Supplier<String> token, Duration patience) {
        this.http = new VendorHttp(
                "the marketplace", address, () -> Map.of("authorization", "Bearer " + token.get()), patience);
    }

    @Override
    public Answer place(PurchaseOrder order) {
        Reply reply = http.put(path(order), MarketplaceOrder.of(order), order.reference());
        return switch (reply.status()) {
            // Nothing was placed, and the same again never will be: as definite as a refusal.
            case 400 ->
                new Answer.Refused(Phrase.ORDER_MALFORMED.with(
                        read(reply, MarketplaceAnswer.Invalid.class).told()));
            case 413 -> new Answer.Refused(Phrase.ORDER_TOO_LARGE.with());
            // Somebody else placed under our reference, or our order has changed: what is sold there is not known.
            case 409 -> new Answer.Unclear(Phrase.REFERENCE_TAKEN.with(order.reference()));
            default -> answer(reply);
        };
    }

    @Override
    public Optional<Answer> find(PurchaseOrder order) {
        Reply reply = http.get(path(order), order.reference());
        return reply.status() == 404 ? Optional.empty() : Optional.of(answer(reply));
    }

    @Override
    public Batch entitlements(PurchaseOrder order, String after) {
        String cursor = URLEncoder.encode(after, StandardCharsets.UTF_8);
        Reply reply = http.get(path(order) + "/entitlements?after=" + cursor, "entitlements of " + order.reference());
        if (reply.status() != 200) throw http.unavailable(reply);
        MarketplaceAnswer.Page page = read(reply, MarketplaceAnswer.Page.class);
        if (after.equals(page.next())) throw http.unreadable(reply);
        return new Batch(page.entitlements(), page.next());
    }

    @Override
    public Account account(PurchaseOrder order) {
        Reply reply = http.get(path(order) + "/technical-contact", "technical contact of " + order.reference());
        if (reply.status() != 200) throw http.unavailable(reply);
        return read(reply, MarketplaceAnswer.Contact.class).account();
    }

    private Answer answer(Reply reply) {
        return switch (reply.status()) {
            case 200, 201 -> sold(reply);
            case 202 -> new Answer.Pending();
            case 422 ->
                new Answer.Refused(Phrase.REFUSED_BY_VENDOR.with(
                        read(reply, MarketplaceAnswer.Refusal.class).reason()));
            default -> throw http.unavailable(reply);
        };
    }

    private Answer sold(Reply reply) {
        MarketplaceAnswer.Sold sold = read(reply, MarketplaceAnswer.Sold.class);
        if (!sold.isWhole()) throw http.unreadable(reply);
        return new Answer.Sold(sold.technicalContact().account(), new Batch(sold.entitlements(), sold.next()));
    }

    /** @throws VendorUnavailable when the body is none of that type */
    private <T extends MarketplaceAnswer> T read(Reply reply, Class<T> type) {
        return http.read(reply, type);
    }

    private static String path(PurchaseOrder order) {
        return "/orders/" + order.reference();
    }
}
