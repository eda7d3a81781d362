package afterorder.documents.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Distributes the pieces of a document over its pages. */
final class Pagination {
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
        this.top = top;
        this.bottom = bottom;
        this.pages.add(new ArrayList<>());
        this.y = firstTop;
    }

    List<List<Placed>> pages(List<Piece> pieces) {
        for (int number = 0; number < pieces.size(); number++) {
            Piece piece = pieces.get(number);
            if (y + heightWithNext(pieces, number) > bottom && y > top) turnPage(piece);
            if (!(piece.isSpace() && isPageEmpty())) place(piece.block());
        }
        return pages;
    }

    private void turnPage(Piece piece) {
        placeRepeated(piece.carried());
        pages.add(new ArrayList<>());
        y = top;
        placeRepeated(piece.head());
        placeRepeated(piece.carried());
    }

    private void placeRepeated(@Nullable Block block) {
        if (block != null) place(new Block.Artifact(block));
    }

    private void place(Block block) {
        pages.getLast().add(new Placed(y, block));
        y += block.height();
    }

    private boolean isPageEmpty() {
        return pages.getLast().isEmpty();
    }

    /** What must stand together, with room for what would be carried over after it. */
    private static float heightWithNext(List<Piece> pieces, int first) {
        float height = 0;
        int number = first;
        do {
            height += pieces.get(number).block().height();
        } while (pieces.get(number++).withNext() && number < pieces.size());
        return number < pieces.size() ? height + pieces.get(number).carriedHeight() : height;
    }
}
