package afterorder.benchmark;

/**
 * What AWS asks in eu-central-1, in dollars, without taxes and free tiers, as its price pages had it in 2025. Rows are in the
 * class for infrequent access: the price of the standard class times 1.25 for reads and writes, times 0.4 for storage, which
 * are AWS's ratios in us-east-1.
 */
enum Price {
    API_CALL(1.20 / 1e6, "calls of the HTTP API"),
    LAMBDA_CALL(0.20 / 1e6, "invocations"),
    LAMBDA_GIGABYTE_SECOND(0.0000133334, "GB-seconds on arm64, as long as here"),
    TRANSITION(0.025 / 1e3, "states of workflows"),
    SQS_REQUEST(0.40 / 1e6, "sent, received, deleted messages"),
    WRITE_UNIT(0.9516 / 1e6, "written KB of rows, twice in transactions, and index entries"),
    READ_UNIT(0.1891 / 1e6, "read 4 KB of rows"),
    ROW_MONTH(0.1224, "rows, nine years"),
    ROW_BACKUP_MONTH(0.2448, "rows' backup (point-in-time recovery), nine years"),
    S3_PUT(0.0054 / 1e3, "stored objects"),
    S3_GET(0.00043 / 1e3, "read objects"),
    OBJECT_MONTH(0.0245, "documents and keys, as long as they are kept"),
    KMS_CALL(0.03 / 1e4, "keys of the bucket of license keys"),
    MAIL(0.10 / 1e3, "mails"),
    MAIL_GIGABYTE(0.12, "what mails enclose"),
    LOG_GIGABYTE(0.63, "logs, 1 KB an invocation"),
    TRANSFER_GIGABYTE(0.09, "each document opened once");

    private final double dollars;
    private final String what;

    /** @param dollars for one: a call, a unit, a GB, a GB that is kept a month */
    Price(double dollars, String what) {
        this.dollars = dollars;
        this.what = what;
    }

    double of(double quantity) {
        return dollars * quantity;
    }

    String what() {
        return what;
    }
}
