@org.jspecify.annotations.NullMarked
package afterorder.scheduling;
