package afterorder.aws;

import afterorder.order.Email;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;

/** Sends mails through SES. */
public final class Mailer {
    private final SesClient ses;
    private final Email sender;

    /** @param sender a verified address */
    public Mailer(SesClient ses, Email sender) {
        this.ses = ses;
        this.sender = sender;
    }

    /**
     * Sends one mail; when this returns, SES has taken it.
     *
     * @param mime the whole message, at most 10 MB
     * @throws MailRefused when SES surely did not take it and never will
     */
    public void send(Email recipient, byte[] mime) {
        try {
            ses.sendRawEmail(request -> request.source(sender.address())
                    .destinations(recipient.address())
                    .rawMessage(raw -> raw.data(SdkBytes.fromByteArrayUnsafe(mime))));
        } catch (MessageRejectedException refused) {
            throw new MailRefused(refused.awsErrorDetails().errorMessage(), refused);
        }
    }

    public Email sender() {
        return sender;
    }
}
