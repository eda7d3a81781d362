package afterorder.localcloud.page;

/** What a page answers. */
sealed interface Reply {

    /** @param template the name of the file in {@code src/main/jte}, which knows the type of the view */
    record View(String template, String title, Object view) implements Reply {}

    /** @param name for the reader who keeps it */
    record File(String name, String contentType, byte[] bytes) implements Reply {}

    /** After a form was taken. */
    record SeeOther(String address) implements Reply {}
}
