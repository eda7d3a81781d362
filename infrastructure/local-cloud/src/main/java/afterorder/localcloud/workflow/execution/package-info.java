/** Executions: an interpreter that walks through the states, and goes on after a restart where the journal ends. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.workflow.execution;
