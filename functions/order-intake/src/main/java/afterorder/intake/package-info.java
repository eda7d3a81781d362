/** The function order-intake: takes orders, and shows how they are getting on. */
@org.jspecify.annotations.NullMarked
package afterorder.intake;
