package afterorder.localcloud.edge;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Issues an access key to each caller and finds the caller of a key; keys end with the process, as a role's do. */
public final class AccessKeys {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();

    /** A key and whom it was issued to. */
    record Issued(AccessKey key, Caller caller) {}

    /** Knows {@code test}/{@code test} and {@code access}/{@code secret}, the keys of localstack-utils' clients, as you. */
    public AccessKeys() {
        keep(new Issued(new AccessKey("test", "test"), Caller.YOU));
        keep(new Issued(new AccessKey("access", "secret"), Caller.YOU));
    }

    public AccessKey issue(Caller caller) {
        StringBuilder id = new StringBuilder("ASIA");
        for (int i = 0; i < 16; i++) id.append(BASE32.charAt(random.nextInt(BASE32.length())));
        byte[] secret = new byte[30];
        random.nextBytes(secret);
        AccessKey key = new AccessKey(
                id.toString(), Base64.getEncoder().withoutPadding().encodeToString(secret));
        keep(new Issued(key, caller));
        return key;
    }

    /** From now on the key is unknown; an execution environment that has ended calls nobody any more. */
    public void revoke(AccessKey key) {
        issued.remove(key.id());
    }

    /** The key with this id, for services that check signatures themselves. */
    public Optional<AccessKey> key(String id) {
        return find(id).map(Issued::key);
    }

    Optional<Issued> find(String id) {
        return Optional.ofNullable(issued.get(id));
    }

    private void keep(Issued entry) {
        issued.put(entry.key().id(), entry);
    }
}
