package afterorder.localcloud.iam;

import afterorder.localcloud.iam.Decision.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Decides as AWS does within one account: a deny anywhere wins; else the policy of the identity or that of the resource must
 * allow it. A KMS key is its own master: policies of identities count only where the key's policy hands over to the account.
 */
public final class Judge {
    private final Rights rights;

    public Judge(Rights rights) {
        this.rights = rights;
    }

    /** @param own the statements of the principal's own policies */
    public Decision decide(Principal principal, List<Statement> own, Access access) {
        Map<String, String> circumstances = new HashMap<>(access.circumstances());
        circumstances.put(Condition.SECURE_TRANSPORT, "true");
        if (principal instanceof Principal.Service) circumstances.put(Condition.SOURCE_ACCOUNT, rights.account());
        List<Statement> ofResource = rights.onResources().getOrDefault(policyOwner(access.resource()), List.of());
        if (denies(own, access, circumstances)) return new Decision.Denied(access, Reason.DENIED_BY_IDENTITY);
        if (ofResource.stream().anyMatch(each -> denies(each, principal, access, circumstances))) {
            return new Decision.Denied(access, Reason.DENIED_BY_RESOURCE);
        }
        if (principal instanceof Principal.Administrator) return new Decision.Allowed(List.of(), List.of());
        Predicate<Statement> naming = statement -> names(statement, principal);
        Predicate<Statement> namingAccount = statement -> namesAccount(statement, principal);
        List<Statement.Part> allowing = new ArrayList<>(allowing(ofResource, naming, access, circumstances));
        List<Statement.Part> handingOver =
                isOfKey(access) ? allowing(ofResource, namingAccount, access, circumstances) : List.of();
        boolean isHandedOver = !isOfKey(access) || !handingOver.isEmpty();
        if (isHandedOver) allowing.addAll(allowing(own, any -> true, access, circumstances));
        if (!allowing.isEmpty()) return new Decision.Allowed(List.copyOf(allowing), handingOver);
        boolean isUpToResource = !isHandedOver || principal instanceof Principal.Service;
        return new Decision.Denied(access, isUpToResource ? Reason.NO_RESOURCE_POLICY : Reason.NO_IDENTITY_POLICY);
    }

    /** Whether the account can still change a key's policy: KMS refuses one after which nobody could. */
    public static boolean canBeChanged(String key, List<Statement> policy, String account) {
        Principal somebody = new Principal.Role("arn:aws:iam::" + account + ":role/deployer", "deployer");
        Access change = new Access("kms:PutKeyPolicy", key);
        return policy.stream()
                .filter(statement -> statement.effect() == Statement.Effect.ALLOW)
                .filter(statement ->
                        statement.principals().stream().anyMatch(pattern -> pattern.namesAccountOf(somebody, account)))
                .anyMatch(statement -> statement.partFor(change, Map.of()).isPresent());
    }

    private static List<Statement.Part> allowing(
            List<Statement> statements,
            Predicate<Statement> meaning,
            Access access,
            Map<String, String> circumstances) {
        return statements.stream()
                .filter(statement -> statement.effect() == Statement.Effect.ALLOW)
                .filter(meaning)
                .flatMap(statement -> statement.partFor(access, circumstances).stream())
                .toList();
    }

    private static boolean isOfKey(Access access) {
        return access.action().startsWith("kms:");
    }

    /** An object has no policy of its own: its bucket has it. */
    private static String policyOwner(String resource) {
        int key = resource.startsWith("arn:aws:s3:::") ? resource.indexOf('/') : -1;
        return key < 0 ? resource : resource.substring(0, key);
    }

    private static boolean denies(List<Statement> own, Access access, Map<String, String> circumstances) {
        return own.stream()
                .filter(statement -> statement.effect() == Statement.Effect.DENY)
                .anyMatch(statement -> statement.partFor(access, circumstances).isPresent());
    }

    private boolean denies(
            Statement ofResource, Principal principal, Access access, Map<String, String> circumstances) {
        return ofResource.effect() == Statement.Effect.DENY
                && (names(ofResource, principal) || namesAccount(ofResource, principal))
                && ofResource.partFor(access, circumstances).isPresent();
    }

    private static boolean names(Statement statement, Principal principal) {
        return statement.principals().stream().anyMatch(pattern -> pattern.names(principal));
    }

    private boolean namesAccount(Statement statement, Principal principal) {
        return statement.principals().stream().anyMatch(pattern -> pattern.namesAccountOf(principal, rights.account()));
    }
}
