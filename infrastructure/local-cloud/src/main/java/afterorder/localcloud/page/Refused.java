package afterorder.localcloud.page;

/** A request that no page answers as it was meant; the message says why. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;

    private Refused(int status, String title, String why) {
        super(why);
        this.status = status;
        this.title = title;
    }

    static Refused unknown(String what) {
        return new Refused(404, "Not found", what);
    }

    static Refused method(String why) {
        return new Refused(405, "Not so", why);
    }

    static Refused input(String why) {
        return new Refused(400, "Not understood", why);
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }
}
