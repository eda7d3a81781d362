package afterorder.localcloud.mail;

import afterorder.localcloud.door.DoorBody;
import afterorder.localcloud.door.JsonFile;
import afterorder.localcloud.edge.Answer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What becomes of mails to each address: they are delivered, but for those of Amazon's mailbox simulator, and those that
 * {@code PUT /_local/mail-addresses/{address}} told with {@code {"mails":"bounce"}} or another {@link Fate}. It stays so
 * until told otherwise, a file each.
 */
public final class Fates extends Handler.Abstract {
    public static final String DOOR = "/_local/mail-addresses";

    private final Path folder;
    private final Map<String, Fate> told = new ConcurrentHashMap<>();

    /** @param folder where stays what is told */
    public Fates(Path folder) {
        this.folder = folder;
    }

    Fate of(String address) {
        return Fate.simulated(address)
                .orElseGet(() -> told.computeIfAbsent(address.toLowerCase(Locale.ROOT), this::kept));
    }

    /** Those of the mailbox simulator stay as they are. */
    void tell(String address, Fate fate) {
        if (Fate.simulated(address).isPresent()) return;
        String known = address.toLowerCase(Locale.ROOT);
        JsonFile.write(file(known), fate);
        told.put(known, fate);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        String body = Content.Source.asString(request, StandardCharsets.UTF_8);
        if (!request.getMethod().equals("PUT") || !path.startsWith(DOOR + "/")) {
            said(response, callback, 404, "there is nothing here but PUT " + DOOR + "/{address}");
            return true;
        }
        try {
            String address = path.substring(DOOR.length() + 1);
            String[] codes = Arrays.stream(Fate.values()).map(Fate::code).toArray(String[]::new);
            String code = DoorBody.of(DoorBody.parse(body), "mails").oneOf("mails", codes);
            tell(address, Fate.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')));
            said(response, callback, 200, address + ": " + code);
        } catch (IllegalArgumentException mistake) {
            said(response, callback, 400, String.valueOf(mistake.getMessage()));
        }
        return true;
    }

    private Fate kept(String address) {
        Path file = file(address);
        return Files.exists(file) ? JsonFile.read(file, Fate.class) : Fate.DELIVERED;
    }

    private Path file(String address) {
        return folder.resolve(URLEncoder.encode(address, StandardCharsets.UTF_8) + ".json");
    }

    private static void said(Response response, Callback callback, int status, String message) {
        ObjectNode answer = JsonFile.JSON.createObjectNode().put("message", message);
        Answer.json(response, callback, status, answer);
    }
}
