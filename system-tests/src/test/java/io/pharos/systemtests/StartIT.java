package io.pharos.systemtests;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.pharos.platform.PharosApplication;
import org.junit.jupiter.api.Test;

class StartIT {
    @Test
    void listsItsRoles() {
        assertThatCode(() -> PharosApplication.main(new String[] {"--list-roles"}))
                .doesNotThrowAnyException();
    }
}
