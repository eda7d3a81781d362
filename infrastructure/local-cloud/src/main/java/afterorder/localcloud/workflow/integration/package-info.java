/** The services that a Task calls. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.workflow.integration;
