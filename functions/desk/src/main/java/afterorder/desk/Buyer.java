package afterorder.desk;

import afterorder.aws.Orders;
import afterorder.order.Customer;
import afterorder.order.OrderId;

/** Whose order it is. */
record Buyer(String number, String name) {

    static Buyer of(Customer customer) {
        return new Buyer(customer.number(), customer.name());
    }

    static Buyer of(Orders orders, String orderId) {
        return of(orders.find(new OrderId(orderId)).orElseThrow().order().customer());
    }
}
