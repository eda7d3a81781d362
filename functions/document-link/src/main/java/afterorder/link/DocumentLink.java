package afterorder.link;

import afterorder.aws.Answers;
import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.Problem;
import afterorder.aws.Rows;
import afterorder.aws.Snapshot;
import afterorder.order.link.Target;
import afterorder.order.row.StaleRow;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * {@code GET /d/{token}}: leads to the document by an address that S3 honors for a minute or two. It changes nothing, so
 * mail scanners may open it as often as they like; their {@code HEAD} is answered without an address. {@code POST}, from the
 * page of a link that has expired, asks for a new one.
 */
public final class DocumentLink implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final int LONGEST_SECONDS = 120;

    private final Rows rows;
    private final Renewal renewal;
    private final S3Presigner presigner;
    private final String bucket;
    private final Duration life;
    private final Snapshot snapshot;

    public DocumentLink() {
        this(Environment.ofProcess(), new Clients());
    }

    DocumentLink(Environment environment, Clients clients) {
        this.rows = new Rows(clients.dynamoDb(), environment.get("TABLE"));
        this.renewal = new Renewal(rows);
        this.presigner = clients.presigner();
        this.bucket = environment.get("DOCUMENTS_BUCKET");
        this.life = Duration.ofSeconds(Math.min(environment.number("LINK_SECONDS"), LONGEST_SECONDS));
        this.snapshot = Snapshot.primed();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent request, Context context) {
        String token = request.getPathParameters().get("token");
        Instant now = Answers.receivedAt(request);
        String method = request.getRequestContext().getHttp().getMethod();
        return method.equals("POST") ? renew(token, now) : open(token, now, method.equals("HEAD"));
    }

    private APIGatewayV2HTTPResponse renew(String token, Instant now) {
        try {
            renewal.ask(token, now);
            return Page.ASKED.answer(202);
        } catch (StaleRow crowded) {
            return Problem.crowded().response(Map.of("retry-after", "1"));
        }
    }

    private APIGatewayV2HTTPResponse open(String token, Instant now, boolean isHead) {
        Optional<KnownLink> known = KnownLink.find(rows, token);
        if (known.isEmpty())
            return Problem.of(404, "Not found", "there is no such document").response();
        return switch (known.get().at(now)) {
            case OPEN -> answer(known.get().document(), isHead);
            case EXPIRED -> Page.EXPIRED.answer(410);
            case REVOKED -> Page.REVOKED.answer(410);
        };
    }

    private APIGatewayV2HTTPResponse answer(Target.Document document, boolean isHead) {
        if (isHead) return Answers.of(200, "", Map.of("referrer-policy", "no-referrer"));
        return Answers.of(302, "", Map.of("location", presigned(document), "referrer-policy", "no-referrer"));
    }

    private String presigned(Target.Document document) {
        return presigner
                .presignGetObject(presign -> presign.signatureDuration(life).getObjectRequest(get -> get.bucket(bucket)
                        .key(document.objectKey())
                        .responseContentDisposition((document.isShown() ? "inline" : "attachment") + "; filename=\""
                                + document.fileName() + "\"")))
                .url()
                .toString();
    }
}
