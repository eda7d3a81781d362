@org.jspecify.annotations.NullMarked
package afterorder.vendorevents;
