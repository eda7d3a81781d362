/** The local cloud's services without its functions, for tests that run adapters and handlers in their own JVM. */
@org.jspecify.annotations.NullMarked
package afterorder.services;
