package io.pharos.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** One benchmark: it prepares what it needs, measures, and clears up. */
public interface Item {
    /**
     * Measures.
     *
     * @param say tells people what goes on
     */
    List<Measurement> run(Effort effort, Consumer<String> say) throws IOException, InterruptedException;
}
