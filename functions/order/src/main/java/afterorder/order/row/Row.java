package afterorder.order.row;

/** A row of the table. Each change is a conditional write on its version: who loses the race reads and decides again. */
public interface Row {

    RowKey key();

    /** As it was read; 0 for a row that is not stored yet. */
    long version();

    Row withVersion(long version);
}
