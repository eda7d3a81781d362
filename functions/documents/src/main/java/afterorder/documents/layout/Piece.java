package afterorder.documents.layout;

import org.jspecify.annotations.Nullable;

/**
 * A block in the flow of a document.
 *
 * @param withNext whether it must stand on the same page as the next piece
 * @param head what is repeated above it when it begins a page
 */
record Piece(Block block, boolean withNext, @Nullable Block head) {
    Piece(Block block) {
        this(block, false, null);
    }

    static Piece space(float height) {
        return new Piece(new Block.Space(height), true, null);
    }

    boolean isSpace() {
        return block instanceof Block.Space;
    }
}
