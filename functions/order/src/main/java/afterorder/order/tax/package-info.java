/** Whether the customer's VAT ID is valid, on which reverse charge depends: the question, its proof, the desk's decision. */
@org.jspecify.annotations.NullMarked
package afterorder.order.tax;
