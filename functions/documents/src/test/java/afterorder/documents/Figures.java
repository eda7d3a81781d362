package afterorder.documents;

import static afterorder.documents.SampleOrder.anOrder;

import afterorder.documents.layout.PdfFile;
import afterorder.order.billing.DeliveryNote;
import afterorder.order.billing.Invoice;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.stream.IntStream;

/** Prints how long documents take, how large they are and how much memory they need: see the profile {@code figures}. */
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
                "delivery note of %d keys: %.1f s, %.1f MB, with %d MB of a heap of %d%n",
                KEYS,
                seconds,
                file.bytes().length / 1e6,
                peakHeap() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** In bytes: what its parts held at their fullest, together, dead objects too. */
    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    /** Of this thread, in nanoseconds: what else the machine does is left out. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
