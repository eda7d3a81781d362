package afterorder.order.link;

import afterorder.order.Email;
import afterorder.order.Language;
import afterorder.order.service.Side;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a mailed link leads to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Target.Document.class, name = "document"),
    @JsonSubTypes.Type(value = Target.Task.class, name = "task"),
    @JsonSubTypes.Type(value = Target.Engagement.class, name = "engagement")
})
public sealed interface Target {

    /**
     * A document.
     *
     * @param objectKey in the bucket of documents
     * @param reader to whom the link is mailed, and nobody else ever
     * @param language of that mail
     */
    record Document(String objectKey, Email reader, Language language) implements Target {

        /** The document's name for the reader: {@code R-2026-00017.pdf}. */
        public String fileName() {
            return objectKey.substring(objectKey.lastIndexOf('/') + 1);
        }

        public Document readBy(Email another) {
            return new Document(objectKey, another, language);
        }

        /** The document's own number: {@code R-2026-00017}. */
        public String number() {
            return fileName().substring(0, fileName().lastIndexOf('.'));
        }

        public String mediaType() {
            return switch (objectKey.substring(objectKey.lastIndexOf('.') + 1)) {
                case "pdf" -> "application/pdf";
                case "xml" -> "application/xml";
                case "zip" -> "application/zip";
                default -> throw new IllegalStateException("a document of an unknown kind: " + objectKey);
            };
        }

        /** Whether a browser shows it, and does not save it. */
        @JsonIgnore
        public boolean isShown() {
            return objectKey.endsWith(".pdf");
        }
    }

    /** One side's page of an engagement. @param engagement its number */
    record Engagement(int engagement, Side side) implements Target {}

    /** The page of a task of the desk. @param purchase its number @param link counts the links to its tasks that were made */
    record Task(int purchase, int link) implements Target {}
}
