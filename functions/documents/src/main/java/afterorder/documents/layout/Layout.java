package afterorder.documents.layout;

import afterorder.documents.layout.Block.Beside;
import afterorder.documents.layout.Block.Beside.Placed;
import afterorder.documents.layout.Block.Lines;
import afterorder.documents.layout.Block.Picture;
import afterorder.documents.layout.Block.Space;
import afterorder.documents.layout.Block.Stacked;
import afterorder.documents.layout.Element.Align;
import afterorder.documents.layout.Element.Columns;
import afterorder.documents.layout.Element.Figure;
import afterorder.documents.layout.Element.Fitted;
import afterorder.documents.layout.Element.Gap;
import afterorder.documents.layout.Element.Heading;
import afterorder.documents.layout.Element.KeyValues;
import afterorder.documents.layout.Element.Paragraph;
import afterorder.documents.layout.Element.Table;
import afterorder.documents.layout.LineBreaker.Line;
import java.util.ArrayList;
import java.util.List;

/** Makes blocks of elements: how wide each is, where its lines end, and which tags it has. */
final class Layout {
    static final float COLUMN_GAP = 10;
    /** How much of a block that is too high for one page stays together. */
    private static final float STEP = 40;

    /** How much smaller a text becomes at once that does not fit, and how small at most, in points. */
    private static final float SMALLER = 0.95f;

    private static final float SMALLEST = 3.5f;
    private static final float FITTED_GAP = 4;

    private final LineBreaker breaker;
    private final float highest;

    /** @param highest how high a block may be, in points: what is higher is broken over pages */
    Layout(LineBreaker breaker, float highest) {
        this.breaker = breaker;
        this.highest = highest;
    }

    List<Piece> pieces(List<? extends Element> elements, float width, Tag parent) {
        return elements.stream()
                .flatMap(element -> pieces(element, width, parent).stream())
                .toList();
    }

    Block stacked(List<? extends Element> elements, float width, Tag parent) {
        return new Stacked(
                pieces(elements, width, parent).stream().map(Piece::block).toList());
    }

    private List<Piece> pieces(Element element, float width, Tag parent) {
        return switch (element) {
            case Heading heading -> List.of(new Piece(heading(heading, width, parent), true));
            case Paragraph paragraph -> paragraph(paragraph, width, parent);
            case Figure figure -> {
                Tag tag = parent.child("Figure").describedAs(figure.alternative());
                yield List.of(new Piece(new Picture(figure.image(), tag, figure.width(), figure.height())));
            }
            case Fitted fitted -> List.of(new Piece(fitted(fitted, width, parent)));
            case KeyValues keyValues -> keyValues(keyValues, width, parent.child("L"));
            case Columns columns -> List.of(new Piece(columns(columns, parent)));
            case Table table -> new TableLayout(this, table, width, parent.child("Table")).pieces();
            case Gap gap -> List.of(Piece.space(gap.height()));
        };
    }

    private Block heading(Heading heading, float width, Tag parent) {
        return new Lines(breaker.lines(heading.text(), width, parent.child("H" + heading.level())), width, Align.LEFT);
    }

    private List<Piece> paragraph(Paragraph paragraph, float width, Tag parent) {
        List<Line> lines = new ArrayList<>();
        for (Text text : paragraph.texts()) lines.addAll(breaker.lines(text, width, parent.child("P")));
        return cut(List.of(new Placed(0, new Lines(lines, width, paragraph.align())))).stream()
                .map(Piece::new)
                .toList();
    }

    private Block fitted(Fitted fitted, float width, Tag parent) {
        List<Text> texts = fitted.texts();
        while (spaced(texts, width, Tag.none()).height() > fitted.height()
                && texts.getLast().style().size() > SMALLEST) {
            texts = texts.stream().map(text -> text.scaled(SMALLER)).toList();
        }
        Block block = spaced(texts, width, parent);
        float top = Math.max(0, Math.min(fitted.preferredTop(), fitted.height() - block.height()));
        return new Stacked(List.of(new Space(top), block));
    }

    private Block spaced(List<Text> texts, float width, Tag parent) {
        List<Block> parts = new ArrayList<>();
        for (Text text : texts) {
            if (!parts.isEmpty()) parts.add(new Space(FITTED_GAP));
            parts.add(lines(List.of(text), width, Align.LEFT, parent.child("P")));
        }
        return new Stacked(parts);
    }

    private List<Piece> keyValues(KeyValues keyValues, float width, Tag list) {
        float nameWidth = keyValues.nameWidth();
        List<Piece> pieces = new ArrayList<>();
        for (KeyValues.Entry entry : keyValues.entries()) {
            if (!pieces.isEmpty() && keyValues.space() > 0) pieces.add(Piece.space(keyValues.space()));
            Tag item = list.child("LI");
            Lines name = lines(List.of(entry.name()), nameWidth - COLUMN_GAP, Align.LEFT, item.child("Lbl"));
            Lines value = lines(List.of(entry.value()), width - nameWidth, keyValues.align(), item.child("LBody"));
            cut(List.of(new Placed(0, name), new Placed(nameWidth, value)))
                    .forEach(part -> pieces.add(new Piece(part)));
        }
        return pieces;
    }

    private Block columns(Columns columns, Tag parent) {
        List<Placed> parts = new ArrayList<>();
        float left = 0;
        for (Columns.Column column : columns.columns()) {
            boolean last = column == columns.columns().getLast();
            float width = column.width() - (last ? 0 : COLUMN_GAP);
            parts.add(new Placed(left, stacked(column.elements(), width, parent)));
            left += column.width();
        }
        return new Beside(parts);
    }

    /** One text is the content of its tag; several are paragraphs in it. */
    Lines lines(List<Text> texts, float width, Align align, Tag tag) {
        List<Line> lines = new ArrayList<>();
        for (Text text : texts) lines.addAll(breaker.lines(text, width, texts.size() == 1 ? tag : tag.child("P")));
        return new Lines(lines, width, align);
    }

    /** One block, or several when a cell is too high for one. */
    List<Block> cut(List<Placed> cells) {
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
