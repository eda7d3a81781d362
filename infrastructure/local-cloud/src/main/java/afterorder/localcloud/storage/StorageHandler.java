package afterorder.localcloud.storage;

import afterorder.localcloud.edge.AwsError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Streams requests to s3proxy as they came, so that it can check their signatures, too. */
final class StorageHandler extends ProxyHandler.Reverse {
    private static final Set<String> HEADERS = Set.of(
            "x-amz-acl",
            "x-amz-algorithm",
            "x-amz-bucket-object-lock-enabled",
            "x-amz-checksum-algorithm",
            "x-amz-checksum-mode",
            "x-amz-content-sha256",
            "x-amz-date",
            "x-amz-decoded-content-length",
            "x-amz-expected-bucket-owner",
            "x-amz-metadata-directive",
            "x-amz-object-attributes",
            "x-amz-object-lock-legal-hold",
            "x-amz-object-lock-mode",
            "x-amz-object-lock-retain-until-date",
            "x-amz-sdk-checksum-algorithm",
            "x-amz-security-token",
            "x-amz-storage-class",
            "x-amz-te",
            "x-amz-trailer",
            "x-amz-transfer-encoding",
            "x-amz-user-agent");

    private final ObjectLocks locks;

    StorageHandler(int port, ObjectLocks locks) {
        super(request -> HttpURI.build(request.getHttpURI())
                .scheme("http")
                .host("127.0.0.1")
                .port(port)
                .asImmutable());
        this.locks = locks;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        for (HttpField header : request.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (name.startsWith("x-amz-") && !known(name)) {
                throw new AwsError(
                        501, "NotImplemented", "The local cloud does not know the header " + header.getName());
            }
        }
        checkKey(request);
        locks.take(request);
        locks.tell(request, response);
        return super.handle(request, response, callback);
    }

    /** Files cannot be named so: {@code a//b} and {@code a/b} would be the same object. */
    private static void checkKey(Request request) {
        String path = URLDecoder.decode(request.getHttpURI().getPath().replace("+", "%2B"), StandardCharsets.UTF_8);
        if (path.contains("//") || (path + "/").contains("/./") || (path + "/").contains("/../")) {
            throw new AwsError(
                    501, "NotImplemented", "The local cloud does not know keys with empty, . or .. segments");
        }
    }

    private static boolean known(String header) {
        return HEADERS.contains(header)
                || header.startsWith("x-amz-meta-")
                || header.startsWith("x-amz-checksum-")
                || header.startsWith("x-amz-copy-source")
                || header.startsWith("x-amz-server-side-encryption");
    }

    @Override
    protected void configureHttpClient(HttpClient client) {
        super.configureHttpClient(client);
        client.setMaxConnectionsPerDestination(256);
        client.setIdleTimeout(120_000);
    }

    /** None: the signature covers the headers as they came. */
    @Override
    protected void addProxyHeaders(Request request, org.eclipse.jetty.client.Request proxied) {}
}
