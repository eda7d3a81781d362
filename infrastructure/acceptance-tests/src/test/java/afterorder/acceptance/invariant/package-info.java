/** What must hold of the whole world, whatever has happened: one class a promise. */
@org.jspecify.annotations.NullMarked
package afterorder.acceptance.invariant;
