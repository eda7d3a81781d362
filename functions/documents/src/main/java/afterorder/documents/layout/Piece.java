package afterorder.documents.layout;

import org.jspecify.annotations.Nullable;

/**
 * A block in the flow of a document.
 *
 * @param withNext whether it must stand on the same page as the next piece
 * @param head what is repeated above it when it begins a page
 * @param carried what then stands at the end of the page before, and again beneath the head
 */
record Piece(
        Block block,
        boolean withNext,
        @Nullable Block head,
        @Nullable Block carried) {
    Piece(Block block, boolean withNext) {
        this(block, withNext, null, null);
    }

    Piece(Block block) {
        this(block, false);
    }

    static Piece space(float height) {
        return new Piece(new Block.Space(height), true);
    }

    boolean isSpace() {
        return block instanceof Block.Space;
    }

    float carriedHeight() {
        return carried == null ? 0 : carried.height();
    }
}
