/** What the stories are told with: the shop, its customers, their mailbox, the vendor, the clock. */
@org.jspecify.annotations.NullMarked
package afterorder.acceptance.shop;
