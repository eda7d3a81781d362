/** {@code mvn -Ppermissions}: takes each action of each policy away, one at a time, and shows which test misses it. */
@org.jspecify.annotations.NullMarked
package afterorder.permissions;
