/** The function notification: sends the mails that rows owe beside their documents. */
@org.jspecify.annotations.NullMarked
package afterorder.notification;
