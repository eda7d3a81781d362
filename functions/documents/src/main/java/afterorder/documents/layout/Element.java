package afterorder.documents.layout;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document consists of: it says what is there, the kit decides where it stands. */
public sealed interface Element {

    /** A title; it never stands alone at the end of a page. @param level 1 for that of the document */
    record Heading(int level, Text text) implements Element {}

    /** Texts one below the other. */
    record Paragraph(Align align, List<Text> texts) implements Element {
        public Paragraph(Text... texts) {
            this(Align.LEFT, List.of(texts));
        }
    }

    /**
     * Texts one below the other in a field of that height: they begin at its preferred top, higher when they are more, and
     * are set smaller when they are more than the field holds.
     */
    record Fitted(float height, float preferredTop, List<Text> texts) implements Element {}

    /** An image. @param alternative what is said to who cannot see it. @param width in points, as the height */
    record Figure(Image image, String alternative, float width, float height) implements Element {}

    /** Names with their values, as a list of facts. @param nameWidth in points @param space between them, in points */
    record KeyValues(float nameWidth, Align align, float space, List<Entry> entries) implements Element {
        public record Entry(Text name, Text value) {}
    }

    /** Elements side by side, never broken over two pages. */
    record Columns(List<Column> columns) implements Element {
        public Columns(Column... columns) {
            this(List.of(columns));
        }

        /** @param width in points, with the space to the next column */
        public record Column(float width, List<? extends Element> elements) {
            public Column(float width, Element... elements) {
                this(width, Arrays.asList(elements));
            }
        }
    }

    /** A table: its head is repeated on each page, a row is broken only when it is longer than half a page. */
    record Table(
            List<TableColumn> columns,
            List<Row> rows,
            @Nullable Carry carry) implements Element {
        public Table(List<TableColumn> columns, List<Row> rows) {
            this(columns, rows, null);
        }

        /** @param width in points */
        public record TableColumn(Text title, float width, Align align) {}

        /** @param cells one a column, each with its texts one below the other */
        public record Row(List<List<Text>> cells) {}

        /** What so many rows amount to: it stands at the end of a page, and again at the top of the next. */
        public interface Carry {
            Row after(int rows);
        }
    }

    /** Free space, which vanishes at the top of a page. @param height in points */
    record Gap(float height) implements Element {}

    enum Align {
        LEFT,
        RIGHT
    }
}
