package afterorder.aws;

import afterorder.order.Json;
import afterorder.order.Order;
import afterorder.order.confirmation.OrderRow;
import afterorder.order.correction.CorrectionRow;
import afterorder.order.correction.InvoiceRow;
import afterorder.order.export.ExportRow;
import afterorder.order.link.MailedLink;
import afterorder.order.purchase.PurchaseRow;
import afterorder.order.purchase.VendorOrderClaim;
import afterorder.order.row.Parked;
import afterorder.order.row.Progress;
import afterorder.order.row.Row;
import afterorder.order.row.RowKey;
import afterorder.order.service.CalendarDay;
import afterorder.order.service.EngagementRow;
import afterorder.order.tax.VatIdRow;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How a row stands in the table: its key, its version, itself as JSON in {@code data}, and beside it what the sparse
 * indexes {@code due}, {@code waiting}, {@code customer} and {@code team} need.
 */
final class Items {
    static final String ORDER_ID = "orderId";
    static final String PART = "part";
    static final String VERSION = "version";
    static final String DATA = "data";
    static final String DUE_KEY = "dueKey";
    static final String DUE = "due";
    static final String IS_DUE = "due";
    static final String WAITING_KIND = "waitingKind";
    static final String PARKED = "parked";
    static final String DESK = "desk";
    static final String WAITING_SINCE = "waitingSince";
    static final String TEAM = "team";
    static final String SINCE = "since";

    /** When DynamoDB deletes the item, a day or two later. */
    static final String EXPIRES_AT = "expiresAt";

    /** A link that has expired says so as long as what it led to may be kept: eight years, and what is left of one. */
    private static final Duration LINK_KEPT = Duration.ofDays(9 * 366);

    /** Nobody books days that long ago. */
    private static final Duration CALENDAR_KEPT = Duration.ofDays(366);

    /** Of one length, so that the order of the text is the order of time. */
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Items() {}

    static Map<String, AttributeValue> key(RowKey key) {
        return Map.of(ORDER_ID, text(key.orderId()), PART, text(key.part()));
    }

    static RowKey key(Map<String, AttributeValue> item) {
        return new RowKey(item.get(ORDER_ID).s(), item.get(PART).s());
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue seconds(Instant time) {
        return number(time.getEpochSecond());
    }

    static String sortable(Instant time) {
        return SORTABLE.format(time);
    }

    static <R extends Row> R row(Map<String, AttributeValue> item, Class<R> type) {
        try {
            return Json.MAPPER.readValue(item.get(DATA).s(), type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(
                    "the row " + key(item) + " cannot be read as " + type.getSimpleName(), broken);
        }
    }

    /** Every attribute of the row but its key; an empty value is one to remove. */
    static Map<String, Optional<AttributeValue>> attributes(Row row) {
        Map<String, Optional<AttributeValue>> attributes = new HashMap<>();
        attributes.put(VERSION, Optional.of(number(row.version())));
        attributes.put(DATA, Optional.of(text(json(row))));
        switch (row) {
            case OrderRow order -> {
                attributes.put("customerNumber", Optional.of(text(order.customerNumber())));
                attributes.put("receivedAt", Optional.of(text(sortable(order.receivedAt()))));
                indexProgress(order.progress(), attributes);
            }
            case PurchaseRow purchase -> {
                indexProgress(purchase.progress(), attributes);
                indexDesk(purchase, attributes);
            }
            case ExportRow export -> indexProgress(export.progress(), attributes);
            case MailedLink link ->
                attributes.put(EXPIRES_AT, Optional.of(seconds(link.until().plus(LINK_KEPT))));
            case VendorOrderClaim claim -> {}
            case VatIdRow vatId -> {}
            case InvoiceRow invoice -> {}
            case CorrectionRow correction -> indexProgress(correction.progress(), attributes);
            case EngagementRow engagement -> {
                indexProgress(engagement.progress(), attributes);
                attributes.put(TEAM, Optional.of(text(engagement.team())));
                attributes.put(SINCE, Optional.of(text(sortable(engagement.since()))));
            }
            case CalendarDay day ->
                attributes.put(EXPIRES_AT, Optional.of(seconds(endOf(day).plus(CALENDAR_KEPT))));
            default -> throw new IllegalArgumentException("no row of the table: " + row.getClass());
        }
        return attributes;
    }

    /** Builds the codecs of orders and rows, which takes long the first time. */
    static void prime() {
        try {
            String progress = "\"progress\":{\"deadlines\":{},\"outbox\":{\"notices\":[]},\"history\":[]}";
            roundTrip("{}", Order.class);
            roundTrip(
                    "{\"plans\":[{\"lines\":{\"ranges\":[]}}],\"amendments\":{\"addresses\":{}},\"revocations\":{},"
                            + progress + "}",
                    OrderRow.class);
            roundTrip("{\"lines\":{\"ranges\":[]},\"vendor\":{}," + progress + "}", PurchaseRow.class);
            roundTrip("{\"renewals\":[]}", MailedLink.class);
            roundTrip("{}", VendorOrderClaim.class);
            roundTrip("{\"proofs\":[]}", VatIdRow.class);
            roundTrip("{\"orderId\":\"0000000000000\",\"cancelled\":{}}", InvoiceRow.class);
            roundTrip("{" + progress + "}", CorrectionRow.class);
            roundTrip(
                    "{\"lines\":[],\"agreement\":{\"contacts\":[],\"dates\":{\"proposals\":[],\"appointments\":[]}},"
                            + "\"performance\":{\"entries\":[]}," + progress + "}",
                    EngagementRow.class);
            roundTrip("{\"planned\":[],\"worked\":[]}", CalendarDay.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the codecs of the rows cannot be built", broken);
        }
    }

    private static void roundTrip(String json, Class<?> type) throws JsonProcessingException {
        Json.MAPPER.writeValueAsString(Json.MAPPER.readValue(json, type));
    }

    static String json(Object value) {
        try {
            return Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), impossible);
        }
    }

    private static Instant endOf(CalendarDay day) {
        return day.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static void indexProgress(Progress progress, Map<String, Optional<AttributeValue>> attributes) {
        Optional<Instant> due = progress.due();
        attributes.put(DUE_KEY, due.map(time -> text(IS_DUE)));
        attributes.put(DUE, due.map(time -> text(sortable(time))));
        Optional<Parked> parked = Optional.ofNullable(progress.parked());
        attributes.put(WAITING_KIND, parked.map(why -> text(PARKED)));
        attributes.put(WAITING_SINCE, parked.map(why -> text(sortable(why.since()))));
    }

    /** What the desk has to buy waits for it; what is parked waits for it all the more. */
    private static void indexDesk(PurchaseRow purchase, Map<String, Optional<AttributeValue>> attributes) {
        if (purchase.isParked() || !purchase.awaitsDesk()) return;
        attributes.put(WAITING_KIND, Optional.of(text(DESK)));
        attributes.put(
                WAITING_SINCE,
                Optional.of(text(sortable(purchase.vendor().desk().since()))));
    }

    /** An update that sets and removes these attributes, as an expression. */
    record Update(String expression, Map<String, String> names, Map<String, AttributeValue> values) {

        static Update of(Map<String, Optional<AttributeValue>> attributes) {
            Map<String, String> names = new HashMap<>();
            Map<String, AttributeValue> values = new HashMap<>();
            List<String> set = new ArrayList<>();
            List<String> remove = new ArrayList<>();
            attributes.forEach((name, value) -> {
                names.put("#" + name, name);
                value.ifPresentOrElse(
                        present -> {
                            set.add("#" + name + " = :" + name);
                            values.put(":" + name, present);
                        },
                        () -> remove.add("#" + name));
            });
            String expression =
                    "SET " + String.join(", ", set) + (remove.isEmpty() ? "" : " REMOVE " + String.join(", ", remove));
            return new Update(expression, names, values);
        }
    }
}
