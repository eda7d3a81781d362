package afterorder.localcloud.page;

import afterorder.localcloud.clock.MovableClock;
import afterorder.localcloud.edge.CallLog;
import afterorder.localcloud.function.FunctionRunner;
import afterorder.localcloud.mail.Mailbox;
import afterorder.localcloud.queue.Queues;
import afterorder.localcloud.storage.Buckets;
import afterorder.localcloud.table.Tables;
import afterorder.localcloud.template.Template;
import afterorder.localcloud.vendor.Marketplace;
import afterorder.localcloud.workflow.Workflows;

/**
 * The parts that the pages show.
 *
 * @param address for people: {@code http://localhost:4566}
 */
public record Observed(
        String address,
        MovableClock clock,
        Template template,
        Tables tables,
        Buckets buckets,
        Queues queues,
        Workflows workflows,
        FunctionRunner functions,
        Mailbox mailbox,
        CallLog calls,
        Marketplace vendor) {}
