/** What teams and customers agree on about services, and the record of the work. */
@org.jspecify.annotations.NullMarked
package afterorder.scheduling;
