/** What a reseller edits: its letterhead, the catalog of what it sells, and the desk with its hours. */
@org.jspecify.annotations.NullMarked
package afterorder.order.settings;
