/** Appointments as calendar programs take them: iCalendar (RFC 5545) for invitations (iTIP, RFC 5546) by mail (iMIP, RFC 6047). */
@org.jspecify.annotations.NullMarked
package afterorder.documents.calendar;
