/** The command {@code mvn -Pbenchmark}: runs orders through the local cloud, and prints how long they take and what they cost. */
@org.jspecify.annotations.NullMarked
package afterorder.benchmark;
