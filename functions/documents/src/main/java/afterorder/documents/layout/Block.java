package afterorder.documents.layout;

import afterorder.documents.layout.Element.Align;
import afterorder.documents.layout.LineBreaker.Line;
import java.util.ArrayList;
import java.util.List;

/** A piece of a page, of known size; it stands on one page as a whole. Measures are in points, from the top. */
sealed interface Block {
    float height();

    void draw(Pen pen, float left, float top);

    /** Lines of text, one below the other. */
    record Lines(List<Line> lines, float width, Align align) implements Block {
        @Override
        public float height() {
            return (float) lines.stream().mapToDouble(Line::height).sum();
        }

        @Override
        public void draw(Pen pen, float left, float top) {
            float y = top;
            for (int first = 0, end; first < lines.size(); first = end) {
                end = endOfText(first);
                List<Line> sameText = lines.subList(first, end);
                pen.write(sameText, left, y, width, align);
                y += new Lines(sameText, width, align).height();
            }
        }

        private int endOfText(int first) {
            int end = first + 1;
            while (end < lines.size()
                    && lines.get(end).text() == lines.get(first).text()) end++;
            return end;
        }

        /** The same lines in pieces that are not higher than that. */
        List<Lines> cut(float highest) {
            List<Lines> pieces = new ArrayList<>();
            List<Line> piece = new ArrayList<>();
            for (Line line : lines) {
                if (!piece.isEmpty() && new Lines(piece, width, align).height() + line.height() > highest) {
                    pieces.add(new Lines(piece, width, align));
                    piece = new ArrayList<>();
                }
                piece.add(line);
            }
            pieces.add(new Lines(piece, width, align));
            return pieces;
        }
    }

    /** Blocks side by side, tops aligned. */
    record Beside(List<Placed> parts) implements Block {
        record Placed(float left, Block block) {}

        @Override
        public float height() {
            return (float) parts.stream()
                    .mapToDouble(part -> part.block().height())
                    .max()
                    .orElse(0);
        }

        @Override
        public void draw(Pen pen, float left, float top) {
            parts.forEach(part -> part.block().draw(pen, left + part.left(), top));
        }
    }

    /** Blocks one below the other. */
    record Stacked(List<Block> parts) implements Block {
        @Override
        public float height() {
            return (float) parts.stream().mapToDouble(Block::height).sum();
        }

        @Override
        public void draw(Pen pen, float left, float top) {
            float y = top;
            for (Block part : parts) {
                part.draw(pen, left, y);
                y += part.height();
            }
        }
    }

    /** A block with space above and below, and a rule beneath it. */
    record Ruled(Block inner, float width, float space, Tone tone) implements Block {
        @Override
        public float height() {
            return inner.height() + 2 * space;
        }

        @Override
        public void draw(Pen pen, float left, float top) {
            inner.draw(pen, left, top + space);
            pen.rule(left, left + width, top + height(), tone);
        }
    }

    /** What software need not read: it repeats what is said elsewhere. */
    record Artifact(Block inner) implements Block {
        @Override
        public float height() {
            return inner.height();
        }

        @Override
        public void draw(Pen pen, float left, float top) {
            pen.decorate(() -> inner.draw(pen, left, top));
        }
    }

    record Picture(Image image, Tag tag, float width, float height) implements Block {
        @Override
        public void draw(Pen pen, float left, float top) {
            pen.draw(image, tag, left, top, width, height);
        }
    }

    record Space(float height) implements Block {
        @Override
        public void draw(Pen pen, float left, float top) {
            // Nothing is to be seen.
        }
    }
}
