/** What a reseller edits: its letterhead, the catalog of what it sells, the desk and the specialist teams with their hours. */
@org.jspecify.annotations.NullMarked
package afterorder.order.settings;
