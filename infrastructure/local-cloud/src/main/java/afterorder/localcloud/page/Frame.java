package afterorder.localcloud.page;

import java.time.Instant;
import java.util.List;

/**
 * What is around the content of each page.
 *
 * @param section the first segment of the address: which entry of the navigation is the present one
 * @param now moved time
 * @param otherPace the address of this page, live where it is not
 */
record Frame(String title, String section, Instant now, boolean live, String otherPace) {

    /** @param json whether a program's door, without a page */
    record Entry(String section, String name, boolean json) {}

    List<Entry> navigation() {
        return List.of(
                new Entry("", "Orders", false),
                new Entry("mailbox", "Mailbox", false),
                new Entry("documents", "Documents", false),
                new Entry("executions", "Executions", false),
                new Entry("queues", "Queues", false),
                new Entry("functions", "Functions", false),
                new Entry("purchases", "Vendor", false),
                new Entry("calls", "Calls", true));
    }

    boolean isHere(Entry entry) {
        return entry.section().equals(section.equals("orders") ? "" : section);
    }
}
