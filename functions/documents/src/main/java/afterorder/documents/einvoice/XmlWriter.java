package afterorder.documents.einvoice;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes the elements of a Cross Industry Invoice (UN/CEFACT CII) into memory, with the prefixes that everybody uses. */
final class XmlWriter {
    private static final String CII = "urn:un:unece:uncefact:data:standard:";

    /** Not the first on the class path, so that no dependency changes our bytes. */
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    /** What XML 1.0 cannot hold, however it is escaped. */
    private static final Pattern IMPOSSIBLE =
            Pattern.compile("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8_192);
    private final XMLStreamWriter xml;

    private XmlWriter() throws XMLStreamException {
        xml = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    }

    interface Content {
        void write() throws XMLStreamException;
    }

    interface Document {
        void write(XmlWriter xml) throws XMLStreamException;
    }

    /** @return UTF-8 */
    static byte[] write(Document content) {
        try {
            XmlWriter writer = new XmlWriter();
            writer.document(content);
            return writer.bytes.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("XML cannot be written to memory", impossible);
        }
    }

    private void document(Document content) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("rsm:CrossIndustryInvoice");
        xml.writeNamespace("rsm", CII + "CrossIndustryInvoice:100");
        xml.writeNamespace("ram", CII + "ReusableAggregateBusinessInformationEntity:100");
        xml.writeNamespace("udt", CII + "UnqualifiedDataType:100");
        content.write(this);
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    void root(String name, Content content) throws XMLStreamException {
        nested("rsm:" + name, content);
    }

    void element(String name, Content content) throws XMLStreamException {
        nested("ram:" + name, content);
    }

    private void nested(String name, Content content) throws XMLStreamException {
        xml.writeStartElement(name);
        content.write();
        xml.writeEndElement();
    }

    /** Nothing when there is no text. */
    void text(String name, @Nullable String text) throws XMLStreamException {
        if (text != null) element(name, () -> characters(text));
    }

    void text(String name, String text, String attribute, String value) throws XMLStreamException {
        element(name, () -> {
            xml.writeAttribute(attribute, value);
            characters(text);
        });
    }

    void number(String name, BigDecimal number) throws XMLStreamException {
        text(name, number.toPlainString());
    }

    void date(String name, LocalDate date) throws XMLStreamException {
        element(name, () -> nested("udt:DateTimeString", () -> day(date)));
    }

    /** As {@link #date}, where CII wants the type to be a qualified one. */
    void formattedDate(String name, LocalDate date) throws XMLStreamException {
        element(
                name,
                () -> nested("qdt:DateTimeString", () -> {
                    xml.writeNamespace("qdt", CII + "QualifiedDataType:100");
                    day(date);
                }));
    }

    private void day(LocalDate date) throws XMLStreamException {
        xml.writeAttribute("format", "102");
        characters(DateTimeFormatter.BASIC_ISO_DATE.format(date));
    }

    /** An element that holds nothing but one with text. */
    void wrapped(String name, String inner, @Nullable String text) throws XMLStreamException {
        if (text != null) element(name, () -> text(inner, text));
    }

    private void characters(String text) throws XMLStreamException {
        xml.writeCharacters(IMPOSSIBLE.matcher(text).replaceAll("\uFFFD"));
    }
}
