package afterorder.documents.layout;

import java.util.ArrayList;
import java.util.List;

/** Distributes the pieces of a document over its pages. */
final class Pagination {
    private final float firstTop;
    private final float top;
    private final float bottom;
    private final List<List<Placed>> pages = new ArrayList<>();
    private float y;

    /** A block at its height on a page. */
    record Placed(float top, Block block) {}

    /**
     * @param firstTop where the first page begins, in points from its upper edge
     * @param top where the others begin
     * @param bottom where each ends
     */
    Pagination(float firstTop, float top, float bottom) {
        this.firstTop = firstTop;
        this.top = top;
        this.bottom = bottom;
    }

    List<List<Placed>> pages(List<Piece> pieces) {
        pages.add(new ArrayList<>());
        y = firstTop;
        for (int number = 0; number < pieces.size(); number++) {
            Piece piece = pieces.get(number);
            if (y + heightWithNext(pieces, number) > bottom && y > top) turnPage(piece);
            if (!(piece.isSpace() && isPageEmpty())) place(piece.block());
        }
        return pages;
    }

    private void turnPage(Piece piece) {
        pages.add(new ArrayList<>());
        y = top;
        if (piece.head() != null) place(new Block.Artifact(piece.head()));
    }

    private void place(Block block) {
        pages.getLast().add(new Placed(y, block));
        y += block.height();
    }

    private boolean isPageEmpty() {
        return pages.getLast().isEmpty();
    }

    private static float heightWithNext(List<Piece> pieces, int first) {
        float height = 0;
        int number = first;
        do {
            height += pieces.get(number).block().height();
        } while (pieces.get(number++).withNext() && number < pieces.size());
        return height;
    }
}
