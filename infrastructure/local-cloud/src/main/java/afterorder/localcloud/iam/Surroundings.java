package afterorder.localcloud.iam;

/** What rights depend on beside the policies. */
public interface Surroundings {

    /** The verified identity that a mail is sent under: the sender's address, or the domain that covers it. */
    String mailIdentity(String sender);

    /** Whether there is such an object: S3 tells that only who may list the bucket. */
    boolean hasObject(String bucket, String key);

    /** The table of the template that this one stands for: tests may have tables of their own. */
    default String table(String name) {
        return name;
    }
}
