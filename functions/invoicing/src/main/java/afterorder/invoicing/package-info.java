/** The function invoicing: invoice and delivery note for what was purchased. */
@org.jspecify.annotations.NullMarked
package afterorder.invoicing;
