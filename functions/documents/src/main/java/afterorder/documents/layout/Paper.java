package afterorder.documents.layout;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A4 as DIN 5008 divides it for a letter of form B: it fits an envelope with a window. Measures are in points. */
public final class Paper {
    public static final float MILLIMETER = 72 / 25.4f;

    static final float HEIGHT = PDRectangle.A4.getHeight();
    static final float LEFT = 25 * MILLIMETER;
    static final float RIGHT = 20 * MILLIMETER;

    /** How wide the content of a page is. */
    public static final float WIDTH = PDRectangle.A4.getWidth() - LEFT - RIGHT;

    /** Where the subject stands, if the address and the facts beside it leave room: two lines beneath their fields. */
    static final float SUBJECT = 98.5f * MILLIMETER;

    /** Between what stands above the subject and the subject, when that is longer than foreseen. */
    static final float BEFORE_SUBJECT = 8 * MILLIMETER;

    static final float RUNNING_HEAD = 14 * MILLIMETER;
    /** Where the content begins, on all pages but the first. */
    static final float TOP = 27 * MILLIMETER;
    /** Where the content ends. */
    static final float BOTTOM = HEIGHT - 36 * MILLIMETER;

    static final float PAGE_LABEL = HEIGHT - 33 * MILLIMETER;
    static final float FOOT_RULE = HEIGHT - 28 * MILLIMETER;
    static final float FOOT = HEIGHT - 26 * MILLIMETER;

    static final float FIRST_FOLD = 105 * MILLIMETER;
    static final float PUNCH = 148.5f * MILLIMETER;
    static final float SECOND_FOLD = 210 * MILLIMETER;
    static final float MARK = 4 * MILLIMETER;
    static final float PUNCH_MARK = 6 * MILLIMETER;
    static final float MARKS_LEFT = 4 * MILLIMETER;

    private Paper() {}
}
