/** A small kit that lays out elements on A4 pages and writes them as PDF: it knows paper and type, nothing of orders. */
@org.jspecify.annotations.NullMarked
package afterorder.documents.layout;
