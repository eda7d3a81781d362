/** IAM: which statement of which policy of the template allows a call, and how each service words it when none does. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.iam;
