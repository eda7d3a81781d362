package afterorder.aws;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;

/** Sends mails through SES. */
public final class Mailer {
    private final SesClient ses;
    private final String sender;

    /** @param sender a verified address */
    public Mailer(SesClient ses, String sender) {
        this.ses = ses;
        this.sender = sender;
    }

    /**
     * Sends one mail; when this returns, SES has taken it.
     *
     * @param mime the whole message, at most 10 MB
     * @throws MailRefused when SES surely did not take it and never will
     */
    public void send(String recipient, byte[] mime) {
        try {
            ses.sendRawEmail(request -> request.source(sender)
                    .destinations(recipient)
                    .rawMessage(raw -> raw.data(SdkBytes.fromByteArrayUnsafe(mime))));
        } catch (MessageRejectedException refused) {
            throw new MailRefused(refused.awsErrorDetails().errorMessage(), refused);
        }
    }

    public String sender() {
        return sender;
    }
}
