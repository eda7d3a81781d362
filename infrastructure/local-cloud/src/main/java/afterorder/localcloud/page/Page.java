package afterorder.localcloud.page;

import java.io.IOException;

/** Answers a path of {@code /_local/} and what is below it. */
interface Page {

    /** @throws Refused when it knows nothing under that address */
    Reply answer(Asked asked) throws IOException, InterruptedException;
}
