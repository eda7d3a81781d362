package afterorder.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Holds the functions' modules to the design: which way they depend, and what none of them may do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private static final String ORDER = "afterorder.order..";
    private static final String DOCUMENTS = "afterorder.documents..";
    private static final String AWS = "afterorder.aws..";
    private static final String FUNCTIONS =
            "afterorder.(intake|changes|confirmation|purchase|invoicing|notification|vendorevents|desk|scheduling|export|feedback|link|due)..";
    private static final String[] FUNCTION_PACKAGES = {
        "afterorder.intake..",
        "afterorder.changes..",
        "afterorder.confirmation..",
        "afterorder.purchase..",
        "afterorder.invoicing..",
        "afterorder.notification..",
        "afterorder.link..",
        "afterorder.vendorevents..",
        "afterorder.desk..",
        "afterorder.scheduling..",
        "afterorder.export..",
        "afterorder.feedback..",
        "afterorder.due.."
    };

    /** Packages that hold classes; one that was renamed must be renamed above. */
    private static final List<String> EXPECTED = List.of(
            "afterorder.order",
            "afterorder.documents",
            "afterorder.aws",
            "afterorder.intake",
            "afterorder.changes",
            "afterorder.confirmation",
            "afterorder.purchase",
            "afterorder.invoicing",
            "afterorder.notification",
            "afterorder.link",
            "afterorder.vendorevents",
            "afterorder.desk",
            "afterorder.scheduling",
            "afterorder.export",
            "afterorder.feedback",
            "afterorder.due");

    private final JavaClasses classes = CompiledFunctions.classes();

    @Test
    void sees_every_module_of_the_functions() {
        assertThat(classes.stream().map(JavaClass::getPackageName)).containsAll(EXPECTED);
        assertThat(classes.stream().map(JavaClass::getPackageName))
                .allMatch(name -> EXPECTED.stream().anyMatch(name::startsWith) || name.startsWith("gg.jte.generated"));
    }

    @Test
    void the_domain_depends_on_nothing_of_ours() {
        noClasses()
                .that()
                .resideInAPackage(ORDER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(with(FUNCTION_PACKAGES, DOCUMENTS, AWS))
                .check(classes);
    }

    @Test
    void the_domain_knows_language_time_holidays_and_json_only() {
        classes()
                .that()
                .resideInAPackage(ORDER)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                ORDER,
                                "java.lang..",
                                "java.awt.geom",
                                "java.io",
                                "java.math",
                                "java.nio.charset",
                                "java.security",
                                "java.time..",
                                "java.util..",
                                "com.fasterxml.jackson..",
                                "de.focus_shift.jollyday.core..",
                                "org.jspecify..")
                        // A value: it opens nothing by itself.
                        .or(type(URI.class)))
                .check(classes);
    }

    @Test
    void the_domain_opens_no_file() {
        DescribedPredicate<JavaClass> file = describe(
                "a file",
                type -> type.getPackageName().equals("java.io")
                        && (type.getSimpleName().startsWith("File")
                                || type.getSimpleName().equals("RandomAccessFile")));
        noClasses()
                .that()
                .resideInAPackage(ORDER)
                .should()
                .dependOnClassesThat(file)
                .check(classes);
    }

    @Test
    void documents_and_adapters_depend_on_the_domain_only() {
        noClasses()
                .that()
                .resideInAPackage(DOCUMENTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(with(FUNCTION_PACKAGES, AWS, "software.amazon..", "com.amazonaws.."))
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(AWS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(with(FUNCTION_PACKAGES, DOCUMENTS))
                .check(classes);
    }

    @Test
    void no_function_depends_on_another() {
        slices().matching(FUNCTIONS).should().notDependOnEachOther().check(classes);
    }

    /** Business time is an input; durations may be measured with nanoTime. */
    @Test
    void nobody_asks_the_machine_what_time_it_is() {
        noClasses().should().callMethodWhere(now()).check(classes);
        noClasses().should().callMethodWhere(systemClock()).check(classes);
        noClasses().should().callConstructor(Date.class).check(classes);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(classes);
    }

    @Test
    void the_domain_and_the_documents_leave_nothing_to_chance() {
        noClasses()
                .that()
                .resideInAnyPackage(ORDER, DOCUMENTS)
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class)
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(classes);
    }

    @Test
    @Tag("S49")
    void only_those_read_a_license_key_who_keep_or_deliver_it() {
        Set<String> mayRead = Set.of(
                "afterorder.aws.EntitlementStore",
                "afterorder.order.purchase.Entitlement",
                "afterorder.order.purchase.EnteredLicense",
                "afterorder.purchase.DeskVendor",
                "afterorder.purchase.Marketplace",
                "afterorder.documents.DeliveryNoteDocument");
        DescribedPredicate<JavaClass> stranger = describe("others than " + mayRead, type -> mayRead.stream()
                .noneMatch(name -> type.getName().equals(name) || type.getName().startsWith(name + "$")));
        DescribedPredicate<JavaCall<?>> key = target(
                        owner(describe("an entitlement", type -> Set.of("Entitlement", "EnteredLicense")
                                .contains(type.getSimpleName()))))
                .and(target(name("key")))
                .forSubtype();
        noClasses().that(stranger).should().callMethodWhere(key).check(classes);
    }

    @Test
    void no_state_is_static() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("afterorder..")
                .should()
                .beFinal()
                .check(classes);
        DescribedPredicate<JavaClass> mutable = describe(
                "mutable",
                type -> type.getPackageName().equals("java.util.concurrent.atomic")
                        || type.isAssignableTo(AbstractMap.class)
                        || type.isAssignableTo(AbstractCollection.class)
                        || type.isAssignableTo(ThreadLocal.class)
                        || type.isAssignableTo(StringBuilder.class));
        noFields().that().areStatic().should().haveRawType(mutable).check(classes);
    }

    private static DescribedPredicate<JavaCall<?>> now() {
        return target(owner(describe("a time", type -> type.getPackageName().startsWith("java.time"))))
                .and(target(name("now")))
                .forSubtype();
    }

    private static DescribedPredicate<JavaCall<?>> systemClock() {
        DescribedPredicate<JavaClass> clock = describe(
                "a clock", type -> type.isEquivalentTo(Clock.class) || type.isEquivalentTo(InstantSource.class));
        DescribedPredicate<JavaCall<?>> onClock = target(owner(clock)).forSubtype();
        return onClock.and(describe(
                "of the system",
                call -> call.getName().startsWith("system") || call.getName().startsWith("tick")));
    }

    private static String[] with(String[] packages, String... more) {
        return Stream.concat(Stream.of(packages), Stream.of(more)).toArray(String[]::new);
    }
}
