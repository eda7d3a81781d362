package afterorder.localcloud.tax;

import afterorder.localcloud.door.DoorBody;
import afterorder.localcloud.door.JsonFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the register is told to answer about a VAT ID, a file each, so that it stays told after a restart. */
final class ToldAnswers {
    enum Told {
        VALID,
        /** Valid, but of a company of another name. */
        MISMATCH,
        INVALID,
        /** The register of that state is down. */
        DOWN;

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Path folder;
    private final Map<String, Told> answers = new ConcurrentHashMap<>();

    ToldAnswers(Path folder) {
        this.folder = folder;
    }

    /** @throws IllegalArgumentException with what is wrong or unknown */
    Told tell(String vatId, JsonNode json) {
        if (!VatIdForms.allow(vatId)) throw new IllegalArgumentException("no foreign VAT ID: " + vatId);
        String[] codes = Arrays.stream(Told.values()).map(Told::code).toArray(String[]::new);
        String code = DoorBody.of(json, "answer").oneOf("answer", codes);
        Told told = Told.valueOf(code.toUpperCase(Locale.ROOT));
        JsonFile.write(file(vatId), told);
        answers.put(vatId, told);
        return told;
    }

    /** Valid when nothing else was told. */
    Told about(String vatId) {
        return answers.computeIfAbsent(vatId, id -> kept(id).orElse(Told.VALID));
    }

    private Optional<Told> kept(String vatId) {
        Path file = file(vatId);
        return Files.exists(file) ? Optional.of(JsonFile.read(file, Told.class)) : Optional.empty();
    }

    /** Some states have + and * in VAT IDs, which not each file system has in names. */
    private Path file(String vatId) {
        return folder.resolve(vatId.replace('+', '-').replace('*', '_') + ".json");
    }
}
