@org.jspecify.annotations.NullMarked
package afterorder.aws;
