package afterorder.order.row;

/** Why a row must be looked at again. Of the steps of its own work a row awaits at most one; the others stand beside it. */
public enum Deadline {
    /** The message that starts the order's confirmation may have got lost. */
    LOST(true),
    /** The confirmation that is being sent should be out by now. */
    SENDING(true),
    /** The date of the purchase. */
    PURCHASE(true),
    /** Nothing is in flight; the next attempt begins then. */
    NEXT_ATTEMPT(true),
    /** The purchase that began should be made by now. */
    PURCHASING(true),
    /** Invoice and delivery note should be out by now. */
    INVOICING(true),
    /** The customer's data should be exported by now. */
    EXPORT(true),
    /** The performance record should be out by now. */
    RECORDING(true),
    /** The team should have contacted the customer by now. */
    CONTACT(false),
    /** Somebody is to be reminded that the services wait. */
    FOLLOW_UP(false),
    /** The vendor is to be asked whether the technical contact has verified the account. */
    VERIFICATION(false),
    /** The desk should have bought by now. */
    DESK(false),
    /** License keys are to be deleted, whose term is long over. */
    KEYS(false),
    /** The order's rows may be kept no longer. */
    KEPT(false),
    /** Notices are to be sent. */
    NOTICE(false);

    private final boolean isStep;

    Deadline(boolean isStep) {
        this.isStep = isStep;
    }

    boolean isStep() {
        return isStep;
    }
}
