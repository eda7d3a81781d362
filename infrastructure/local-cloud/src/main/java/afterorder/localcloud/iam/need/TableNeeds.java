package afterorder.localcloud.iam.need;

import afterorder.localcloud.edge.Call;
import afterorder.localcloud.edge.Sent;
import afterorder.localcloud.iam.Access;
import afterorder.localcloud.iam.Rights;
import afterorder.localcloud.iam.Surroundings;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** DynamoDB: a transaction needs what its actions need one by one ("Using IAM with DynamoDB transactions"). */
final class TableNeeds implements Needs.OfService {
    private static final String PREFIX = "dynamodb:";
    private static final Set<String> OF_TABLE =
            Set.of("GetItem", "PutItem", "UpdateItem", "DeleteItem", "DescribeTable");
    private static final Set<String> OF_TABLE_OR_INDEX = Set.of("Query", "Scan");
    private static final Set<String> OF_SEVERAL_TABLES = Set.of("BatchGetItem", "BatchWriteItem");
    private static final Map<String, String> IN_TRANSACTION = Map.of(
            "Put", "PutItem",
            "Update", "UpdateItem",
            "Delete", "DeleteItem",
            "ConditionCheck", "ConditionCheckItem",
            "Get", "GetItem");

    private final Rights rights;
    private final Surroundings surroundings;

    TableNeeds(Rights rights, Surroundings surroundings) {
        this.rights = rights;
        this.surroundings = surroundings;
    }

    @Override
    public Optional<Collection<Access>> of(Call call, Sent sent) {
        String operation = call.operation();
        JsonNode request = Parsed.json(sent.body());
        if (OF_TABLE.contains(operation)) return Optional.of(List.of(access(operation, table(request))));
        if (OF_TABLE_OR_INDEX.contains(operation))
            return Optional.of(List.of(access(operation, tableOrIndex(request))));
        if (OF_SEVERAL_TABLES.contains(operation)) return Optional.of(several(operation, request.path("RequestItems")));
        if (operation.startsWith("Transact")) return Optional.of(transaction(request.path("TransactItems")));
        return Optional.empty();
    }

    private Collection<Access> several(String operation, JsonNode byTable) {
        Collection<Access> needed = new LinkedHashSet<>();
        byTable.fieldNames().forEachRemaining(table -> needed.add(access(operation, arn(table))));
        return needed;
    }

    private Collection<Access> transaction(JsonNode items) {
        Collection<Access> needed = new LinkedHashSet<>();
        for (JsonNode item : items) {
            IN_TRANSACTION.forEach((name, operation) -> {
                if (item.has(name)) needed.add(access(operation, table(item.get(name))));
            });
        }
        return needed;
    }

    private String tableOrIndex(JsonNode request) {
        String index = request.path("IndexName").asText();
        return index.isEmpty() ? table(request) : table(request) + "/index/" + index;
    }

    private String table(JsonNode request) {
        return arn(request.path("TableName").asText());
    }

    /** @param table its name or its ARN */
    private String arn(String table) {
        return rights.arn("dynamodb", "table/" + surroundings.table(table.substring(table.lastIndexOf('/') + 1)));
    }

    private static Access access(String operation, String resource) {
        return new Access(PREFIX + operation, resource);
    }
}
