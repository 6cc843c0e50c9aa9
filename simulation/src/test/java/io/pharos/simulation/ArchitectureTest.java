package io.pharos.simulation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses simulation = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.pharos.simulation");

    @Test
    void checkersKnowTheSpecificationAndNotTheCore() {
        noClasses()
                .that()
                .resideInAPackage("io.pharos.simulation.check..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.pharos.core..", "io.pharos.cluster.wire..", "io.pharos.simulation.world..")
                .check(simulation);
    }

    @Test
    void onlyTheWorldTouchesTheCoreAndNothingTouchesAeron() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.pharos.simulation.world..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.pharos.core..", "io.pharos.cluster.wire..")
                .check(simulation);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.aeron..",
                        "io.pharos.cluster.client..",
                        "io.pharos.cluster.member..",
                        "io.pharos.cluster.journal..",
                        "io.pharos.platform..",
                        "org.springframework..",
                        "java.sql..")
                .check(simulation);
    }

    @Test
    void theWorldHasNoClockNoChanceAndNoThreadOfItsOwn() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.pharos.simulation.world..", "io.pharos.simulation.check..", "io.pharos.simulation.run..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Thread")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(simulation);
    }
}
