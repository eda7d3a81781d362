package afterorder.purchase;

/** What a step of the workflow came to. */
sealed interface Outcome {
    /** The licenses are bought: to be invoiced. */
    record Purchased() implements Outcome {}

    /** The vendor will answer later; the row's deadline leads on. */
    record Pending() implements Outcome {}

    /** Another attempt works on this purchase. */
    record Superseded() implements Outcome {}

    /** The purchase is parked. */
    record Failed(String reason) implements Outcome {}
}
