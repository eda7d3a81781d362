@org.jspecify.annotations.NullMarked
package afterorder.desk;
