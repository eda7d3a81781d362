package afterorder.documents.layout;

import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** A node of the logical structure: what software reads aloud, in this order, wherever it stands on the pages. */
final class Tag {
    private static final COSName STRUCTURE_ELEMENT = COSName.getPDFName("StructElem");
    private static final COSName REFERENCE = COSName.getPDFName("MCR");

    private final COSDictionary node = new COSDictionary();

    private Tag(String type, @Nullable COSDictionary parent) {
        node.setItem(COSName.TYPE, STRUCTURE_ELEMENT);
        node.setName(COSName.S, type);
        node.setItem(COSName.P, parent);
    }

    /** The whole document, in that tree. */
    static Tag document(COSDictionary tree) {
        Tag document = new Tag("Document", tree);
        tree.setItem(COSName.K, document.node);
        return document;
    }

    /** For what is only decoration, and not read. */
    static Tag none() {
        return new Tag("NonStruct", null);
    }

    /** @param type one of the standard structure types (ISO 32000-1, 14.8.4) */
    Tag child(String type) {
        Tag child = new Tag(type, node);
        add(child.node);
        return child;
    }

    /** For example the owner Table, the name Scope, the value Column (ISO 32000-1, 14.8.5). */
    Tag with(String owner, String name, String value) {
        COSDictionary attributes = new COSDictionary();
        attributes.setName(COSName.O, owner);
        attributes.setName(COSName.getPDFName(name), value);
        attributes.setDirect(true);
        node.setItem(COSName.A, attributes);
        return this;
    }

    Tag describedAs(String alternative) {
        node.setString(COSName.ALT, alternative);
        return this;
    }

    /** Where on its page an illustration is seen. */
    Tag around(float left, float bottom, float right, float top) {
        COSDictionary attributes = new COSDictionary();
        attributes.setName(COSName.O, "Layout");
        attributes.setName(COSName.getPDFName("Placement"), "Block");
        attributes.setItem(COSName.BBOX, new PDRectangle(left, bottom, right - left, top - bottom));
        attributes.setDirect(true);
        node.setItem(COSName.A, attributes);
        return this;
    }

    COSDictionary node() {
        return node;
    }

    /** Takes a marked content of that page as its own. */
    void hold(PDPage page, int number) {
        COSDictionary pageNode = page.getCOSObject();
        if (node.getItem(COSName.PG) == null) node.setItem(COSName.PG, pageNode);
        boolean elsewhere = node.getDictionaryObject(COSName.PG) != pageNode;
        add(elsewhere ? reference(pageNode, number) : COSInteger.get(number));
    }

    /** One kid needs no array, and most have only one. */
    private void add(COSBase kid) {
        COSBase before = node.getItem(COSName.K);
        if (before == null) node.setItem(COSName.K, kid);
        else if (before instanceof COSArray kids) kids.add(kid);
        else node.setItem(COSName.K, arrayOf(before, kid));
    }

    private static COSArray arrayOf(COSBase first, COSBase second) {
        COSArray kids = new COSArray(List.of(first, second));
        kids.setDirect(true);
        return kids;
    }

    private static COSDictionary reference(COSDictionary pageNode, int number) {
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, REFERENCE);
        reference.setItem(COSName.PG, pageNode);
        reference.setInt(COSName.MCID, number);
        reference.setDirect(true);
        return reference;
    }
}
