package afterorder.localcloud.vendor;

import afterorder.localcloud.door.JsonFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which addresses have an account with the vendor; kept in a file. */
final class Contacts {

    /** @param account {@code existing}, {@code none}, or {@code verified}: one that had none and has one now */
    record Contact(String email, String account) {}

    static final String EXISTING = "existing";
    static final String NONE = "none";
    static final String VERIFIED = "verified";
    static final Set<String> ACCOUNTS = Set.of(EXISTING, NONE, VERIFIED);

    private final Path file;
    private final Map<String, String> accounts = new TreeMap<>();

    Contacts(Path file) {
        this.file = file;
        if (!Files.exists(file)) return;
        for (Contact contact : JsonFile.read(file, Contact[].class)) accounts.put(contact.email(), contact.account());
    }

    synchronized List<Contact> all() {
        return accounts.entrySet().stream()
                .map(entry -> new Contact(entry.getKey(), entry.getValue()))
                .toList();
    }

    synchronized void set(String email, String account) {
        accounts.put(email.toLowerCase(Locale.ROOT), account);
        JsonFile.write(file, all());
    }

    /** {@code existing} or {@code none}; an unknown address has an account when the order says so, and is known then. */
    synchronized String accountOf(Order.TechnicalContact contact) {
        String email = contact.email().toLowerCase(Locale.ROOT);
        if (!accounts.containsKey(email)) set(email, contact.atlassianAccount() ? EXISTING : NONE);
        return NONE.equals(accounts.get(email)) ? NONE : EXISTING;
    }

    /** What has become of the account that a contact had, or had not, at its purchase. */
    synchronized String accountSince(Outcome.Contact purchased) {
        if (!purchased.account().equals(NONE)) return EXISTING;
        return NONE.equals(accounts.get(purchased.email().toLowerCase(Locale.ROOT))) ? NONE : VERIFIED;
    }
}
