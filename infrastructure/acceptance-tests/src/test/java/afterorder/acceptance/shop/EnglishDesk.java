package afterorder.acceptance.shop;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A reseller whose staff reads English: the functions as they are built, but for one word of the settings in their jars. */
public final class EnglishDesk {
    private static final String SETTINGS = "settings/desk.json";
    private static final List<String> WRITE_TO_STAFF = List.of("notification", "desk");

    private EnglishDesk() {}

    /** @return a template that names jars of its own for the functions that write to staff */
    public static Path in(Path folder) throws IOException {
        String template = Files.readString(Shop.template())
                .replace("Uri: functions/", "Uri: " + Shop.ROOT + "/functions/")
                .replace("Uri: infrastructure/", "Uri: " + Shop.ROOT + "/infrastructure/");
        for (String function : WRITE_TO_STAFF) {
            Path built = Shop.ROOT.resolve("functions/%1$s/target/%1$s.jar".formatted(function));
            Path english = Files.copy(built, folder.resolve(function + ".jar"));
            translate(english);
            template = template.replace(built.toString(), english.toString());
        }
        return Files.writeString(folder.resolve("template.yaml"), template);
    }

    private static void translate(Path jar) throws IOException {
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
            Path settings = content.getPath(SETTINGS);
            String german = Files.readString(settings);
            String english = german.replace("\"language\": \"de\"", "\"language\": \"en\"");
            if (english.equals(german)) throw new IllegalStateException(SETTINGS + " names no German");
            Files.writeString(settings, english);
        }
    }
}
