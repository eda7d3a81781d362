package afterorder.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.ObjectInputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What no class of the functions does, so that what others send cannot make it: {@code infrastructure/security.md}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityRulesTest {
    private final JavaClasses classes = CompiledFunctions.classes();

    /** It is written only, so no entity of it can be external. */
    @Test
    void nobody_reads_xml() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.xml..", "org.w3c.dom..", "javax.xml.parsers..")
                        .or(resideInAnyPackage("javax.xml.transform..", "javax.xml.validation..", "javax.xml.xpath.."))
                        .or(type(XMLInputFactory.class))
                        .or(type(XMLStreamReader.class))
                        .or(type(XMLEventReader.class)))
                .check(classes);
    }

    @Test
    void nobody_unpacks_what_may_be_larger_than_it_looks() {
        for (Class<?> unpacking :
                List.of(ZipInputStream.class, ZipFile.class, GZIPInputStream.class, InflaterInputStream.class)) {
            noClasses().should().dependOnClassesThat(type(unpacking)).check(classes);
        }
    }

    @Test
    void nobody_makes_objects_of_foreign_bytes_or_starts_processes() {
        noClasses().should().dependOnClassesThat(type(ObjectInputStream.class)).check(classes);
        noClasses().should().dependOnClassesThat(type(ProcessBuilder.class)).check(classes);
        noClasses().should().callMethod(Runtime.class, "exec", String.class).check(classes);
        noClasses().should().callMethod(Class.class, "forName", String.class).check(classes);
    }
}
