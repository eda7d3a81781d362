package afterorder.localcloud.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import org.elasticmq.MessageContent;
import org.elasticmq.NeverReceived$;
import org.elasticmq.OnDateTimeReceived;
import org.elasticmq.Received;
import org.elasticmq.TracingId;
import org.elasticmq.actor.queue.InternalMessage;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The messages of all queues in a database file. WRITE_DELAY=0 brings each change to the disk before it is acknowledged.
 * A message that moves to its dead-letter queue leaves its queue in the same statement: it is in exactly one of them,
 * whenever the process dies.
 */
final class MessageTable implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Connection connection;

    MessageTable(Path folder) {
        String file = folder.toAbsolutePath().resolve("queues").toString();
        try {
            connection = DriverManager.getConnection("jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
            try (var statement = connection.createStatement()) {
                statement.execute("""
                        create table if not exists message (id varchar primary key, queue varchar not null,
                        receipts varchar, next_delivery bigint, content clob, attributes clob, created bigint,
                        received bigint, receive_count int, trace varchar, dead_letter_source varchar)""");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot keep the queues in " + file + ": " + failure.getMessage(), failure);
        }
    }

    void put(String queue, InternalMessage message) throws SQLException {
        try (PreparedStatement merge =
                connection.prepareStatement("merge into message key (id) values (?,?,?,?,?,?,?,?,?,?,?)")) {
            merge.setString(1, message.id());
            merge.setString(2, queue);
            merge.setString(3, json(receipts(message)));
            merge.setLong(4, message.nextDelivery());
            merge.setString(5, message.content().value());
            merge.setString(6, json(Attributes.ours(message.messageAttributes())));
            merge.setLong(7, message.created().toInstant().toEpochMilli());
            merge.setObject(
                    8,
                    message.firstReceive() instanceof OnDateTimeReceived first
                            ? first.when().toInstant().toEpochMilli()
                            : null);
            merge.setInt(9, message.receiveCount());
            merge.setString(10, message.tracingId().map(TracingId::id).getOrElse(() -> null));
            merge.setString(11, message.deadLetterSourceQueueName().getOrElse(() -> null));
            merge.executeUpdate();
        }
    }

    /** Only where it is: it may have moved on to the dead-letter queue. */
    void remove(String queue, String id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from message where id = ? and queue = ?")) {
            delete.setString(1, id);
            delete.setString(2, queue);
            delete.executeUpdate();
        }
    }

    void clear(String queue) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from message where queue = ?")) {
            delete.setString(1, queue);
            delete.executeUpdate();
        }
    }

    List<InternalMessage> messages(String queue) {
        try (PreparedStatement select =
                connection.prepareStatement("select * from message where queue = ? order by created")) {
            select.setString(1, queue);
            List<InternalMessage> messages = new ArrayList<>();
            for (ResultSet row = select.executeQuery(); row.next(); ) messages.add(message(row));
            return messages;
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot read the messages of " + queue, failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot close the queues' database", failure);
        }
    }

    private static InternalMessage message(ResultSet row) throws SQLException {
        List<String> receipts = parse(row.getString("receipts"), new TypeReference<>() {});
        Map<String, Message.Attribute> attributes = parse(row.getString("attributes"), new TypeReference<>() {});
        long received = row.getLong("received");
        Received first = row.wasNull() ? NeverReceived$.MODULE$ : new OnDateTimeReceived(time(received));
        return new InternalMessage(
                row.getString("id"),
                CollectionConverters.asScala(receipts),
                row.getLong("next_delivery"),
                new MessageContent(row.getString("content")),
                Attributes.theirs(attributes),
                time(row.getLong("created")),
                0,
                first,
                row.getInt("receive_count"),
                false,
                Option.empty(),
                Option.empty(),
                Option.apply(row.getString("trace")).map(TracingId::new),
                Option.empty(),
                Option.apply(row.getString("dead_letter_source")));
    }

    private static java.time.OffsetDateTime time(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
    }

    /** The queue may add a receipt at any moment: then they are read again, so that no change of a message goes unkept. */
    private static List<String> receipts(InternalMessage message) {
        while (true) {
            try {
                return List.copyOf(CollectionConverters.asJava(message.deliveryReceipts()));
            } catch (ConcurrentModificationException addedMeanwhile) {
                Thread.onSpinWait();
            }
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("strings always have a JSON form", impossible);
        }
    }

    private static <T> T parse(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the queues' database holds what it never wrote: " + json, broken);
        }
    }
}
