package afterorder.localcloud;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a local cloud runs, and where.
 *
 * @param template the {@code template.yaml}; jars and definitions stand relative to it
 * @param data the folder that survives a restart
 * @param port 0 takes a free one
 * @param parameters of the template, where they are to be other than those of this machine
 * @param classArchives a folder of archives, with which functions start faster: see {@link
 *     afterorder.localcloud.function.FunctionRunner#archiveClasses}
 */
public record Setup(Path template, Path data, int port, Map<String, String> parameters, Optional<Path> classArchives) {
    static final String AUDIENCE = "afterorder";
    static final String VENDOR_TOKEN = "VendorToken";
    static final String VENDOR_WEBHOOK_SECRET = "VendorWebhookSecret";

    public Setup(Path template, Path data, int port) {
        this(template, data, port, Map.of(), Optional.empty());
    }

    /**
     * Values for the template's parameters, as far as it has them: the services of another company are the sandboxes
     * behind the same port. The secret that signs the vendor's webhooks is another one at each call.
     */
    Map<String, String> parametersAt(int actualPort) {
        String forPeople = "http://localhost:" + actualPort;
        String vendor = "http://127.0.0.1:" + actualPort + "/_local/vendor";
        Map<String, String> all = new TreeMap<>(Map.of(
                "PublicBaseUrl",
                forPeople,
                "JwtIssuer",
                forPeople + "/_local",
                "JwtAudience",
                AUDIENCE,
                "SenderAddress",
                "orders@" + Services.SENDER_DOMAIN,
                "SenderIdentity",
                Services.SENDER_DOMAIN,
                "VendorUrl",
                vendor + "/api",
                VENDOR_TOKEN,
                "sandbox",
                VENDOR_WEBHOOK_SECRET,
                newSecret()));
        all.putAll(Map.of("CommerceUrl", vendor, "CommerceToken", "sandbox", "CommerceAccount", "sandbox"));
        // No snapshot goes inactive here.
        all.put("KeepAlive", "DISABLED");
        all.put("VatIdCheckUrl", "http://127.0.0.1:" + actualPort + "/_local/tax");
        all.putAll(parameters);
        return all;
    }

    private static String newSecret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
