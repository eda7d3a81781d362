package afterorder.formatting;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.RemoveUnusedImports;

/** What {@code spotless:apply} makes of a source: the same steps of the same formatter, in the same order. */
final class Formatted {
    private static final Formatter FORMATTER = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    private Formatted() {}

    /** @throws FormatterException when it is no Java */
    static String of(String source) throws FormatterException {
        String ordered = ImportOrderer.reorderImports(source, Style.PALANTIR);
        return FORMATTER.formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
    }
}
