/** Step Functions: the Amazon States Language (JSONata) interpreted, and the API that the AWS SDK calls. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.workflow;
