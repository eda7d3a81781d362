/** Invoices that programs read (EN 16931), and the code by which banking apps pay them. */
@org.jspecify.annotations.NullMarked
package afterorder.documents.einvoice;
