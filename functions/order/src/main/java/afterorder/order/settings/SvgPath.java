package afterorder.order.settings;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Path data as in the attribute d of SVG, with lines and curves; what has arcs must be saved with curves instead. */
public final class SvgPath {
    private static final Pattern TOKEN = Pattern.compile(
            "[\\s,]*(?:([MmLlHhVvCcSsQqTtZz])|([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?))[\\s,]*");

    private final Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private final Deque<Double> numbers = new ArrayDeque<>();
    private Point2D at = new Point2D.Double();
    private Point2D begin = at;
    /** The last point that drew a curve, which a smooth one mirrors; where there was none, the place itself. */
    private Point2D handle = at;

    private SvgPath() {}

    /** @throws IllegalArgumentException when it is no such data */
    public static Path2D parse(String data) {
        SvgPath path = new SvgPath();
        Matcher token = TOKEN.matcher(data);
        char command = 0;
        int end = 0;
        while (token.lookingAt()) {
            if (token.group(1) == null) path.numbers.add(Double.parseDouble(token.group(2)));
            else {
                path.run(command);
                command = token.group(1).charAt(0);
                if (end == 0 && Character.toUpperCase(command) != 'M') break;
            }
            end = token.end();
            token.region(end, data.length());
        }
        path.run(command);
        if (end < data.length() || end == 0) throw new IllegalArgumentException("no path data at character " + end);
        return path.path;
    }

    /** Runs a command with the numbers behind it, as often as they suffice. */
    private void run(char command) {
        if (command == 0 && numbers.isEmpty()) return;
        char upper = Character.toUpperCase(command);
        Point2D origin;
        boolean first = true;
        do {
            origin = Character.isLowerCase(command) ? at : new Point2D.Double();
            step(upper == 'M' && !first ? 'L' : upper, origin);
            first = false;
        } while (!numbers.isEmpty());
    }

    private void step(char command, Point2D origin) {
        switch (command) {
            case 'M' -> {
                at = point(origin);
                begin = at;
                handle = at;
                path.moveTo(at.getX(), at.getY());
            }
            case 'L' -> line(point(origin));
            case 'H' -> line(new Point2D.Double(origin.getX() + number(), at.getY()));
            case 'V' -> line(new Point2D.Double(at.getX(), origin.getY() + number()));
            case 'C' -> cubic(point(origin), point(origin), point(origin));
            case 'S' -> cubic(mirrored(), point(origin), point(origin));
            case 'Q' -> quadratic(point(origin), point(origin));
            case 'T' -> quadratic(mirrored(), point(origin));
            case 'Z' -> close();
            default -> throw new IllegalArgumentException("numbers without a command");
        }
    }

    private void line(Point2D to) {
        path.lineTo(to.getX(), to.getY());
        at = to;
        handle = to;
    }

    private void cubic(Point2D first, Point2D second, Point2D to) {
        path.curveTo(first.getX(), first.getY(), second.getX(), second.getY(), to.getX(), to.getY());
        at = to;
        handle = second;
    }

    private void quadratic(Point2D middle, Point2D to) {
        path.quadTo(middle.getX(), middle.getY(), to.getX(), to.getY());
        at = to;
        handle = middle;
    }

    private void close() {
        if (!numbers.isEmpty()) throw new IllegalArgumentException("numbers after Z");
        path.closePath();
        at = begin;
        handle = begin;
    }

    private Point2D mirrored() {
        return new Point2D.Double(2 * at.getX() - handle.getX(), 2 * at.getY() - handle.getY());
    }

    private Point2D point(Point2D origin) {
        return new Point2D.Double(origin.getX() + number(), origin.getY() + number());
    }

    private double number() {
        Double number = numbers.poll();
        if (number != null) return number;
        throw new IllegalArgumentException("too few numbers");
    }
}
