/** The function due-work: each minute, hands on what is overdue. */
@org.jspecify.annotations.NullMarked
package afterorder.due;
