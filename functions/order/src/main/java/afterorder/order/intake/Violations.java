package afterorder.order.intake;

import afterorder.order.fields.Mistakes;
import java.util.ArrayList;
import java.util.List;

/** Collects violations in the order of the body; past a thousand they are only counted, so that the answer stays small. */
final class Violations implements Mistakes {
    private static final int MOST = 1_000;
    private final List<Violation> found = new ArrayList<>();
    private int unlisted;

    @Override
    public void add(String pointer, String detail) {
        if (found.size() < MOST) found.add(new Violation(pointer, detail));
        else unlisted++;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Violation> list() {
        if (unlisted == 0) return List.copyOf(found);
        List<Violation> all = new ArrayList<>(found);
        all.add(new Violation("", unlisted + " more violations are not listed"));
        return all;
    }
}
