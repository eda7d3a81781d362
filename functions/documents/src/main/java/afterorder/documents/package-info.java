/** The documents that customers get: order in, bytes out. Nothing here knows a clock, a network or a store. */
@org.jspecify.annotations.NullMarked
package afterorder.documents;
