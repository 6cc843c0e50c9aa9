package io.pharos.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.pharos.core");

    private static final Set<String> FLOATING = Set.of("float", "double", "java.lang.Float", "java.lang.Double");

    @Test
    void knowsNoFrameworkNoNetworkNoCodecAndNoThreads() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "io.aeron..",
                        "io.pharos.protocol.codec..",
                        "io.pharos.cluster..",
                        "io.pharos.platform..",
                        "java.sql..",
                        "java.io..",
                        "java.nio.file..",
                        "java.net..",
                        "java.time..",
                        "java.util.concurrent..",
                        "java.util.random..",
                        "java.security..",
                        "org.agrona.concurrent..")
                .allowEmptyShould(true)
                .because("the state machine depends on its commands alone")
                .check(exceptForBuffers());
    }

    @Test
    void readsNoClockAndNoRandomness() {
        noClasses()
                .should()
                .accessTargetWhere(describe("the clock, the environment or chance", ArchitectureTest::isOutsideWorld))
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util")
                        .and(describe(
                                "chance or locale",
                                type -> Set.of(
                                                "Random",
                                                "UUID",
                                                "SplittableRandom",
                                                "Locale",
                                                "Date",
                                                "Timer",
                                                "Calendar")
                                        .contains(type.getSimpleName()))))
                .check(CLASSES);
    }

    @Test
    void countsWithoutFloatingPoint() {
        DescribedPredicate<JavaClass> floating = describe(
                "floating point",
                type -> FLOATING.contains(type.getBaseComponentType().getName()));
        fields().should().notHaveRawType(floating).check(CLASSES);
        methods().should().notHaveRawReturnType(floating).check(CLASSES);
        noClasses()
                .should()
                .accessTargetWhere(describe(
                        "rounding by floating point",
                        access -> access.getTargetOwner().isEquivalentTo(Math.class)
                                && Set.of("pow", "sqrt", "floor", "ceil", "round", "rint", "random", "exp", "log")
                                        .contains(access.getTarget().getName())))
                .check(CLASSES);
    }

    @Test
    void iteratesInADefinedOrderOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "sets and maps of unordered iteration",
                        type -> Set.of(
                                        "java.util.HashMap",
                                        "java.util.HashSet",
                                        "java.util.IdentityHashMap",
                                        "java.util.WeakHashMap")
                                .contains(type.getName())))
                .check(CLASSES);
        noClasses()
                .should()
                .accessTargetWhere(describe(
                        "the iteration of a hash map",
                        access -> access.getTargetOwner().getPackageName().startsWith("org.agrona.collections")
                                && Set.of(
                                                "values",
                                                "keySet",
                                                "entrySet",
                                                "forEach",
                                                "longForEach",
                                                "intForEach",
                                                "iterator")
                                        .contains(access.getTarget().getName())))
                .check(CLASSES);
    }

    @Test
    void dependsDownwardsOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("engine")
                .definedBy("io.pharos.core.engine")
                .layer("servicing")
                .definedBy("io.pharos.core.servicing")
                .layer("margin")
                .definedBy("io.pharos.core.margin")
                .layer("trading")
                .definedBy("io.pharos.core.trading")
                .layer("settlement")
                .definedBy("io.pharos.core.settlement")
                .layer("ledger")
                .definedBy("io.pharos.core.ledger")
                .layer("event")
                .definedBy("io.pharos.core.event")
                .layer("command")
                .definedBy("io.pharos.core.command")
                .layer("state")
                .definedBy("io.pharos.core.state")
                .whereLayer("engine")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("servicing")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("margin")
                .mayOnlyBeAccessedByLayers("engine", "servicing")
                .whereLayer("trading")
                .mayOnlyBeAccessedByLayers("engine", "servicing", "margin")
                .whereLayer("settlement")
                .mayOnlyBeAccessedByLayers("engine", "servicing", "margin", "trading")
                .whereLayer("ledger")
                .mayOnlyBeAccessedByLayers("engine", "servicing", "margin", "trading", "settlement")
                .whereLayer("event")
                .mayOnlyBeAccessedByLayers("engine", "servicing", "margin", "trading", "settlement", "ledger")
                .whereLayer("command")
                .mayOnlyBeAccessedByLayers("engine", "servicing", "margin", "trading", "settlement", "ledger")
                .check(CLASSES);
    }

    /** Agrona keeps its buffers, which snapshots are written with, beside its concurrent structures. */
    private static JavaClasses exceptForBuffers() {
        return CLASSES.that(describe(
                "not a writer or reader of snapshots",
                type -> !Set.of("StateWriter", "StateReader").contains(type.getSimpleName())));
    }

    private static boolean isOutsideWorld(JavaAccess<?> access) {
        String target = access.getTargetOwner().getSimpleName() + "."
                + access.getTarget().getName();
        return Set.of(
                        "System.currentTimeMillis",
                        "System.nanoTime",
                        "System.getProperty",
                        "System.getenv",
                        "System.identityHashCode",
                        "Math.random",
                        "Object.hashCode")
                .contains(target);
    }
}
