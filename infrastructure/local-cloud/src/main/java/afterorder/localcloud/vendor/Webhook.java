package afterorder.localcloud.vendor;

import java.net.URI;

/**
 * Where the reseller wants to be told of outcomes.
 *
 * @param secret that signs what is told; both sides know it
 */
public record Webhook(URI address, String secret) {}
