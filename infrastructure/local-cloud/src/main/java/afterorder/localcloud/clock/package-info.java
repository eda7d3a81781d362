/** The movable time of the local cloud, and its door. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.clock;
