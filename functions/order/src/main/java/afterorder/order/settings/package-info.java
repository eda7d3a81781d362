/** What a reseller edits: its letterhead and the catalog of what it sells. */
@org.jspecify.annotations.NullMarked
package afterorder.order.settings;
