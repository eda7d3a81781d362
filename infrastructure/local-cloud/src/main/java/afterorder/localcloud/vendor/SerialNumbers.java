package afterorder.localcloud.vendor;

/** Counts what is sold, so that numbers and keys made of the count are unique; whoever keeps them tells how far it was. */
final class SerialNumbers {

    private long next;

    /** The first of so many. */
    synchronized long take(int count) {
        long first = next;
        next += count;
        return first;
    }

    /** Those below were taken in an earlier life. */
    synchronized void skipTo(long firstFree) {
        next = Math.max(next, firstFree);
    }
}
