package afterorder.localcloud.page;

import java.io.IOException;
import java.util.List;

/** Answers a path of {@code /_local/} and what is below it. */
interface Page {

    /** What it may be asked with. */
    default List<String> methods() {
        return List.of("GET", "HEAD");
    }

    /** @throws Refused when it knows nothing under that address */
    Reply answer(Asked asked) throws IOException, InterruptedException;
}
