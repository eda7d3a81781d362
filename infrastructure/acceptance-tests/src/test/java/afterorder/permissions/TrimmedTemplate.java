package afterorder.permissions;

import afterorder.acceptance.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A copy of the template without one action. */
final class TrimmedTemplate {
    /** Stands in the place of what is taken away, so that the statement stays one; nothing here calls it. */
    private static final String HARMLESS = "logs:PutLogEvents";

    private TrimmedTemplate() {}

    /** @return the copy, which names all other files by their whole paths */
    static Path without(Grant grant, Path folder) throws IOException {
        List<String> lines = Files.readAllLines(Shop.ROOT.resolve("template.yaml"));
        Pattern action = Pattern.compile("(?<![\\w:*])" + Pattern.quote(grant.action()) + "(?![\\w*])");
        StringBuilder copy = new StringBuilder();
        boolean isTaken = false;
        for (int line = 1; line <= lines.size(); line++) {
            String text = lines.get(line - 1);
            Matcher found = action.matcher(text);
            if (!isTaken && line >= grant.line() && found.find()) {
                text = found.replaceFirst(HARMLESS);
                isTaken = true;
            }
            copy.append(text).append('\n');
        }
        if (!isTaken) throw new IllegalStateException("the template has no " + grant);
        String placed = copy.toString()
                .replace("Uri: functions/", "Uri: " + Shop.ROOT + "/functions/")
                .replace("Uri: infrastructure/", "Uri: " + Shop.ROOT + "/infrastructure/");
        return Files.writeString(Files.createDirectories(folder).resolve("template.yaml"), placed);
    }
}
