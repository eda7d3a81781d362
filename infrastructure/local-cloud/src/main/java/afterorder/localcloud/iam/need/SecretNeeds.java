package afterorder.localcloud.iam.need;

import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Sent;
import afterorder.localcloud.iam.Access;
import afterorder.localcloud.iam.Rights;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Secrets Manager. A secret under AWS's own key needs no right for the key. */
final class SecretNeeds implements Needs.OfService {
    private final Rights rights;

    SecretNeeds(Rights rights) {
        this.rights = rights;
    }

    /** A secret that there is not is named as it was asked for. */
    @Override
    public Optional<Collection<Access>> of(Call call, Sent sent) {
        if (!call.operation().equals("GetSecretValue")) return Optional.empty();
        String asked = call.resource();
        String arn = rights.secretArns().getOrDefault(asked, asked);
        return Optional.of(List.of(new Access("secretsmanager:GetSecretValue", arn)));
    }
}
