package afterorder.localcloud.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The properties of {@code AWS::DynamoDB::Table} as a request of DynamoDB. */
final class TableProperties {

    private TableProperties() {}

    static CreateTableRequest read(String name, JsonNode properties) {
        CreateTableRequest.Builder table = CreateTableRequest.builder()
                .tableName(name)
                .keySchema(keys(properties.path("KeySchema")))
                .attributeDefinitions(
                        each(properties.path("AttributeDefinitions"), definition -> AttributeDefinition.builder()
                                .attributeName(definition.path("AttributeName").asText())
                                .attributeType(definition.path("AttributeType").asText())
                                .build()));
        if (properties.has("GlobalSecondaryIndexes")) {
            table.globalSecondaryIndexes(each(properties.path("GlobalSecondaryIndexes"), TableProperties::index));
        }
        if (properties.path("BillingMode").asText("PROVISIONED").equals("PAY_PER_REQUEST")) {
            table.billingMode("PAY_PER_REQUEST");
        } else {
            table.provisionedThroughput(throughput(properties.path("ProvisionedThroughput")));
        }
        return table.build();
    }

    static boolean same(CreateTableRequest wanted, TableDescription existing) {
        return new HashSet<>(wanted.keySchema()).equals(new HashSet<>(existing.keySchema()))
                && new HashSet<>(wanted.attributeDefinitions()).equals(new HashSet<>(existing.attributeDefinitions()))
                && wantedIndexes(wanted).equals(existingIndexes(existing));
    }

    private static Map<String, Set<KeySchemaElement>> wantedIndexes(CreateTableRequest wanted) {
        return wanted.globalSecondaryIndexes().stream()
                .collect(Collectors.toMap(GlobalSecondaryIndex::indexName, index -> Set.copyOf(index.keySchema())));
    }

    private static Map<String, Set<KeySchemaElement>> existingIndexes(TableDescription existing) {
        return existing.globalSecondaryIndexes().stream()
                .collect(Collectors.toMap(
                        GlobalSecondaryIndexDescription::indexName, index -> Set.copyOf(index.keySchema())));
    }

    private static GlobalSecondaryIndex index(JsonNode index) {
        JsonNode projection = index.path("Projection");
        Projection.Builder projected = Projection.builder()
                .projectionType(projection.path("ProjectionType").asText("ALL"));
        if (projection.has("NonKeyAttributes")) {
            projected.nonKeyAttributes(each(projection.path("NonKeyAttributes"), JsonNode::asText));
        }
        GlobalSecondaryIndex.Builder built = GlobalSecondaryIndex.builder()
                .indexName(index.path("IndexName").asText())
                .keySchema(keys(index.path("KeySchema")))
                .projection(projected.build());
        if (index.has("ProvisionedThroughput"))
            built.provisionedThroughput(throughput(index.path("ProvisionedThroughput")));
        return built.build();
    }

    private static List<KeySchemaElement> keys(JsonNode schema) {
        return each(schema, key -> KeySchemaElement.builder()
                .attributeName(key.path("AttributeName").asText())
                .keyType(key.path("KeyType").asText())
                .build());
    }

    private static ProvisionedThroughput throughput(JsonNode units) {
        return ProvisionedThroughput.builder()
                .readCapacityUnits(units.path("ReadCapacityUnits").asLong())
                .writeCapacityUnits(units.path("WriteCapacityUnits").asLong())
                .build();
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
        List<T> result = new ArrayList<>();
        array.forEach(element -> result.add(read.apply(element)));
        return result;
    }
}
