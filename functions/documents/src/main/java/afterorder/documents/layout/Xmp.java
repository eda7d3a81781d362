package afterorder.documents.layout;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;

/** The metadata of a file as XMP (ISO 16684-1): its title, and that it is PDF/A-3a, PDF/UA-1, and perhaps an e-invoice. */
final class Xmp {
    private static final String PACKET = """
            <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about=""
              xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:xmp="http://ns.adobe.com/xap/1.0/"
              xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
              xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfaid:part>3</pdfaid:part>
            <pdfaid:conformance>A</pdfaid:conformance>
            <pdfuaid:part>1</pdfuaid:part>
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
            <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>%s</xmp:CreateDate>
            </rdf:Description>
            %s</rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """;

    private static final String ELECTRONIC_INVOICE = """
            <rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">
            <fx:DocumentType>INVOICE</fx:DocumentType>
            <fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>
            <fx:Version>1.0</fx:Version>
            <fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
            </rdf:Description>
            """;

    private Xmp() {}

    static byte[] of(Sheet sheet) {
        boolean invoice = sheet.attachments().stream().anyMatch(Attachment::isElectronicInvoice);
        return PACKET.formatted(
                        escaped(sheet.title()),
                        escaped(sheet.author()),
                        sheet.language().toLanguageTag(),
                        sheet.created().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                        XmpSchema.declared(invoice) + (invoice ? ELECTRONIC_INVOICE : ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
