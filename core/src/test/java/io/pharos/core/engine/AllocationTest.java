package io.pharos.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.pharos.core.fixture.NoEvents;
import io.pharos.core.fixture.OrderFlow;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final int STEPS = 200_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Once pools and tables have grown to what the flow needs: place, cancel, replace, reduce, match, post, remember. */
    @Test
    void allocatesNothingOnPlaceCancelReplaceAndMatch() {
        Engine engine = new Engine(EngineSettings.defaults(), new NoEvents());
        OrderFlow flow = new OrderFlow(engine, 42, 500, 3, 2_000, 100);
        run(flow, 3 * STEPS);

        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            run(flow, STEPS);
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }

        // Reading the counter is itself not free of allocation on every machine: a few bytes for all steps together.
        assertThat(fewest).as("bytes for " + STEPS + " commands").isLessThan(1_024);
        engine.audit();
    }

    /** A better bid and its cancellation move twenty pegged orders twice; an entry is filled, and its exits are sold out. */
    @Test
    void allocatesNothingWhenPegsFollowAndExitsArePlaced() {
        Engine engine = new Engine(EngineSettings.defaults(), new NoEvents());
        PegAndExitFlow flow = new PegAndExitFlow(engine);
        flow.run(20_000);

        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            flow.run(10_000);
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(fewest).as("bytes for 10000 rounds").isLessThan(1_024);
        engine.audit();
    }

    /** Orders sent to a venue, acknowledged, filled in parts, changed, cancelled: once the remembered reports are full. */
    @Test
    void allocatesNothingOnOrdersAndFillsAtAVenue() {
        Engine engine = new Engine(EngineSettings.defaults(), new NoEvents());
        VenueFlow flow = new VenueFlow(engine);
        flow.run(20_001);
        assertThat(flow.tradedMinor()).as("a buy more than sells, of 10 at 100").isEqualTo(1_000);

        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            flow.run(10_000);
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(fewest).as("bytes for 10000 rounds").isLessThan(1_024);
        engine.audit();
    }

    /** An account borrows, gives back, is valued, sells and pays its loan. */
    @Test
    void allocatesNothingWhenCashIsLentAndPaidBack() {
        Engine engine = new Engine(EngineSettings.defaults(), new NoEvents());
        MarginFlow flow = new MarginFlow(engine);
        flow.run(40_000);

        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            flow.run(10_000);
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(fewest).as("bytes for 10000 rounds").isLessThan(1_024);
        engine.audit();
    }

    private static void run(OrderFlow flow, int steps) {
        for (int i = 0; i < steps; i++) {
            flow.step();
        }
    }
}
