/** E-invoices before a second judge: Mustang's validator, which many recipients use. */
@org.jspecify.annotations.NullMarked
package afterorder.einvoice;
