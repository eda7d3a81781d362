package afterorder.localcloud.iam.need;

import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Sent;
import afterorder.localcloud.iam.Access;
import afterorder.localcloud.iam.Condition;
import afterorder.localcloud.iam.Rights;
import afterorder.localcloud.iam.Surroundings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * S3: what a header asks for beside the object needs a right of its own; and where the bucket is encrypted with a key of
 * one's own, so does the use of that key. A multipart upload decrypts what it puts together.
 */
final class BucketNeeds implements Needs.OfService {
    private static final String OBJECT = "arn:aws:s3:::";

    /** The rights by the header that needs them. */
    private static final Map<String, String> OF_HEADERS = Map.of(
            "x-amz-object-lock-mode", "s3:PutObjectRetention",
            "x-amz-object-lock-retain-until-date", "s3:PutObjectRetention",
            "x-amz-object-lock-legal-hold", "s3:PutObjectLegalHold",
            "x-amz-acl", "s3:PutObjectAcl");

    private final Rights rights;
    private final Surroundings surroundings;

    BucketNeeds(Rights rights, Surroundings surroundings) {
        this.rights = rights;
        this.surroundings = surroundings;
    }

    @Override
    public Optional<Collection<Access>> of(Call call, Sent sent) {
        String resource = call.resource();
        return switch (call.operation()) {
            case "GetObject", "HeadObject" -> Optional.of(reading(resource, sent));
            case "PutObject" -> Optional.of(writing(resource, sent, "kms:GenerateDataKey"));
            case "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload" ->
                Optional.of(writing(resource, sent, "kms:GenerateDataKey", "kms:Decrypt"));
            case "AbortMultipartUpload" ->
                Optional.of(List.of(new Access("s3:AbortMultipartUpload", OBJECT + resource)));
            case "DeleteObject" ->
                Optional.of(List.of(new Access(versioned("s3:DeleteObject", sent), OBJECT + resource)));
            case "ListObjectsV2", "ListObjects" -> Optional.of(List.of(listing(bucket(resource), sent)));
            default -> Optional.empty();
        };
    }

    private List<Access> reading(String resource, Sent sent) {
        List<Access> needed = new ArrayList<>();
        needed.add(new Access(versioned("s3:GetObject", sent), OBJECT + resource));
        encryption(resource).ifPresent(key -> needed.add(new Access("kms:Decrypt", key)));
        if (!surroundings.hasObject(bucket(resource), key(resource))) {
            // Who may not list gets 403 for what is not there: a 404 would tell.
            needed.add(new Access("s3:ListBucket", OBJECT + bucket(resource)));
        }
        return needed;
    }

    private List<Access> writing(String resource, Sent sent, String... onKey) {
        List<Access> needed = new ArrayList<>();
        needed.add(new Access("s3:PutObject", OBJECT + resource));
        OF_HEADERS.entrySet().stream()
                .filter(header -> sent.header(header.getKey()).isPresent())
                .map(Map.Entry::getValue)
                .distinct()
                .sorted()
                .forEach(action -> needed.add(new Access(action, OBJECT + resource)));
        encryption(resource).ifPresent(key -> {
            for (String action : onKey) needed.add(new Access(action, key));
        });
        return needed;
    }

    private static Access listing(String bucket, Sent sent) {
        Access access = new Access("s3:ListBucket", OBJECT + bucket);
        return sent.parameter("prefix")
                .map(prefix -> access.with(Condition.PREFIX, prefix))
                .orElse(access);
    }

    private static String versioned(String action, Sent sent) {
        return sent.parameter("versionId").isPresent() ? action + "Version" : action;
    }

    /** The ARN of the KMS key that encrypts the bucket. */
    private Optional<String> encryption(String resource) {
        return Optional.ofNullable(rights.keyOf().get(bucket(resource)));
    }

    private static String key(String resource) {
        return resource.substring(resource.indexOf('/') + 1);
    }

    private static String bucket(String resource) {
        int slash = resource.indexOf('/');
        return slash < 0 ? resource : resource.substring(0, slash);
    }
}
