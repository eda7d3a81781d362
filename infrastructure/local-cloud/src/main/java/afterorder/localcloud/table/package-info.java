/** The tables of the template, in DynamoDB Local. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.table;
