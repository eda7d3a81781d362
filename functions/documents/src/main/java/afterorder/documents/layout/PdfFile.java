package afterorder.documents.layout;

import java.util.List;

/**
 * A document as it was written.
 *
 * @param missing the letters that no typeface has, each once: in their places stands a box
 */
public record PdfFile(byte[] bytes, List<String> missing) {}
