/** The function mail-feedback: hears from SES which mails came back, and whose readers complained. */
@org.jspecify.annotations.NullMarked
package afterorder.feedback;
