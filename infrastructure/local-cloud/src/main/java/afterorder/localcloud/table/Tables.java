package afterorder.localcloud.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * The tables, kept in a file by DynamoDB Local. Only its request handler is used, never its own server: that is what
 * would send telemetry. As DynamoDB does, it deletes nothing on time: what has expired is to be filtered when reading.
 */
public final class Tables implements AutoCloseable {
    /** One database for all callers, whatever key and region they sign with; the handler wants some all the same. */
    private static final String KEY = "local";

    /**
     * Each handler that is made fills anew what all of the JVM dispatch by, so several clouds in one JVM must not do that at
     * once, nor answer meanwhile.
     */
    private static final ReadWriteLock DISPATCHERS = new ReentrantReadWriteLock();

    private final String region;
    private final LocalDynamoDBRequestHandler database;
    private final Handler handler;

    /** @param folder where the database file is, or will be */
    public Tables(Path folder, String region) {
        this.region = region;
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot keep the tables in " + folder, failure);
        }
        database = new LocalDynamoDBRequestHandler(
                0, false, folder.toAbsolutePath().toString(), true, false);
        handler = new Shared(made(database));
    }

    private static Handler made(LocalDynamoDBRequestHandler database) {
        DISPATCHERS.writeLock().lock();
        try {
            return new LocalDynamoDBServerHandler(database, null);
        } finally {
            DISPATCHERS.writeLock().unlock();
        }
    }

    /** Answers while no handler is made. */
    private static final class Shared extends Handler.Wrapper {
        Shared(Handler handler) {
            super(handler);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            DISPATCHERS.readLock().lock();
            try {
                return super.handle(request, response, callback);
            } finally {
                DISPATCHERS.readLock().unlock();
            }
        }
    }

    /** Answers what is signed for {@code dynamodb}. */
    public Handler handler() {
        return handler;
    }

    /**
     * Makes a table from the properties of {@code AWS::DynamoDB::Table}, or keeps the one there is.
     *
     * @throws IllegalStateException when there is one with other keys or indexes: CloudFormation would replace it, and its
     *     rows would be lost
     */
    public void create(String name, JsonNode properties) {
        CreateTableRequest wanted = TableProperties.read(name, properties);
        if (exists(name)) keep(wanted);
        else database.createTable(KEY, region, wanted);
        JsonNode timeToLive = properties.path("TimeToLiveSpecification");
        if (timeToLive.path("Enabled").asBoolean())
            expire(name, timeToLive.path("AttributeName").asText());
    }

    /** Every row, in no order; read here directly, it stands in no log of calls. */
    public List<Map<String, AttributeValue>> rows(String table) {
        List<Map<String, AttributeValue>> rows = new ArrayList<>();
        Map<String, AttributeValue> last = Map.of();
        do {
            ScanRequest.Builder scan = ScanRequest.builder().tableName(table).consistentRead(true);
            if (!last.isEmpty()) scan.exclusiveStartKey(last);
            ScanResponse page = database.scan(KEY, region, scan.build());
            rows.addAll(page.items());
            last = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
        } while (!last.isEmpty());
        return rows;
    }

    private boolean exists(String name) {
        return database.listTables(KEY, region, ListTablesRequest.builder().build())
                .tableNames()
                .contains(name);
    }

    private void keep(CreateTableRequest wanted) {
        TableDescription existing = database.describeTable(
                        KEY,
                        region,
                        DescribeTableRequest.builder()
                                .tableName(wanted.tableName())
                                .build())
                .table();
        if (!TableProperties.same(wanted, existing)) {
            throw new IllegalStateException(
                    "table %s exists with other keys or indexes, %s %s; move the data folder away"
                            .formatted(wanted.tableName(), existing.keySchema(), existing.globalSecondaryIndexes()));
        }
    }

    private void expire(String table, String attribute) {
        String current = database.describeTimeToLive(
                        KEY,
                        region,
                        DescribeTimeToLiveRequest.builder().tableName(table).build())
                .timeToLiveDescription()
                .attributeName();
        if (attribute.equals(current)) return;
        database.updateTimeToLive(
                KEY,
                region,
                UpdateTimeToLiveRequest.builder()
                        .tableName(table)
                        .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(attribute))
                        .build());
    }

    @Override
    public void close() {
        database.shutdown();
    }
}
