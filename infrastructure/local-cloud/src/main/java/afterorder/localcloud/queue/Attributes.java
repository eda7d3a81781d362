package afterorder.localcloud.queue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.elasticmq.BinaryMessageAttribute;
import org.elasticmq.MessageAttribute;
import org.elasticmq.NumberMessageAttribute;
import org.elasticmq.StringMessageAttribute;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Message attributes between ElasticMQ's types and ours. */
final class Attributes {

    private Attributes() {}

    static Map<String, Message.Attribute> ours(scala.collection.immutable.Map<String, MessageAttribute> theirs) {
        Map<String, Message.Attribute> ours = new LinkedHashMap<>();
        CollectionConverters.asJava(theirs)
                .forEach((name, attribute) ->
                        ours.put(name, new Message.Attribute(attribute.getDataType(), value(attribute))));
        return ours;
    }

    static scala.collection.immutable.Map<String, MessageAttribute> theirs(Map<String, Message.Attribute> ours) {
        Map<String, MessageAttribute> theirs = new LinkedHashMap<>();
        ours.forEach((name, attribute) -> theirs.put(name, theirs(attribute)));
        return scala.collection.immutable.Map.from(CollectionConverters.asScala(theirs));
    }

    private static String value(MessageAttribute attribute) {
        return switch (attribute) {
            case StringMessageAttribute text -> text.stringValue();
            case NumberMessageAttribute number -> number.stringValue();
            case BinaryMessageAttribute binary -> binary.asBase64();
            default -> throw new IllegalStateException("SQS has no attribute like " + attribute);
        };
    }

    private static MessageAttribute theirs(Message.Attribute attribute) {
        String[] type = attribute.type().split("\\.", 2);
        Option<String> custom = type.length == 2 ? Option.apply(type[1]) : Option.empty();
        return switch (type[0]) {
            case "String" -> new StringMessageAttribute(attribute.value(), custom);
            case "Number" -> new NumberMessageAttribute(attribute.value(), custom);
            case "Binary" -> BinaryMessageAttribute.fromBase64(attribute.value(), custom);
            default -> throw new IllegalStateException("SQS has no attribute like " + attribute);
        };
    }
}
