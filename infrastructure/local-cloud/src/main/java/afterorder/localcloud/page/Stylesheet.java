package afterorder.localcloud.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** {@code /_local/style.css}: the look of all pages. */
final class Stylesheet implements Page {

    @Override
    public Reply answer(Asked asked) throws IOException {
        try (InputStream css = Objects.requireNonNull(getClass().getResourceAsStream("style.css"))) {
            return new Reply.File("style.css", "text/css; charset=utf-8", css.readAllBytes());
        }
    }
}
