/** Mails that tell of a change, remind, or ask a person to do something: what the rows keep until they are sent. */
@org.jspecify.annotations.NullMarked
package afterorder.order.notice;
