/** The command {@code mvn -Plocal}: starts the local cloud, posts an order, and tells what happens to it. */
@org.jspecify.annotations.NullMarked
package afterorder.run;
