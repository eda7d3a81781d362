package afterorder.localcloud.workflow.query;

/** An expression that did not give what is needed; the message is a cause as Step Functions words it. */
public final class QueryError extends Exception {
    private static final long serialVersionUID = 1;
    private final String error;
    private final String field;

    private QueryError(String error, String field, String message) {
        super(message);
        this.error = error;
        this.field = field;
    }

    public static QueryError of(String field, String message) {
        return new QueryError("States.QueryEvaluationError", field, message);
    }

    /** What AWS would evaluate, and the library here cannot. */
    static QueryError gap(String field, String message) {
        return new QueryError("LocalCloud.QueryNotSupported", field, message);
    }

    /** The error's name. */
    public String error() {
        return error;
    }

    /** The field of the state that has the expression: {@code Output/total}. */
    public String field() {
        return field;
    }
}
