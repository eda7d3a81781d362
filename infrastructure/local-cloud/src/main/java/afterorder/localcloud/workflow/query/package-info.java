/** JSONata as Step Functions evaluates it: payload templates, the functions it adds, what it refuses. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.workflow.query;
