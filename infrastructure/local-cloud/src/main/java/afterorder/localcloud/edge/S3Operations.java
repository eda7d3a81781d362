package afterorder.localcloud.edge;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** The names of S3's operations, which its requests do not carry: they follow from method, path and query. */
final class S3Operations {

    private S3Operations() {}

    /** The resource is {@code bucket} or {@code bucket/key}. */
    static Operation of(Request request) {
        String path = URLDecoder.decode(request.getHttpURI().getPath().replace("+", "%2B"), StandardCharsets.UTF_8);
        String resource = path.startsWith("/") ? path.substring(1) : path;
        Fields query = Request.extractQueryParameters(request);
        String name;
        if (resource.isEmpty()) name = "ListBuckets";
        else if (resource.indexOf('/') < 0 || resource.endsWith("/") && resource.indexOf('/') == resource.length() - 1)
            name = ofBucket(request.getMethod(), query);
        else name = ofObject(request, query);
        return new Operation(name, resource, false);
    }

    private static String ofBucket(String method, Fields query) {
        String subresource = subresource(query, "versioning", "encryption", "policy", "location", "acl", "object-lock");
        return switch (method) {
            case "GET" -> {
                if (!subresource.isEmpty()) yield "GetBucket" + subresource;
                if (query.getNames().contains("versions")) yield "ListObjectVersions";
                if (query.getNames().contains("uploads")) yield "ListMultipartUploads";
                yield query.getNames().contains("list-type") ? "ListObjectsV2" : "ListObjects";
            }
            case "PUT" -> subresource.isEmpty() ? "CreateBucket" : "PutBucket" + subresource;
            case "DELETE" -> subresource.isEmpty() ? "DeleteBucket" : "DeleteBucket" + subresource;
            case "HEAD" -> "HeadBucket";
            case "POST" -> query.getNames().contains("delete") ? "DeleteObjects" : "PostObject";
            default -> method;
        };
    }

    private static String ofObject(Request request, Fields query) {
        boolean part = query.getNames().contains("uploadId");
        String subresource = subresource(query, "acl", "tagging", "retention", "legal-hold", "attributes");
        return switch (request.getMethod()) {
            case "GET" -> part ? "ListParts" : "GetObject" + subresource;
            case "HEAD" -> "HeadObject";
            case "PUT" -> {
                if (part) yield "UploadPart";
                yield request.getHeaders().contains("x-amz-copy-source") ? "CopyObject" : "PutObject" + subresource;
            }
            case "DELETE" -> part ? "AbortMultipartUpload" : "DeleteObject" + subresource;
            case "POST" -> part ? "CompleteMultipartUpload" : "CreateMultipartUpload";
            default -> request.getMethod();
        };
    }

    private static String subresource(Fields query, String... names) {
        StringBuilder found = new StringBuilder();
        for (String name : names) {
            if (!query.getNames().contains(name)) continue;
            for (String word : name.split("-")) {
                found.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return found.toString();
    }
}
