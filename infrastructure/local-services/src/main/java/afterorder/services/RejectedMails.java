package afterorder.services;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Caller;
import afterorder.localcloud.edge.Interceptor;

/** SES rejects all mails of one execution environment, as where the sender's address has lost its verification. */
record RejectedMails(Caller caller) implements Interceptor {

    @Override
    public void before(Call call) {
        if (!call.caller().equals(caller) || !call.service().equals("ses")) return;
        throw AwsError.of(
                "MessageRejected",
                "Email address is not verified. The following identities failed the check in region EU-CENTRAL-1:"
                        + " orders@reseller.example");
    }
}
