package afterorder.order.row;

/** Why a row must be looked at again. */
public enum Deadline {
    /** The message that starts the order's confirmation may have got lost. */
    LOST,
    /** The confirmation that is being sent should be out by now. */
    SENDING,
    /** The date of the purchase. */
    PURCHASE,
    /** The purchase that began should be made by now. */
    PURCHASING,
    /** Invoice and delivery note should be out by now. */
    INVOICING
}
