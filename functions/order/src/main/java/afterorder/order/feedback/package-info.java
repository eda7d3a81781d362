/** What the mail service says of mails that it took: that they came back, or that their readers complained. */
@org.jspecify.annotations.NullMarked
package afterorder.order.feedback;
