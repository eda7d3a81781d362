/** SES as the functions call it, and the mailbox in which all mail ends. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.mail;
