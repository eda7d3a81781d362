package afterorder.aws;

import afterorder.order.OrderId;
import afterorder.order.link.MailedLink;
import afterorder.order.link.Target;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Makes the links that mails carry: unguessable, with a row that says what each opens and until when. */
public final class LinkMaker {
    private static final int TOKEN_BYTES = 32;

    private final Rows rows;
    private final String publicBaseUrl;
    private final Duration life;

    public LinkMaker(Rows rows, String publicBaseUrl, Duration life) {
        this.rows = rows;
        this.publicBaseUrl = publicBaseUrl;
        this.life = life;
    }

    /** A new link each time: one that was made and not mailed opens the same, and nobody knows it. */
    public URI linkTo(Target target, OrderId order, Instant now) {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        rows.save(MailedLink.to(target, order, text, now, life));
        return URI.create(publicBaseUrl + path(target) + text);
    }

    private static String path(Target target) {
        return switch (target) {
            case Target.Document document -> "/d/";
            case Target.Task task -> "/t/";
            case Target.Engagement engagement -> "/e/";
        };
    }
}
