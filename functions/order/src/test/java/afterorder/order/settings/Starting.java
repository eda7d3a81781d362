package afterorder.order.settings;

/** Starts as a function does: with the settings of its class path. */
final class Starting {
    private Starting() {}

    public static void main(String[] none) {
        Settings.bundled();
    }
}
