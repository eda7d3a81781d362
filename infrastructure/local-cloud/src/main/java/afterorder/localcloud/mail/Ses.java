package afterorder.localcloud.mail;

import afterorder.localcloud.edge.AwsError;
import afterorder.localcloud.edge.QueryService;
import afterorder.localcloud.template.Addresses;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** SES, version 1: applies its rules to a mail and puts it into the mailbox. */
public final class Ses implements QueryService {
    /** Of the message in Base64. */
    private static final int LONGEST = 10 * 1024 * 1024;

    private static final int MOST_RECIPIENTS = 50;
    private static final int QUOTA = 50_000;

    private final Mailbox mailbox;
    private final InstantSource clock;
    private final String region;
    private final Identities identities;
    private final Deliveries deliveries;

    /** @param identities addresses and domains that are verified from the start */
    public Ses(
            Mailbox mailbox, InstantSource clock, String region, Collection<String> identities, Deliveries deliveries) {
        this.mailbox = mailbox;
        this.clock = clock;
        this.region = region;
        this.identities = new Identities(identities);
        this.deliveries = deliveries;
    }

    /** The verified identity that a mail of this sender is sent under; the address itself where there is none. */
    public String identity(String sender) {
        return identities.covering(sender).orElse(sender);
    }

    @Override
    public String namespace() {
        return "http://ses.amazonaws.com/doc/2010-12-01/";
    }

    @Override
    public String call(String action, Map<String, String> parameters) {
        return switch (action) {
            case "SendRawEmail" -> send(raw(parameters), parameters);
            case "SendEmail" -> send(composed(parameters), parameters);
            case "VerifyEmailIdentity" -> {
                identities.verify(address(required(parameters, "EmailAddress")));
                yield "";
            }
            case "ListIdentities" -> identities.list();
            case "GetIdentityVerificationAttributes" -> identities.attributes(parameters);
            case "GetSendQuota" ->
                "<Max24HourSend>%d.0</Max24HourSend><MaxSendRate>14.0</MaxSendRate><SentLast24Hours>%d.0</SentLast24Hours>"
                        .formatted(QUOTA, sentLately());
            default -> throw AwsError.of("InvalidAction", "The local cloud does not know SES's action " + action + ".");
        };
    }

    private String send(Mailing mailing, Map<String, String> parameters) {
        String set = parameters.getOrDefault("ConfigurationSetName", "");
        if (!set.isEmpty() && deliveries.set(set).isEmpty()) {
            throw AwsError.of("ConfigurationSetDoesNotExist", "Configuration set <" + set + "> does not exist.");
        }
        Map<String, String> tags = Tags.of(parameters);
        List<String> recipients = recipients(mailing.destinations());
        String sender = address(mailing.source());
        checkVerified(sender, mailing);
        if (sentLately() + recipients.size() > QUOTA) {
            throw AwsError.of("Throttling", "Daily message quota exceeded.");
        }
        Instant now = clock.instant();
        String id = "0107%012x-%s-000000".formatted(now.toEpochMilli(), UUID.randomUUID());
        String subject = stamp(mailing, id, now);
        String identity =
                Addresses.arn("ses", "identity/" + identities.covering(sender).orElseThrow());
        Taken taken = new Taken(id, now, sender, identity, Addresses.ACCOUNT, recipients, mailing, set, tags);
        List<String> reached = deliveries.deliver(taken);
        if (!reached.isEmpty()) mailbox.add(new Mail(id, now, sender, reached, subject, mailing.text()));
        return "<MessageId>" + id + "</MessageId>";
    }

    private static Mailing raw(Map<String, String> parameters) {
        String data = required(parameters, "RawMessage.Data");
        if (data.length() > LONGEST) {
            throw SesErrors.invalid("Message length is more than " + LONGEST + " bytes long: '" + data.length() + "'.");
        }
        try {
            Mailing mailing = Mailing.raw(Base64.getMimeDecoder().decode(data), parameters);
            if (mailing.header("From").isEmpty()) throw SesErrors.invalid("Missing required header 'From'.");
            return mailing;
        } catch (IllegalArgumentException | MessagingException malformed) {
            throw SesErrors.invalid("The raw message cannot be read: " + malformed.getMessage());
        }
    }

    private static Mailing composed(Map<String, String> parameters) {
        required(parameters, "Source");
        required(parameters, "Message.Subject.Data");
        try {
            Mailing mailing = Mailing.composed(parameters);
            int length = mailing.text().length();
            if (length > LONGEST) {
                throw SesErrors.invalid("Message length is more than " + LONGEST + " bytes long: '" + length + "'.");
            }
            return mailing;
        } catch (MessagingException malformed) {
            throw SesErrors.invalid(String.valueOf(malformed.getMessage()));
        }
    }

    private static List<String> recipients(List<String> destinations) {
        if (destinations.isEmpty()) throw SesErrors.invalid("Missing required header 'To'.");
        if (destinations.size() > MOST_RECIPIENTS) {
            throw SesErrors.invalid("Recipient count exceeds " + MOST_RECIPIENTS + ".");
        }
        return destinations.stream().map(Ses::address).toList();
    }

    private static String address(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            String domain = address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
            if (!address.getAddress().contains("@") || !domain.contains(".")) {
                throw SesErrors.invalid("Missing final '@domain'");
            }
            if (!text.chars().allMatch(letter -> letter < 128)) {
                throw SesErrors.invalid("Local address contains control or whitespace");
            }
            return address.getAddress();
        } catch (AddressException malformed) {
            throw SesErrors.invalid(text.contains("@") ? "Invalid address: " + text : "Missing final '@domain'");
        }
    }

    private void checkVerified(String sender, Mailing mailing) {
        String from = mailing.header("From").isEmpty() ? sender : address(mailing.header("From"));
        List<String> unknown = Stream.of(sender, from)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .distinct()
                .filter(address -> !identities.covers(address))
                .toList();
        if (!unknown.isEmpty()) throw SesErrors.notVerified(unknown, region);
    }

    /** SES replaces these headers, whatever the sender wrote, and tells nobody about blind copies. */
    private String stamp(Mailing mailing, String id, Instant now) {
        try {
            mailing.message().setHeader("Message-ID", "<" + id + "@" + domain() + ">");
            mailing.message()
                    .setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
            mailing.message().removeHeader("Bcc");
            String subject = mailing.message().getSubject();
            return subject == null ? "" : subject;
        } catch (MessagingException malformed) {
            throw new IllegalStateException("a parsed message takes headers", malformed);
        }
    }

    /** Of the ids of mails: the first region has kept its old one. */
    private String domain() {
        return (region.equals("us-east-1") ? "email" : region) + ".amazonses.com";
    }

    private long sentLately() {
        Instant since = clock.instant().minus(Duration.ofDays(1));
        return mailbox.messages().stream()
                .filter(mail -> mail.at().isAfter(since))
                .mapToLong(mail -> mail.to().size())
                .sum();
    }

    private static String required(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw AwsError.of(
                    "ValidationError", "Value at '" + name + "' failed to satisfy constraint: Member must not be null");
        }
        return value;
    }
}
