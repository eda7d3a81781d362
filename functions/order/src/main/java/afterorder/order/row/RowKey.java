package afterorder.order.row;

import afterorder.order.OrderId;

/** Where a row stands in the table: an order's rows share its number, and differ by their part. */
public record RowKey(String orderId, String part) {
    public static final String ORDER = "order";
    private static final String PURCHASE = "purchase-";
    private static final String CORRECTION = "correction-";
    private static final String SERVICE = "service-";
    private static final String EXPORT = "export";

    public static RowKey order(OrderId id) {
        return new RowKey(id.value(), ORDER);
    }

    public static RowKey purchase(OrderId id, int number) {
        return new RowKey(id.value(), purchasePart(number));
    }

    /** @param id made of a customer's number */
    public static RowKey export(OrderId id) {
        return new RowKey(id.value(), EXPORT);
    }

    /** What is known of the VAT ID of that order's customer. */
    public static RowKey vatId(OrderId id) {
        return new RowKey(id.value(), "vat-id");
    }

    /** @param name of the correction among the order's */
    public static RowKey correction(OrderId id, String name) {
        return new RowKey(id.value(), CORRECTION + name);
    }

    /** Of an engagement. @param number counts the engagements of an order from 1 */
    public static RowKey service(OrderId id, int number) {
        return new RowKey(id.value(), servicePart(number));
    }

    /** As above. */
    public static String servicePart(int number) {
        return SERVICE + number;
    }

    /** @param number counts the purchases of an order from 1 */
    public static String purchasePart(int number) {
        return PURCHASE + number;
    }

    public boolean isExport() {
        return part.equals(EXPORT);
    }

    public boolean isCorrection() {
        return part.startsWith(CORRECTION);
    }

    public boolean isService() {
        return part.startsWith(SERVICE);
    }

    public boolean isPurchase() {
        return part.startsWith(PURCHASE);
    }
}
