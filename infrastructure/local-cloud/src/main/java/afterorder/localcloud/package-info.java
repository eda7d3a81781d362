/** The local cloud: runs a SAM template on this machine, as AWS would, with Java alone. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud;
