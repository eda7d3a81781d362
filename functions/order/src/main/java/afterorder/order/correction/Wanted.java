package afterorder.order.correction;

import afterorder.order.Customer;
import afterorder.order.DocumentKind;
import afterorder.order.LineSelection;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What staff wants to be made of an invoice. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Wanted.Cancellation.class, name = "cancellation"),
    @JsonSubTypes.Type(value = Wanted.Replacement.class, name = "replacement")
})
public sealed interface Wanted {
    /** The number of the invoice. */
    String invoice();

    /** For the customer to read. */
    String reason();

    /** Of what kind the document is that comes of it. */
    @JsonIgnore
    DocumentKind document();

    /** These lines are taken back. */
    record Cancellation(String invoice, LineSelection lines, String reason) implements Wanted {
        @Override
        public DocumentKind document() {
            return DocumentKind.CANCELLATION;
        }
    }

    /** The same is billed to the customer as these data say. */
    record Replacement(String invoice, Customer customer, String reason) implements Wanted {
        @Override
        public DocumentKind document() {
            return DocumentKind.INVOICE;
        }
    }
}
