/** What invokes functions beside the HTTP API: queues (event source mappings) and schedules (EventBridge rules). */
@NullMarked
package afterorder.localcloud.trigger;

import org.jspecify.annotations.NullMarked;
