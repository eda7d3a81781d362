package afterorder.order.purchase;

/** The vendor gave no answer that says whether it sold: ask again under the same reference. */
public final class VendorUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public VendorUnavailable(String message) {
        super(message);
    }

    public VendorUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
