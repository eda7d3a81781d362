package afterorder.aws;

import afterorder.order.Email;
import afterorder.order.feedback.MailId;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;
import software.amazon.awssdk.services.ses.model.MessageTag;
import software.amazon.awssdk.services.ses.model.SesException;

/** Sends mails through SES. */
public final class Mailer {
    private final SesClient ses;
    private final Email sender;
    private final String configurationSet;

    /** @param environment names the sender, a verified address, and the configuration set that SES sends events by */
    public Mailer(SesClient ses, Environment environment) {
        this.ses = ses;
        this.sender = new Email(environment.get("SENDER_ADDRESS"));
        this.configurationSet = environment.get("MAIL_CONFIGURATION_SET");
    }

    /**
     * Sends one mail; when this returns, SES has taken it.
     *
     * @param mail what SES says again with each event about this mail
     * @param mime the whole message, at most 10 MB
     * @return the {@code Message-ID} that its reader gets, without angle brackets: SES replaces the one of the message (SES
     *     developer guide, "Header fields"). SES answers what stands before the at sign; behind it stands
     *     {@code email.amazonses.com} in us-east-1 and the region's name elsewhere, as headers of delivered mails show
     *     (github.com/drewblas/aws-ses, pull request 68)
     * @throws MailRefused when SES surely did not take it and never will
     */
    public String send(MailId mail, Email recipient, byte[] mime) {
        try {
            String id = ses.sendRawEmail(request -> request.source(sender.address())
                            .destinations(recipient.address())
                            .configurationSetName(configurationSet)
                            .tags(tags(mail))
                            .rawMessage(raw -> raw.data(SdkBytes.fromByteArrayUnsafe(mime))))
                    .messageId();
            return id + "@" + domain();
        } catch (SesException failure) {
            if (!isForGood(failure)) throw failure;
            throw new MailRefused(failure.awsErrorDetails().errorMessage(), failure);
        }
    }

    private static List<MessageTag> tags(MailId mail) {
        return mail.tags().entrySet().stream()
                .map(tag -> MessageTag.builder()
                        .name(tag.getKey())
                        .value(tag.getValue())
                        .build())
                .toList();
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
