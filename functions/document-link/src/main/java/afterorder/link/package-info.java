/** The function document-link: opens a mailed link. */
@org.jspecify.annotations.NullMarked
package afterorder.link;
