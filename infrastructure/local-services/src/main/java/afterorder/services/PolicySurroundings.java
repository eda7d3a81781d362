package afterorder.services;

import afterorder.localcloud.iam.Surroundings;
import afterorder.localcloud.mail.Ses;
import afterorder.localcloud.storage.Buckets;

/**
 * What rights depend on here, where the tables of tests stand for the template's.
 *
 * @param table of the template
 */
record PolicySurroundings(Ses ses, Buckets buckets, String table) implements Surroundings {

    @Override
    public String mailIdentity(String sender) {
        return ses.identity(sender);
    }

    @Override
    public boolean hasObject(String bucket, String key) {
        return buckets.has(bucket, key);
    }

    @Override
    public String table(String name) {
        return table;
    }
}
