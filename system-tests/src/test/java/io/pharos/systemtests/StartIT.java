package io.pharos.systemtests;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.pharos.platform.PharosApplication;
import org.junit.jupiter.api.Test;

class StartIT {
    @Test
    void starts() {
        assertThatCode(() -> PharosApplication.main(new String[0])).doesNotThrowAnyException();
    }
}
