@org.jspecify.annotations.NullMarked
package afterorder.documents.layout;
