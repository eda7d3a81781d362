package afterorder.localcloud;

import afterorder.localcloud.iam.Surroundings;
import afterorder.localcloud.mail.Ses;
import afterorder.localcloud.storage.Buckets;
import java.util.function.UnaryOperator;

/** What rights depend on, asked of the services that know it. */
record ServiceSurroundings(Ses ses, Buckets buckets, UnaryOperator<String> asInTemplate) implements Surroundings {

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
        return asInTemplate.apply(name);
    }
}
