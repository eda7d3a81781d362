package afterorder.order.fields;

/** Who collects what is not as it must be. */
@FunctionalInterface
public interface Mistakes {

    /** @param pointer the place as a JSON pointer (RFC 6901); empty: the whole. @param detail to be read after the place */
    void add(String pointer, String detail);
}
