package afterorder.order.link;

import static afterorder.order.DocumentKind.CANCELLATION;
import static afterorder.order.DocumentKind.INVOICE;

import afterorder.order.DocumentKind;
import afterorder.order.Email;
import afterorder.order.Order;
import afterorder.order.OrderId;
import java.util.List;
import java.util.stream.Stream;

/** The files in which a document of an order is kept, each as a link leads to it. */
public final class DocumentForms {
    private DocumentForms() {}

    /** An authority's invoice, and what takes it back, is an XRechnung beside its PDF. */
    public static List<Target.Document> of(OrderId id, Order order, DocumentKind kind, String number, Email reader) {
        return extensions(kind, order)
                .map(extension -> new Target.Document(
                        kind.objectKey(id, number, extension), reader, order.language(designed(kind))))
                .toList();
    }

    private static Stream<String> extensions(DocumentKind kind, Order order) {
        boolean isBill = kind == INVOICE || kind == CANCELLATION;
        return isBill && order.buyerReference() != null ? Stream.of("pdf", "xml") : Stream.of("pdf");
    }

    /** What takes an invoice back is designed as that. */
    public static DocumentKind designed(DocumentKind kind) {
        return kind == CANCELLATION ? INVOICE : kind;
    }
}
