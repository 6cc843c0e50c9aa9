package io.pharos.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void reachesTheCoreOnlyThroughTheCluster() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.pharos.core..", "io.aeron..")
                .check(new ClassFileImporter().importPackages("io.pharos.platform"));
    }
}
