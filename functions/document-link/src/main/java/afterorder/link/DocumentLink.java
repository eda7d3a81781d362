package afterorder.link;

import afterorder.aws.Answers;
import afterorder.aws.Clients;
import afterorder.aws.Environment;
import afterorder.aws.Problem;
import afterorder.aws.Rows;
import afterorder.aws.Snapshot;
import afterorder.order.link.MailedLink;
import afterorder.order.link.Target;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * {@code GET /d/{token}}: leads to the document by an address that S3 honors for a minute or two. It changes nothing, so
 * mail scanners may open it as often as they like; their {@code HEAD} is answered without an address.
 */
public final class DocumentLink implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final int LONGEST_SECONDS = 120;
    private static final Map<String, String> NO_REFERRER = Map.of("referrer-policy", "no-referrer");

    private final Rows rows;
    private final S3Presigner presigner;
    private final String bucket;
    private final Duration life;
    private final Snapshot snapshot;

    public DocumentLink() {
        this(Environment.ofProcess(), new Clients());
    }

    DocumentLink(Environment environment, Clients clients) {
        this.rows = new Rows(clients.dynamoDb(), environment.get("TABLE"));
        this.presigner = clients.presigner();
        this.bucket = environment.get("DOCUMENTS_BUCKET");
        this.life = Duration.ofSeconds(Math.min(environment.number("LINK_SECONDS"), LONGEST_SECONDS));
        this.snapshot = Snapshot.primed();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent request, Context context) {
        Optional<MailedLink> link = rows.link(request.getPathParameters().get("token"));
        if (link.isPresent() && link.get().target() instanceof Target.Document document) {
            boolean isOpen = link.get().isOpenAt(Answers.receivedAt(request));
            return isOpen ? answer(document, isHead(request)) : Answers.of(410, GonePage.HTML, GonePage.HEADERS);
        }
        return Problem.of(404, "Not found", "there is no such document").response();
    }

    private APIGatewayV2HTTPResponse answer(Target.Document document, boolean isHead) {
        if (isHead) return Answers.of(200, "", NO_REFERRER);
        return Answers.of(302, "", Map.of("location", presigned(document), "referrer-policy", "no-referrer"));
    }

    private String presigned(Target.Document document) {
        return presigner
                .presignGetObject(presign -> presign.signatureDuration(life).getObjectRequest(get -> get.bucket(bucket)
                        .key(document.objectKey())
                        .responseContentType(document.mediaType())
                        .responseContentDisposition((document.isShown() ? "inline" : "attachment") + "; filename=\""
                                + document.fileName() + "\"")))
                .url()
                .toString();
    }

    private static boolean isHead(APIGatewayV2HTTPEvent request) {
        return request.getRequestContext().getHttp().getMethod().equals("HEAD");
    }
}
