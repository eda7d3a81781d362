/** The buckets of the template: s3proxy over files. */
@org.jspecify.annotations.NullMarked
package afterorder.localcloud.storage;
