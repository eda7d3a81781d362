/** The mails that customers get: text and HTML of the same content, as MIME. */
@org.jspecify.annotations.NullMarked
package afterorder.documents.mail;
