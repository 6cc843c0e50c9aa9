package io.pharos.simulation.world;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.cluster.wire.CommandAdapter;
import io.pharos.cluster.wire.EventDecoder;
import io.pharos.cluster.wire.EventPublisher;
import io.pharos.cluster.wire.ReplyDecoder;
import io.pharos.cluster.wire.ReplyEncoder;
import io.pharos.core.engine.Engine;
import io.pharos.core.engine.EngineSettings;
import io.pharos.core.engine.Reply;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;
import io.pharos.simulation.check.StateView;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** The production core between its production codecs, as a member hosts it. */
final class StateMachine implements StateView {
    private static final int EVENT_BYTES_MAX = 1024;

    /** No log entry of a world this small gives more: an endless loop does. */
    private static final int EVENTS_MAX = 5_000;

    /** What one log entry gave. */
    record Applied(List<Bytes> events, @Nullable Bytes reply) {
        long fingerprint() {
            long hash = reply == null ? 0 : reply.fingerprint();
            for (Bytes event : events) {
                hash = RunDigest.mix(hash, event.fingerprint());
            }
            return hash;
        }
    }

    /** Takes the bytes of events. */
    private static final class Events implements EventPublisher.Target {
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[EVENT_BYTES_MAX]);
        private final List<Bytes> events = new ArrayList<>();
        private int length;

        @Override
        public MutableDirectBuffer buffer() {
            return buffer;
        }

        @Override
        public int claim(long sequence, int length) {
            take();
            if (events.size() > EVENTS_MAX) {
                throw new IllegalStateException("one log entry gives more than " + EVENTS_MAX + " events");
            }
            buffer.setMemory(0, EVENT_BYTES_MAX, (byte) 0);
            this.length = length;
            return 0;
        }

        private void take() {
            if (length > 0) {
                byte[] event = new byte[length];
                buffer.getBytes(0, event);
                events.add(new Bytes(event));
                length = 0;
            }
        }

        List<Bytes> drain() {
            take();
            List<Bytes> drained = List.copyOf(events);
            events.clear();
            return drained;
        }
    }

    private final Events events;
    private final CommandAdapter adapter = new CommandAdapter();
    private final ReplyEncoder replies = new ReplyEncoder();
    private final UnsafeBuffer replyBuffer = new UnsafeBuffer(new byte[ReplyEncoder.LENGTH]);
    private final Engine engine;

    private StateMachine(Events events, Engine engine) {
        this.events = events;
        this.engine = engine;
    }

    static StateMachine empty(EngineSettings settings) {
        Events events = new Events();
        return new StateMachine(events, new Engine(settings, new EventPublisher(events)));
    }

    /** Reads a snapshot back; throws what the core throws where it refuses it. */
    static StateMachine load(Bytes snapshot, EngineSettings settings) {
        Events events = new Events();
        ByteBuffer chunks = ByteBuffer.wrap(snapshot.array());
        StateReader reader = new StateReader(into -> {
            int length = chunks.remaining() < Integer.BYTES ? 0 : chunks.getInt();
            if (length <= 0 || length > chunks.remaining() || length > StateWriter.CHUNK_BYTES_MAX) {
                return 0;
            }
            into.putBytes(0, chunks, chunks.position(), length);
            chunks.position(chunks.position() + length);
            return length;
        });
        return new StateMachine(events, Engine.load(reader, settings, new EventPublisher(events)));
    }

    Applied apply(LogEntry entry) {
        engine.advanceTo(entry.timeNanos());
        if (entry.isTick()) {
            return new Applied(events.drain(), null);
        }
        DirectBuffer command = new UnsafeBuffer(entry.command().array());
        Reply reply = adapter.apply(command, 0, entry.command().length(), engine);
        if (reply == null) {
            replies.encodeMalformed(replyBuffer, command, 0, entry.command().length());
        } else {
            replies.encode(replyBuffer, reply);
        }
        byte[] answer = new byte[ReplyEncoder.LENGTH];
        replyBuffer.getBytes(0, answer);
        return new Applied(events.drain(), new Bytes(answer));
    }

    /** The snapshot's chunks, each behind its length. */
    Bytes save() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        StateWriter writer = new StateWriter((chunk, offset, length) -> {
            byte[] copy = new byte[length];
            chunk.getBytes(offset, copy);
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
            bytes.writeBytes(copy);
        });
        engine.save(writer);
        writer.finish();
        return new Bytes(bytes.toByteArray());
    }

    long digest() {
        return engine.digest();
    }

    long sequence() {
        return engine.sequence();
    }

    long nextDeadlineNanos() {
        return engine.nextDeadlineNanos();
    }

    void audit() {
        engine.audit();
    }

    static List<CoreEvent> decode(List<Bytes> events) {
        EventDecoder decoder = new EventDecoder();
        return events.stream()
                .map(event -> decoder.decode(new UnsafeBuffer(event.array()), 0))
                .toList();
    }

    static CommandReply decode(Bytes reply) {
        CommandReply decoded = new ReplyDecoder().decode(new UnsafeBuffer(reply.array()), 0, reply.length());
        if (decoded == null) {
            throw new IllegalStateException("a reply can be read");
        }
        return decoded;
    }

    @Override
    public long availableMinor(long accountId, int assetId) {
        return engine.view().availableMinor(accountId, assetId);
    }

    @Override
    public long heldMinor(long accountId, int assetId) {
        return engine.view().heldMinor(accountId, assetId);
    }

    @Override
    public long unsettledInMinor(long accountId, int assetId) {
        return engine.view().unsettledInMinor(accountId, assetId);
    }

    @Override
    public long unsettledOutMinor(long accountId, int assetId) {
        return engine.view().unsettledOutMinor(accountId, assetId);
    }

    @Override
    public Phase phase(int instrumentId) {
        return engine.view().trading().phase(instrumentId);
    }

    @Override
    public int openOrderCount() {
        return engine.view().trading().openOrderCount();
    }

    @Override
    public List<RestingOrder> resting(int instrumentId, Side side) {
        List<RestingOrder> orders = new ArrayList<>();
        engine.view()
                .trading()
                .forEachOrder(
                        instrumentId,
                        side,
                        (orderId, accountId, instrument, orderSide, price, quantity, filled, hold) ->
                                orders.add(new RestingOrder(orderId, accountId, price, quantity, filled, hold)));
        return orders;
    }
}
