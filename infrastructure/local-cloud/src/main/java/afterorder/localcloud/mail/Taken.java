package afterorder.localcloud.mail;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A mail that SES has taken, and what SES publishes about it, in the JSON of the SES developer guide ("Examples of event data
 * that Amazon SES publishes to Amazon SNS").
 *
 * @param id as SES answered it
 * @param at moved time
 * @param tags of the caller; SES adds its own
 */
record Taken(
        String id,
        Instant at,
        String source,
        String sourceArn,
        String account,
        List<String> destinations,
        Mailing mailing,
        String configurationSet,
        Map<String, String> tags) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whose provider sent what it says; the mailbox simulator has one of its own. */
    private static final String USER_AGENT = "Amazon SES Mailbox Simulator";

    String event(String recipient, Fate fate) {
        ObjectNode event = JSON.createObjectNode();
        switch (fate) {
            case COMPLAINT, LISTED_AS_COMPLAINED -> {
                event.put("eventType", "Complaint");
                complaint(event.putObject("complaint"), recipient, fate);
            }
            case REJECT -> {
                event.put("eventType", "Reject");
                event.putObject("reject").put("reason", "Bad content");
            }
            default -> {
                event.put("eventType", "Bounce");
                bounce(event.putObject("bounce"), recipient, fate);
            }
        }
        describe(event.putObject("mail"));
        return event.toString();
    }

    private void bounce(ObjectNode bounce, String recipient, Fate fate) {
        ObjectNode bounced = bounce.putArray("bouncedRecipients").addObject().put("emailAddress", recipient);
        fate.describe(bounce, bounced);
        bounce.put("timestamp", time(at)).put("feedbackId", feedbackId());
        bounce.put("reportingMTA", "dsn; mta.example.com");
    }

    private void complaint(ObjectNode complaint, String recipient, Fate fate) {
        complaint.putArray("complainedRecipients").addObject().put("emailAddress", recipient);
        complaint.put("timestamp", time(at)).put("feedbackId", feedbackId());
        if (fate == Fate.LISTED_AS_COMPLAINED) {
            complaint.put("complaintSubType", "OnAccountSuppressionList");
        } else {
            complaint.putNull("complaintSubType").put("userAgent", USER_AGENT).put("complaintFeedbackType", "abuse");
            complaint.put("arrivalDate", time(at));
        }
    }

    private void describe(ObjectNode mail) {
        mail.put("timestamp", time(at)).put("source", source).put("sourceArn", sourceArn);
        mail.put("sendingAccountId", account).put("messageId", id);
        destinations.forEach(mail.putArray("destination")::add);
        mail.put("headersTruncated", false);
        ArrayNode headers = mail.putArray("headers");
        headers()
                .forEach(header ->
                        headers.addObject().put("name", header.getName()).put("value", header.getValue()));
        ObjectNode common = mail.putObject("commonHeaders");
        common.putArray("from").add(mailing.header("From"));
        common.putArray("to").add(mailing.header("To"));
        common.put("messageId", id).put("subject", mailing.header("Subject"));
        ObjectNode all = mail.putObject("tags");
        all.putArray("ses:configuration-set").add(configurationSet);
        all.putArray("ses:from-domain").add(source.substring(source.lastIndexOf('@') + 1));
        tags.forEach((name, value) -> all.putArray(name).add(value));
    }

    private List<Header> headers() {
        try {
            return Collections.list(mailing.message().getAllHeaders());
        } catch (MessagingException malformed) {
            throw new IllegalStateException("a parsed message has readable headers", malformed);
        }
    }

    private static String feedbackId() {
        return UUID.randomUUID() + "-000000";
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
