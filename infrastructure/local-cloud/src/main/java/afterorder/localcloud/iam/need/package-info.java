/** Which actions on which resources a call needs, service by service, as the Service Authorization Reference lists them. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.iam.need;
