/** State machine definitions in JSONata: read, checked as AWS checks them, and told as types. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.workflow.definition;
