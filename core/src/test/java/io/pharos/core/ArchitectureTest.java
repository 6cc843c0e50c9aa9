package io.pharos.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.pharos.core");

    @Test
    void knowsNoFrameworkNoNetworkAndNoThreads() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "io.aeron..",
                        "java.sql..",
                        "java.io..",
                        "java.nio.file..",
                        "java.net..",
                        "java.time..",
                        "java.util.concurrent..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
