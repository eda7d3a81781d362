package afterorder.localcloud.storage;

import afterorder.localcloud.edge.AwsError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * What object lock promises, beside s3proxy, which knows none of it. A lock is kept for a key: the longest that was asked
 * for holds all its versions, which is stricter than S3, as is that nothing lifts or bypasses it.
 */
final class ObjectLocks {
    private static final String MODE = "x-amz-object-lock-mode";
    private static final String UNTIL = "x-amz-object-lock-retain-until-date";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final InstantSource clock;
    private final Set<String> buckets = ConcurrentHashMap.newKeySet();

    /** @param folder where the locks are kept @param clock moved time */
    ObjectLocks(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    private record Lock(String mode, Instant until) {}

    /** From now on the bucket takes locks. */
    void enable(String bucket) {
        buckets.add(bucket);
    }

    /** Refuses what S3 refuses; else keeps the lock that the request asks for, before the object is written. */
    void take(Request request) {
        String[] path = path(request);
        boolean isLockable = buckets.contains(path[0]);
        Optional<Lock> asked = asked(request, isLockable);
        if (isLockable) refuseDeletion(request, path);
        if (asked.isPresent() && path.length == 2) keep(file(path), asked.get());
    }

    /** Adds to an answer what S3 tells of the object's lock. */
    void tell(Request request, Response response) {
        String[] path = path(request);
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads || path.length < 2) return;
        read(file(path)).ifPresent(lock -> {
            response.getHeaders().put(MODE, lock.mode());
            response.getHeaders().put(UNTIL, lock.until().toString());
        });
    }

    private Optional<Lock> asked(Request request, boolean isLockable) {
        String mode = request.getHeaders().get(MODE);
        String until = request.getHeaders().get(UNTIL);
        if (mode == null && until == null) return Optional.empty();
        if (!isLockable) throw AwsError.of("InvalidRequest", "Bucket is missing Object Lock Configuration");
        if (mode == null || until == null) {
            throw AwsError.of("InvalidArgument", UNTIL + " and " + MODE + " must both be supplied");
        }
        if (!Set.of("GOVERNANCE", "COMPLIANCE").contains(mode)) {
            throw AwsError.of("InvalidArgument", "Unknown wormMode directive.");
        }
        boolean isChecked = request.getHeaders().stream()
                .map(header -> header.getLowerCaseName())
                .anyMatch(name -> name.equals("content-md5")
                        || name.equals("x-amz-trailer")
                        || name.startsWith("x-amz-checksum-"));
        if (!isChecked && request.getMethod().equals("PUT")) {
            throw AwsError.of(
                    "InvalidRequest",
                    "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters");
        }
        return Optional.of(new Lock(mode, future(until)));
    }

    private Instant future(String until) {
        try {
            Instant time = Instant.parse(until);
            if (time.isAfter(clock.instant())) return time;
            throw AwsError.of("InvalidArgument", "The retain until date must be in the future!");
        } catch (DateTimeParseException malformed) {
            throw AwsError.of("InvalidArgument", "The retain until date must be provided in ISO 8601 format");
        }
    }

    /** A deletion without a version only hides the object: S3 allows it. */
    private void refuseDeletion(Request request, String[] path) {
        Set<String> query = Request.extractQueryParameters(request).getNames();
        if (request.getMethod().equals("POST") && query.contains("delete")) {
            throw new AwsError(
                    501, "NotImplemented", "The local cloud does not know DeleteObjects in a bucket with object lock");
        }
        if (!request.getMethod().equals("DELETE") || !query.contains("versionId")) return;
        read(file(path)).filter(lock -> clock.instant().isBefore(lock.until())).ifPresent(lock -> {
            throw new AwsError(403, "AccessDenied", "Access Denied because object protected by object lock.");
        });
    }

    private synchronized void keep(Path file, Lock asked) {
        if (read(file).filter(kept -> !kept.until().isBefore(asked.until())).isPresent()) return;
        ObjectNode json = JSON.createObjectNode()
                .put("mode", asked.mode())
                .put("until", asked.until().toString());
        try {
            Files.createDirectories(file.getParent());
            Path written = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(
                    written,
                    json.toString(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.SYNC);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot keep the lock " + file, failure);
        }
    }

    private static Optional<Lock> read(Path file) {
        if (!Files.exists(file)) return Optional.empty();
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            return Optional.of(new Lock(
                    json.get("mode").textValue(),
                    Instant.parse(json.get("until").textValue())));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the lock " + file, failure);
        }
    }

    /** Named by the key's hash: a key may be no file's name. */
    private Path file(String[] path) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(path[1].getBytes(StandardCharsets.UTF_8));
            return folder.resolve(path[0]).resolve(HexFormat.of().formatHex(hash) + ".json");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Bucket and, where there is one, key. */
    private static String[] path(Request request) {
        String path = URLDecoder.decode(request.getHttpURI().getPath().replace("+", "%2B"), StandardCharsets.UTF_8);
        String[] parts = path.substring(1).split("/", 2);
        return parts.length == 2 && parts[1].isEmpty() ? new String[] {parts[0]} : parts;
    }
}
