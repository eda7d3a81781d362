package afterorder.services;

import afterorder.localcloud.edge.AccessKey;
import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.CallLog;
import afterorder.localcloud.edge.Caller;
import afterorder.localcloud.template.Template;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** One execution environment of a function, as the template deploys it: its variables, its access key, its calls. */
public final class Deployed {
    private final LocalServices services;
    private final Caller caller;
    private final AccessKey key;
    private final Map<String, String> variables;
    private final Faults faults;

    Deployed(Template.Function function, LocalServices services) {
        this.services = services;
        this.caller = new Caller(function.name(), UUID.randomUUID().toString());
        this.key = services.keys().issue(caller);
        this.variables = new HashMap<>(function.environment());
        this.faults = new Faults(caller);
        services.intercept(faults);
    }

    /** Works on that table instead of the template's. */
    public Deployed on(String table) {
        return with("TABLE", table);
    }

    /** As if the template gave it this value of a variable. */
    public Deployed with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** The services disturb a call of this environment so. @param call counted from the next one, from 1 */
    public Deployed disturbed(Faults.Kind kind, int call) {
        faults.plan(kind, call);
        return this;
    }

    /** SES rejects the mail of this call for good. @param call counted from the next one, from 1 */
    public Deployed rejectedMail(int call) {
        faults.plan(new AwsError(400, "MessageRejected", "Email address is on the suppression list."), call);
        return this;
    }

    /** SES rejects all its mails for good. */
    public Deployed rejectedMails() {
        services.intercept(new RejectedMails(caller));
        return this;
    }

    public Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    public String variable(String name) {
        return variables().get(name);
    }

    public URI endpoint() {
        return services.endpoint();
    }

    public Region region() {
        return services.region();
    }

    public AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret()));
    }

    /** The operations that this environment has called so far: {@code PutItem}. */
    public List<String> operations() {
        return services.calls().entries().stream()
                .map(CallLog.Entry::call)
                .filter(call -> call.caller().equals(caller))
                .map(Call::operation)
                .toList();
    }
}
