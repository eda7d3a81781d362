package afterorder.localcloud.iam;

import java.util.Set;

/**
 * Whom a statement of a resource's policy means.
 *
 * @param kind {@code AWS} or {@code Service}; {@code *} for everybody
 */
public record PrincipalPattern(String kind, String text) {
    public static final PrincipalPattern EVERYBODY = new PrincipalPattern("*", "*");

    /** Services that the local cloud does not have. */
    private static final Set<String> ELSEWHERE = Set.of("cloudwatch.amazonaws.com");

    boolean isHere() {
        return !ELSEWHERE.contains(text);
    }

    /** Whether it names this principal itself, or everybody. */
    boolean names(Principal principal) {
        if (text.equals("*") && !kind.equals("Service")) return true;
        return switch (principal) {
            case Principal.Role role -> kind.equals("AWS") && (text.equals(role.arn()) || text.equals(role.name()));
            case Principal.Service service -> kind.equals("Service") && text.equals(service.name());
            case Principal.Administrator administrator -> kind.equals("AWS") && text.equals(administrator.name());
        };
    }

    /**
     * Whether it names the account: that allows nobody by itself, but lets the policies of the account's identities decide;
     * and denies all of them.
     */
    boolean namesAccountOf(Principal principal, String account) {
        return !(principal instanceof Principal.Service)
                && kind.equals("AWS")
                && (text.equals(account) || text.matches("arn:[^:]+:iam::" + account + ":root"));
    }
}
