package io.pharos.benchmarks.core;

import io.pharos.cluster.message.CoreEvent;
import io.pharos.cluster.wire.EventDecoder;
import io.pharos.cluster.wire.EventPublisher;
import java.util.ArrayList;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/** The events that a workload causes, command by command, as a reader of the journal gets them. */
public final class RecordedEvents {
    private RecordedEvents() {}

    /** Takes the encoded events of one call. */
    private static final class Buffer implements EventPublisher.Target {
        private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1 << 16);
        private final EventDecoder decoder = new EventDecoder();
        private int position;

        @Override
        public MutableDirectBuffer buffer() {
            return buffer;
        }

        @Override
        public int claim(long sequence, int length) {
            int offset = position;
            position += length;
            buffer.checkLimit(position);
            return offset;
        }

        List<CoreEvent> take() {
            List<CoreEvent> events = new ArrayList<>();
            for (int offset = 0; offset < position; offset += decoder.length()) {
                events.add(decoder.decode(buffer, offset));
            }
            position = 0;
            return events;
        }
    }

    /** The events of so many commands of a seed, those of the market's preparation first. */
    public static List<List<CoreEvent>> of(WorkloadShape shape, int commands, long seed) {
        Workload workload = WorkloadGenerator.generate(shape, commands, seed);
        Buffer buffer = new Buffer();
        List<List<CoreEvent>> journal = new ArrayList<>();
        CoreMarket market = new CoreMarket(shape, new EventPublisher(buffer));
        journal.add(buffer.take());
        Workload.Applier applier = new Workload.Applier(workload, market);
        for (int i = 0; i < workload.size(); i++) {
            applier.apply(i);
            List<CoreEvent> events = buffer.take();
            if (!events.isEmpty()) {
                journal.add(events);
            }
        }
        return journal;
    }
}
