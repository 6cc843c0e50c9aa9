package io.pharos.platform;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Services reach each other only through what they publish, and not in circles. */
class ModulesTest {
    @Test
    void theModulesKeepTheirBoundaries() {
        ApplicationModules.of("io.pharos.platform").verify();
    }
}
