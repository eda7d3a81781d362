package afterorder.localcloud.fault;

import java.util.List;

/** Rules that nothing can be done with; none of those that came with them is taken. */
final class BadRules extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<String> mistakes;

    BadRules(List<String> mistakes) {
        super(String.join("; ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    List<String> mistakes() {
        return mistakes;
    }
}
