package afterorder.documents.layout;

import afterorder.documents.layout.Block.Artifact;
import afterorder.documents.layout.Element.Align;
import afterorder.documents.layout.Element.Paragraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The pages of a sheet: frames, content, and what stands at the edges. */
final class Letter {
    private final Sheet sheet;
    private final Layout layout;
    private final List<Framed> frames = new ArrayList<>();
    private final Deque<List<Pagination.Placed>> pages;
    private final int count;
    private final Block foot;

    private record Framed(Frame frame, Block block) {
        float bottom() {
            return frame.top() + block.height();
        }
    }

    /** @param tag of the whole: it gets its parts in the order in which they are read */
    Letter(Sheet sheet, Layout layout, Tag tag) {
        this.sheet = sheet;
        this.layout = layout;
        for (Frame frame : sheet.frames()) {
            frames.add(new Framed(frame, layout.stacked(frame.elements(), frame.width(), tag)));
        }
        List<Piece> pieces = layout.pieces(sheet.body(), Paper.WIDTH, tag);
        this.pages = new ArrayDeque<>(new Pagination(firstTop(), Paper.TOP, Paper.BOTTOM).pages(pieces));
        this.count = pages.size();
        this.foot = layout.stacked(sheet.foot(), Paper.WIDTH, tag);
    }

    boolean hasNext() {
        return !pages.isEmpty();
    }

    /** Draws the next page and forgets it: a letter of ten thousand keys is large. */
    void drawNext(Pen pen) {
        int number = count - pages.size() + 1;
        if (number == 1) drawFirst(pen);
        else decoration(sheet.runningHead()).draw(pen, Paper.LEFT, Paper.RUNNING_HEAD);
        for (Pagination.Placed part : pages.remove()) part.block().draw(pen, Paper.LEFT, part.top());
        if (count > 1) drawPageLabel(pen, number);
        pen.rule(Paper.LEFT, Paper.LEFT + Paper.WIDTH, Paper.FOOT_RULE, Tone.RULE);
        // It is read once, at the end, as it says who the seller is.
        (number == 1 ? foot : new Artifact(foot)).draw(pen, Paper.LEFT, Paper.FOOT);
    }

    private void drawFirst(Pen pen) {
        for (Framed each : frames)
            each.block().draw(pen, each.frame().left(), each.frame().top());
        for (float fold : List.of(Paper.FIRST_FOLD, Paper.SECOND_FOLD)) {
            pen.rule(Paper.MARKS_LEFT, Paper.MARKS_LEFT + Paper.MARK, fold, Tone.GRAY);
        }
        pen.rule(Paper.MARKS_LEFT, Paper.MARKS_LEFT + Paper.PUNCH_MARK, Paper.PUNCH, Tone.GRAY);
    }

    private void drawPageLabel(Pen pen, int number) {
        Text label = sheet.pageLabel().of(number, count);
        decoration(List.of(new Paragraph(Align.RIGHT, List.of(label)))).draw(pen, Paper.LEFT, Paper.PAGE_LABEL);
    }

    private Block decoration(List<Element> elements) {
        return new Artifact(layout.stacked(elements, Paper.WIDTH, Tag.none()));
    }

    private float firstTop() {
        float bottom = (float) frames.stream().mapToDouble(Framed::bottom).max().orElse(0);
        return Math.max(Paper.SUBJECT, bottom + Paper.BEFORE_SUBJECT);
    }
}
