/** What an execution has done, event by event: its history for readers, its journal for a restart. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.workflow.history;
