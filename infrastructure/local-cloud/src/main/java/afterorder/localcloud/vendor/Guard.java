package afterorder.localcloud.vendor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.OptionalLong;

/** Lets those in who have the token and do not come too often. */
final class Guard {

    private final byte[] authorization;
    private final RateLimit limit;

    Guard(String token, RateLimit limit) {
        this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        this.limit = limit;
    }

    /** The answer to who is not let in. */
    Optional<Answer> refusal(Call call) {
        byte[] given = call.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, authorization)) return Optional.of(Answer.error(401, "unauthorized"));
        OptionalLong wait = limit.secondsToWait();
        return wait.isPresent() ? Optional.of(Answer.error(429, "too-many-calls", wait.getAsLong())) : Optional.empty();
    }
}
