package afterorder.order.settings;

/** Ends the build, before any test, when the settings are broken: then their mistakes are all that it says. */
final class SettingsCheck {
    private SettingsCheck() {}

    public static void main(String[] none) {
        try {
            Settings.bundled();
        } catch (BrokenSettings broken) {
            System.err.println(broken.getMessage());
            System.exit(1);
        }
    }
}
