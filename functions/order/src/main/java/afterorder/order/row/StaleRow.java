package afterorder.order.row;

import java.util.List;

/** Somebody else changed or made one of these rows since they were read: read again, decide again. */
public final class StaleRow extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StaleRow(List<RowKey> rows, Throwable cause) {
        super("changed by somebody else meanwhile: " + rows, cause);
    }
}
