/** Orders at a steady rate for some minutes, with faults of every kind. */
@org.jspecify.annotations.NullMarked
package afterorder.acceptance.soak;
