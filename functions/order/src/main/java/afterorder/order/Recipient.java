package afterorder.order;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom a document is addressed to, with each wish applied. */
public record Recipient(
        String company,
        @Nullable String department,
        @Nullable String attention,
        Address address,
        Email email) {

    Recipient changedBy(Addressee wish) {
        return new Recipient(
                Optional.ofNullable(wish.company()).orElse(company),
                Optional.ofNullable(wish.department()).orElse(department),
                Optional.ofNullable(wish.attention()).orElse(attention),
                Optional.ofNullable(wish.address()).orElse(address),
                Optional.ofNullable(wish.email()).orElse(email));
    }
}
