package afterorder.documents.layout;

import afterorder.documents.layout.Block.Beside;
import afterorder.documents.layout.Block.Beside.Placed;
import afterorder.documents.layout.Block.Ruled;
import afterorder.documents.layout.Element.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the pieces of a table: its head, then its rows, each of which can begin a page. */
final class TableLayout {
    private static final float ROW_SPACE = 4;

    private final Layout layout;
    private final Table table;
    private final float width;
    private final Tag tag;

    TableLayout(Layout layout, Table table, float width, Tag tag) {
        this.layout = layout;
        this.table = table;
        this.width = width;
        this.tag = tag;
    }

    List<Piece> pieces() {
        Block head = head();
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(head, true));
        for (int number = 0; number < table.rows().size(); number++) {
            Tag row = tag.child("TR");
            boolean lastRow = number == table.rows().size() - 1;
            List<Block> parts = layout.cut(cells(table.rows().get(number).cells(), () -> row.child("TD")));
            Block carried = carried(number);
            for (Block part : parts.subList(0, parts.size() - 1)) {
                pieces.add(new Piece(part, false, head, carried));
                carried = carried(number + 1);
            }
            pieces.add(new Piece(new Ruled(parts.getLast(), width, ROW_SPACE, Tone.RULE), lastRow, head, carried));
        }
        return pieces;
    }

    private Block head() {
        List<List<Text>> titles =
                table.columns().stream().map(column -> List.of(column.title())).toList();
        Tag row = tag.child("TR");
        List<Placed> cells = cells(titles, () -> row.child("TH").with("Table", "Scope", "Column"));
        return new Ruled(new Beside(cells), width, ROW_SPACE, Tone.GRAY);
    }

    private @Nullable Block carried(int rows) {
        if (table.carry() == null || rows == 0) return null;
        return new Ruled(new Beside(cells(table.carry().after(rows).cells(), Tag::none)), width, ROW_SPACE, Tone.RULE);
    }

    private List<Placed> cells(List<List<Text>> texts, Supplier<Tag> tags) {
        List<Placed> cells = new ArrayList<>();
        float left = 0;
        for (int number = 0; number < texts.size(); number++) {
            Table.TableColumn column = table.columns().get(number);
            boolean last = number == texts.size() - 1;
            float cellWidth = column.width() - (last ? 0 : Layout.COLUMN_GAP);
            cells.add(new Placed(left, layout.lines(texts.get(number), cellWidth, column.align(), tags.get())));
            left += column.width();
        }
        return cells;
    }
}
