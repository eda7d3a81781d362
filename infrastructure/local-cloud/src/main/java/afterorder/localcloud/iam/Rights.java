package afterorder.localcloud.iam;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All policies of a template, and what of it they are judged by.
 *
 * @param identities by the name under which an identity calls: a function's name, {@code states}
 * @param roleOfFunction the name of its identity, by the function's ARN without an alias
 * @param onResources the statements of policies on resources, by the ARN of a bucket, a queue, a key, a function's alias
 * @param keyOf the ARN of the KMS key that encrypts a bucket, by its name, or a topic, by its ARN
 * @param secretArns by the secret's name
 */
public record Rights(
        String region,
        String account,
        Map<String, Identity> identities,
        Map<String, String> roleOfFunction,
        Map<String, List<Statement>> onResources,
        Map<String, String> keyOf,
        Map<String, String> secretArns) {

    /** Somebody, and what the policies of his own say. */
    public record Identity(Principal principal, List<Statement> statements) {}

    /** The template's own statements that allow something, but for those that only services have which are not here. */
    public Stream<Statement> grants() {
        Stream<Statement> own =
                identities.values().stream().map(Identity::statements).flatMap(List::stream);
        Stream<Statement> ofResources = onResources.values().stream().flatMap(List::stream);
        return Stream.concat(own, ofResources)
                .filter(statement -> statement.effect() == Statement.Effect.ALLOW)
                .filter(statement -> statement.place().line() > 0)
                .filter(Statement::concernsWhoIsHere);
    }

    /** @param resource what stands behind the account: {@code table/orders} */
    public String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
    }
}
