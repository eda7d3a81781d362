package afterorder.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What the functions' jars are made of, beside our own code: {@code target/bom.json}, which the build writes (CycloneDX). */
class BillOfMaterialsTest {
    /** Of a library under several licenses one is chosen. */
    private static final Set<String> LICENSES_TO_SHIP =
            Set.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "MIT", "MIT-0");

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void names_each_library_once() throws IOException {
        List<String> names = libraries()
                .map(library -> library.get("group").textValue() + ":"
                        + library.get("name").textValue())
                .toList();
        assertThat(names)
                .contains("software.amazon.awssdk:dynamodb", "org.apache.pdfbox:pdfbox")
                .doesNotHaveDuplicates();
    }

    @Test
    void has_libraries_of_licenses_only_that_let_them_be_shipped() throws IOException {
        assertThat(libraries()).allSatisfy(library -> assertThat(licenses(library))
                .as(library.get("purl").textValue())
                .containsAnyElementsOf(LICENSES_TO_SHIP));
    }

    @Test
    void has_each_class_from_one_library_only() throws IOException {
        Map<String, Set<String>> libraries = new HashMap<>();
        for (Path jar : libraryJars()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                file.stream()
                        .map(ZipEntry::getName)
                        .filter(BillOfMaterialsTest::isClass)
                        .forEach(name -> libraries
                                .computeIfAbsent(name, unseen -> new TreeSet<>())
                                .add(jar.getFileName().toString()));
            }
        }
        assertThat(libraries).hasSizeGreaterThan(1_000);
        assertThat(libraries.entrySet())
                .allSatisfy(
                        entry -> assertThat(entry.getValue()).as(entry.getKey()).hasSize(1));
    }

    private static Stream<JsonNode> libraries() throws IOException {
        JsonNode bom = JsonMapper.builder().build().readTree(new File("target/bom.json"));
        return bom.get("components")
                .valueStream()
                .filter(component -> !component.get("group").textValue().equals("afterorder"));
    }

    private static List<String> licenses(JsonNode library) {
        return library.path("licenses")
                .valueStream()
                .map(license -> license.has("expression") ? license : license.get("license"))
                .map(license -> Stream.of("expression", "id", "name")
                        .map(license::path)
                        .filter(JsonNode::isTextual)
                        .findFirst()
                        .map(JsonNode::textValue)
                        .orElse("none"))
                .toList();
    }

    private static List<Path> libraryJars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .filter(path -> !path.toAbsolutePath().startsWith(PROJECT))
                .toList();
    }

    private static boolean isClass(String entry) {
        return entry.endsWith(".class") && !entry.startsWith("META-INF/") && !entry.endsWith("-info.class");
    }
}
