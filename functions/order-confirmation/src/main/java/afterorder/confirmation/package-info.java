/** The function order-confirmation: sends the confirmation, and only then lets purchases exist. */
@org.jspecify.annotations.NullMarked
package afterorder.confirmation;
