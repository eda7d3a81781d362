package afterorder.localcloud.iam;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a condition compares. Each is false where the request has no such key, as all of AWS's are that are not negated and do
 * not end with {@code IfExists}.
 */
public enum Operator {
    STRING_EQUALS("StringEquals") {
        @Override
        boolean matches(String wanted, String found) {
            return wanted.equals(found);
        }
    },
    STRING_LIKE("StringLike") {
        @Override
        boolean matches(String wanted, String found) {
            return new Wildcard(wanted, false).matches(found);
        }
    },
    BOOL("Bool") {
        @Override
        boolean matches(String wanted, String found) {
            return wanted.toLowerCase(Locale.ROOT).equals(found);
        }
    },
    /** For ARNs the two are the same to AWS. */
    ARN_EQUALS("ArnEquals") {
        @Override
        boolean matches(String wanted, String found) {
            return ArnPattern.of(wanted).filter(arn -> arn.matches(found)).isPresent();
        }
    },
    ARN_LIKE("ArnLike") {
        @Override
        boolean matches(String wanted, String found) {
            return ARN_EQUALS.matches(wanted, found);
        }
    };

    private final String word;

    Operator(String word) {
        this.word = word;
    }

    abstract boolean matches(String wanted, String found);

    /** The operator of that name, whatever its case; empty for one that cannot be judged here. */
    public static Optional<Operator> named(String word) {
        return Arrays.stream(values())
                .filter(operator -> operator.word.equalsIgnoreCase(word))
                .findFirst();
    }

    @Override
    public String toString() {
        return word;
    }
}
