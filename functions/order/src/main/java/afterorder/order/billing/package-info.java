/** What is billed and delivered after a purchase: amounts, invoice, delivery note. */
@org.jspecify.annotations.NullMarked
package afterorder.order.billing;
