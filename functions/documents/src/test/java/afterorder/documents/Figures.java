package afterorder.documents;

import static afterorder.documents.SampleOrder.anOrder;

import afterorder.documents.layout.PdfFile;
import afterorder.order.billing.DeliveryNote;
import afterorder.order.billing.Invoice;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;

/** Prints how long documents take and how large they are; to be run with the heap that they shall do with: -Xmx200m. */
final class Figures {
    private static final int WARM_UP = 400;
    private static final int MEASURED = 200;
    private static final int KEYS = 10_000;

    private Figures() {}

    public static void main(String[] none) {
        PdfDocuments documents = new PdfDocuments(Settings.seller(), Settings.catalog());
        Invoice invoice = anOrder().withDataCenter().invoice();
        IntStream.range(0, WARM_UP).forEach(time -> documents.invoice(invoice));
        long start = cpuTime();
        IntStream.range(0, MEASURED).forEach(time -> documents.invoice(invoice));
        double each = (cpuTime() - start) / 1e6 / MEASURED;
        System.out.printf(
                "invoice of one line: %.1f ms, %d bytes%n",
                each, documents.invoice(invoice).bytes().length);

        SampleOrder order = anOrder();
        IntStream.range(0, KEYS).forEach(line -> order.withDataCenter());
        DeliveryNote note = order.deliveryNote();
        start = cpuTime();
        PdfFile file = documents.deliveryNote(note);
        double seconds = (cpuTime() - start) / 1e9;
        System.out.printf(
                "delivery note of %d keys: %.1f s, %.1f MB, in a heap of at most %d MB%n",
                KEYS, seconds, file.bytes().length / 1e6, Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Of this thread, in nanoseconds: what else the machine does is left out. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
