/** Runs the functions of the template as Lambda does: each in JVMs of its own, through AWS's runtime interface client. */
@NullMarked
package afterorder.localcloud.function;

import org.jspecify.annotations.NullMarked;
