package afterorder.order;

import org.jspecify.annotations.Nullable;

/** Who ordered, and who is the buyer on every invoice, whatever addressing is wished. @param number ours of the customer */
public record Customer(
        String number, String name, Email email, @Nullable String vatId, Address address) {}
