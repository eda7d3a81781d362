@org.jspecify.annotations.NullMarked
package afterorder.documents.calendar;
