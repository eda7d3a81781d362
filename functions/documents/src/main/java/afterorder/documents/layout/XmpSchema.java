package afterorder.documents.layout;

import java.util.List;
import java.util.stream.Collectors;

/** What PDF/A does not know of metadata, a file that has it must declare (ISO 19005-3, 6.6.2.3.3). */
record XmpSchema(String name, String namespace, String prefix, List<Property> properties) {
    private record Property(String name, String type, String category, String description) {}

    private static final XmpSchema ACCESSIBILITY = new XmpSchema(
            "PDF/UA identification",
            "http://www.aiim.org/pdfua/ns/id/",
            "pdfuaid",
            List.of(new Property("part", "Integer", "internal", "part of ISO 14289")));

    private static final XmpSchema ELECTRONIC_INVOICE = new XmpSchema(
            "Factur-X PDFA Extension Schema",
            "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#",
            "fx",
            List.of(
                    new Property("DocumentFileName", "Text", "external", "name of the embedded XML invoice file"),
                    new Property("DocumentType", "Text", "external", "INVOICE"),
                    new Property("Version", "Text", "external", "version of the XML data"),
                    new Property("ConformanceLevel", "Text", "external", "profile of the XML data")));

    /** @param invoice whether it declares the properties of an e-invoice, too */
    static String declared(boolean invoice) {
        return """
                <rdf:Description rdf:about=""
                  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
                  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
                  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
                <pdfaExtension:schemas><rdf:Bag>
                %s</rdf:Bag></pdfaExtension:schemas>
                </rdf:Description>
                """.formatted(ACCESSIBILITY.xml() + (invoice ? ELECTRONIC_INVOICE.xml() : ""));
    }

    private String xml() {
        return """
                <rdf:li rdf:parseType="Resource">
                <pdfaSchema:schema>%s</pdfaSchema:schema>
                <pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI>
                <pdfaSchema:prefix>%s</pdfaSchema:prefix>
                <pdfaSchema:property><rdf:Seq>
                %s</rdf:Seq></pdfaSchema:property>
                </rdf:li>
                """.formatted(
                name, namespace, prefix, properties.stream().map(XmpSchema::xml).collect(Collectors.joining()));
    }

    private static String xml(Property property) {
        return """
                <rdf:li rdf:parseType="Resource">
                <pdfaProperty:name>%s</pdfaProperty:name>
                <pdfaProperty:valueType>%s</pdfaProperty:valueType>
                <pdfaProperty:category>%s</pdfaProperty:category>
                <pdfaProperty:description>%s</pdfaProperty:description>
                </rdf:li>
                """.formatted(property.name(), property.type(), property.category(), property.description());
    }
}
