package afterorder.documents.layout;

import java.util.List;

/**
 * A field at a fixed place of the first page, above the content. Measures are in points from the page's upper left corner.
 *
 * @param elements may be higher than foreseen; what follows gives way
 */
public record Frame(float left, float top, float width, List<Element> elements) {}
