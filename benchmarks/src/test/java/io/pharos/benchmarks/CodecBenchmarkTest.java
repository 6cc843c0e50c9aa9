package io.pharos.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodecBenchmarkTest {
    @Test
    void encodesTheWholeMessage() {
        assertThat(new CodecBenchmark().encode()).isPositive();
    }
}
