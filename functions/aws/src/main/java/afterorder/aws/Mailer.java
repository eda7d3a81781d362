package afterorder.aws;

import afterorder.order.Email;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
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
     * @return the {@code Message-ID} that its reader gets, without angle brackets: SES replaces the one of the message (SES
     *     developer guide, "Header fields"). SES answers what stands before the at sign; behind it stands
     *     {@code email.amazonses.com} in us-east-1 and the region's name elsewhere, as headers of delivered mails show
     *     (github.com/drewblas/aws-ses, pull request 68)
     * @throws MailRefused when SES surely did not take it and never will
     */
    public String send(Email recipient, byte[] mime) {
        try {
            String id = ses.sendRawEmail(request -> request.source(sender.address())
                            .destinations(recipient.address())
                            .rawMessage(raw -> raw.data(SdkBytes.fromByteArrayUnsafe(mime))))
                    .messageId();
            return id + "@" + domain();
        } catch (SesException failure) {
            if (!isForGood(failure)) throw failure;
            throw new MailRefused(failure.awsErrorDetails().errorMessage(), failure);
        }
    }

    private String domain() {
        Region region = ses.serviceClientConfiguration().region();
        return (region.equals(Region.US_EAST_1) ? "email" : region.id()) + ".amazonses.com";
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
