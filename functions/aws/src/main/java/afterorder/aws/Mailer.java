package afterorder.aws;

import afterorder.order.Email;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;
import software.amazon.awssdk.services.ses.model.SesException;

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
        } catch (SesException failure) {
            if (!isForGood(failure)) throw failure;
            throw new MailRefused(failure.awsErrorDetails().errorMessage(), failure);
        }
    }

    /** Whether SES will not take this mail, its sender, its address or its size, however often it is sent. */
    private static boolean isForGood(SesException failure) {
        return failure instanceof MessageRejectedException
                || failure.awsErrorDetails().errorCode().equals("InvalidParameterValue");
    }

    public Email sender() {
        return sender;
    }
}
