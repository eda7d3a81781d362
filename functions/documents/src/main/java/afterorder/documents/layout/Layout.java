package afterorder.documents.layout;

import afterorder.documents.layout.Block.Beside;
import afterorder.documents.layout.Block.Beside.Placed;
import afterorder.documents.layout.Block.Lines;
import afterorder.documents.layout.Block.Ruled;
import afterorder.documents.layout.Block.Space;
import afterorder.documents.layout.Block.Stacked;
import afterorder.documents.layout.Element.Align;
import afterorder.documents.layout.Element.Columns;
import afterorder.documents.layout.Element.Gap;
import afterorder.documents.layout.Element.Heading;
import afterorder.documents.layout.Element.KeyValues;
import afterorder.documents.layout.Element.Paragraph;
import afterorder.documents.layout.Element.Table;
import java.util.ArrayList;
import java.util.List;

/** Makes blocks of elements: how wide each is, and where its lines end. */
final class Layout {
    private static final float COLUMN_GAP = 10;
    private static final float ROW_SPACE = 4;
    /** How much of a block that is too high for one page stays together. */
    private static final float STEP = 40;

    private final LineBreaker breaker;
    private final float highest;

    /** @param highest how high a block may be, in points: what is higher is broken over pages */
    Layout(LineBreaker breaker, float highest) {
        this.breaker = breaker;
        this.highest = highest;
    }

    List<Piece> pieces(List<? extends Element> elements, float width) {
        return elements.stream()
                .flatMap(element -> pieces(element, width).stream())
                .toList();
    }

    Block stacked(List<? extends Element> elements, float width) {
        return new Stacked(pieces(elements, width).stream().map(Piece::block).toList());
    }

    private List<Piece> pieces(Element element, float width) {
        return switch (element) {
            case Heading heading -> List.of(new Piece(lines(List.of(heading.text()), width, Align.LEFT), true, null));
            case Paragraph paragraph ->
                cut(List.of(new Placed(0, lines(paragraph.texts(), width, paragraph.align())))).stream()
                        .map(Piece::new)
                        .toList();
            case KeyValues keyValues -> keyValues(keyValues, width);
            case Columns columns -> List.of(new Piece(columns(columns)));
            case Table table -> table(table, width);
            case Gap gap -> List.of(new Piece(new Space(gap.height()), true, null));
        };
    }

    private Lines lines(List<Text> texts, float width, Align align) {
        return new Lines(
                texts.stream()
                        .flatMap(text -> breaker.lines(text, width).stream())
                        .toList(),
                width,
                align);
    }

    private List<Piece> keyValues(KeyValues keyValues, float width) {
        float nameWidth = keyValues.nameWidth();
        return keyValues.entries().stream()
                .map(entry -> List.of(
                        new Placed(0, lines(List.of(entry.name()), nameWidth - COLUMN_GAP, Align.LEFT)),
                        new Placed(nameWidth, lines(List.of(entry.value()), width - nameWidth, keyValues.align()))))
                .flatMap(cells -> cut(cells).stream())
                .map(Piece::new)
                .toList();
    }

    private Block columns(Columns columns) {
        List<Placed> parts = new ArrayList<>();
        float left = 0;
        for (Columns.Column column : columns.columns()) {
            boolean last = column == columns.columns().getLast();
            parts.add(new Placed(left, stacked(column.elements(), column.width() - (last ? 0 : COLUMN_GAP))));
            left += column.width();
        }
        return new Beside(parts);
    }

    private List<Piece> table(Table table, float width) {
        List<List<Text>> titles =
                table.columns().stream().map(column -> List.of(column.title())).toList();
        Block head = new Ruled(new Beside(cells(table, titles)), width, ROW_SPACE, Tone.GRAY);
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(head, true, null));
        for (Table.Row row : table.rows()) {
            boolean lastRow = row == table.rows().getLast();
            List<Block> parts = cut(cells(table, row.cells()));
            for (Block part : parts.subList(0, parts.size() - 1)) pieces.add(new Piece(part, false, head));
            pieces.add(new Piece(new Ruled(parts.getLast(), width, ROW_SPACE, Tone.RULE), lastRow, head));
        }
        return pieces;
    }

    private List<Placed> cells(Table table, List<List<Text>> texts) {
        List<Placed> cells = new ArrayList<>();
        float left = 0;
        for (int number = 0; number < texts.size(); number++) {
            Table.TableColumn column = table.columns().get(number);
            boolean last = number == texts.size() - 1;
            float width = column.width() - (last ? 0 : COLUMN_GAP);
            cells.add(new Placed(left, lines(texts.get(number), width, column.align())));
            left += column.width();
        }
        return cells;
    }

    /** One block, or several when a cell is too high for one. */
    private List<Block> cut(List<Placed> cells) {
        float limit = new Beside(cells).height() <= highest ? highest : STEP;
        List<List<Placed>> parts = new ArrayList<>();
        for (Placed cell : cells) {
            List<Lines> pieces = ((Lines) cell.block()).cut(limit);
            for (int number = 0; number < pieces.size(); number++) {
                if (parts.size() == number) parts.add(new ArrayList<>());
                parts.get(number).add(new Placed(cell.left(), pieces.get(number)));
            }
        }
        return parts.stream().<Block>map(Beside::new).toList();
    }
}
