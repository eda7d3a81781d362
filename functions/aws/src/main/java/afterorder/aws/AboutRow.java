package afterorder.aws;

import afterorder.order.row.RowKey;

/** A message that is about one row: its log lines name the row. */
public interface AboutRow {

    RowKey key();
}
