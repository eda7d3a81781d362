/** What the pages have in common that people open: how they look, how their texts are found, what protects them. */
@org.jspecify.annotations.NullMarked
package afterorder.documents.page;
