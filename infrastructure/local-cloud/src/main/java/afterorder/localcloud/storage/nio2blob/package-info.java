/**
 * The store under s3proxy. s3proxy tells by the package's name, {@code nio2blob}, that a store decides {@code
 * If-None-Match} itself, as it writes; anywhere else it would refuse the header.
 */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.storage.nio2blob;
