package afterorder.documents.layout;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/** The logical structure of a document (ISO 32000-1, 14.7): its tree of tags, and to which of them a page's content belongs. */
final class Structure {
    private final Tag document;
    private final COSArray pages = new COSArray();

    Structure(PDDocument file) {
        PDStructureTreeRoot tree = new PDStructureTreeRoot();
        COSDictionary parents = new COSDictionary();
        parents.setItem(COSName.NUMS, pages);
        tree.getCOSObject().setItem(COSName.PARENT_TREE, parents);
        file.getDocumentCatalog().setStructureTreeRoot(tree);
        PDMarkInfo marks = new PDMarkInfo();
        marks.setMarked(true);
        file.getDocumentCatalog().setMarkInfo(marks);
        document = Tag.document(tree.getCOSObject());
    }

    Tag document() {
        return document;
    }

    /** The contents of a page, by their numbers: each is the node of its tag. */
    COSArray contentsOf(PDPage page) {
        int number = pages.size() / 2;
        page.setStructParents(number);
        COSArray contents = new COSArray();
        pages.add(COSInteger.get(number));
        pages.add(contents);
        return contents;
    }
}
