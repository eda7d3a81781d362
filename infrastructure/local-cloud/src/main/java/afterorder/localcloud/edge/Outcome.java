package afterorder.localcloud.edge;

/**
 * How a call ended.
 *
 * @param status HTTP status; 0 when the connection was cut without an answer
 * @param responseBytes length of the answer's body
 */
public record Outcome(int status, long responseBytes) {

    public static final Outcome CUT = new Outcome(0, 0);
}
