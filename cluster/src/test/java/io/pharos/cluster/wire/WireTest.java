package io.pharos.cluster.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.core.engine.Engine;
import io.pharos.core.engine.EngineSettings;
import io.pharos.core.engine.Reply;
import io.pharos.core.event.EventSink;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.Coded;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Everything that is written to the wire is read back as it was, with random fields. */
class WireTest {

    private final long seed = Long.getLong("pharos.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[64 * 1024]);

    @Test
    void carriesEveryEventFromTheCoreToTheRecord() throws Exception {
        var publisher = new EventPublisher(new EventPublisher.Target() {
            @Override
            public MutableDirectBuffer buffer() {
                return buffer;
            }

            @Override
            public int claim(long sequence, int length) {
                return 64;
            }
        });
        var decoder = new EventDecoder();
        for (Class<?> type : CoreEvent.class.getPermittedSubclasses()) {
            for (int round = 0; round < 20; round++) {
                var event = Class.forName("io.pharos.core.event." + type.getSimpleName())
                        .getDeclaredConstructor()
                        .newInstance();
                for (Field field : event.getClass().getFields()) {
                    field.set(event, value(field.getType(), field.getName()));
                }
                EventSink.class
                        .getMethod("on" + type.getSimpleName(), event.getClass())
                        .invoke(publisher, event);

                var read = decoder.decode(buffer, 64);

                assertThat(read).isInstanceOf(type);
                for (RecordComponent component : type.getRecordComponents()) {
                    assertThat(component.getAccessor().invoke(read))
                            .as("%s of %s, seed %d", component.getName(), type.getSimpleName(), seed)
                            .isEqualTo(event.getClass()
                                    .getField(component.getName())
                                    .get(event));
                }
                assertThat(decoder.length()).isPositive();
            }
        }
    }

    @Test
    void carriesEveryCommandFromTheRecordToTheCore() throws Exception {
        var encoder = new CommandEncoder();
        var adapter = new CommandAdapter();
        var engine = newEngine();
        for (Class<?> type : CoreCommand.class.getPermittedSubclasses()) {
            for (int round = 0; round < 20; round++) {
                var record = record(type);
                int length = encoder.encode(buffer, 11, 12 + round, (CoreCommand) record);

                adapter.apply(buffer, 0, length, engine);

                var flyweight = flyweight(adapter, type.getSimpleName());
                assertCarries(record, flyweight);
                assertThat(flyweight.getClass().getField("clientId").get(flyweight))
                        .isEqualTo(11L);
                assertThat(flyweight.getClass().getField("commandId").get(flyweight))
                        .isEqualTo(12L + round);
            }
        }
    }

    private void assertCarries(Record record, Object flyweight) throws ReflectiveOperationException {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object expected = component.getAccessor().invoke(record);
            if (expected instanceof Record part) {
                assertCarries(part, flyweight);
            } else if (!(expected instanceof List)) {
                assertThat(flyweight.getClass().getField(component.getName()).get(flyweight))
                        .as("%s of %s, seed %d", component.getName(), flyweight.getClass(), seed)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void carriesTheLegsOfLinkedTransfers() {
        var legs = new ArrayList<CoreCommand.Transfer>();
        for (int index = 0; index < 64; index++) {
            legs.add(new CoreCommand.Transfer(index, index + 1L, 2, 3 + index, PostingCode.INTERNAL, 4));
        }
        int length = new CommandEncoder().encode(buffer, 1, 2, new CoreCommand.LinkedTransfers(legs));
        var adapter = new CommandAdapter();

        var reply = adapter.apply(buffer, 0, length, newEngine());

        assertThat(reply).isNotNull();
        var linked = (io.pharos.core.command.LinkedTransfers) flyweight(adapter, "LinkedTransfers");
        assertThat(linked.legCount()).isEqualTo(64);
        for (int index = 0; index < 64; index++) {
            assertThat(linked.leg(index).debitAccountId).isEqualTo(index);
            assertThat(linked.leg(index).amountMinor).isEqualTo(3 + index);
            assertThat(linked.leg(index).code).isEqualTo(PostingCode.INTERNAL);
        }
        assertThat(adapter.apply(buffer, 0, length - 1, newEngine())).isNull();
    }

    @Test
    void appliesNothingThatIsCutOffOrUnknown() {
        int length = new CommandEncoder().encode(buffer, 1, 2, new CoreCommand.ReleaseHold(3));
        var adapter = new CommandAdapter();
        var engine = newEngine();
        for (int cut = 0; cut < length; cut++) {
            assertThat(adapter.apply(buffer, 0, cut, engine)).isNull();
        }
        buffer.putShort(2, (short) 99);
        assertThat(adapter.apply(buffer, 0, length, newEngine())).isNull();
    }

    @Test
    void carriesReplies() {
        var reply = new Reply();
        reply.clientId = 1;
        reply.commandId = 2;
        reply.outcome = Outcome.INSUFFICIENT_FUNDS;
        reply.entityId = 3;
        reply.filledLots = 4;
        reply.remainingLots = 5;
        reply.sequence = 6;
        new ReplyEncoder().encode(buffer, reply);

        var read = new ReplyDecoder().decode(buffer, 0, ReplyEncoder.LENGTH);

        assertThat(read)
                .isEqualTo(new io.pharos.cluster.message.CommandReply(1, 2, Outcome.INSUFFICIENT_FUNDS, 3, 4, 5, 6));
        assertThat(new ReplyDecoder().decode(buffer, 0, ReplyEncoder.LENGTH - 1))
                .isNull();
    }

    @Test
    void refusesTextThatDoesNotFit() {
        var encoder = new CommandEncoder();
        for (String code : List.of("THIRTEENCHARS", "元")) {
            assertThatThrownBy(() ->
                            encoder.encode(buffer, 1, 2, new CoreCommand.RegisterAsset(1, code, 2, AssetKind.COIN)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Engine newEngine() {
        return new Engine(EngineSettings.defaults(), new EventPublisher(new EventPublisher.Target() {
            private final UnsafeBuffer sink = new UnsafeBuffer(new byte[4096]);

            @Override
            public MutableDirectBuffer buffer() {
                return sink;
            }

            @Override
            public int claim(long sequence, int length) {
                return 0;
            }
        }));
    }

    private static Object flyweight(CommandAdapter adapter, String type) {
        try {
            var field =
                    CommandAdapter.class.getDeclaredField(Character.toLowerCase(type.charAt(0)) + type.substring(1));
            field.setAccessible(true);
            return field.get(adapter);
        } catch (ReflectiveOperationException missing) {
            throw new LinkageError(missing.getMessage(), missing);
        }
    }

    private Record record(Class<?> type) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            var of = components[i].getType();
            values[i] = of == List.class ? List.of() : value(of, components[i].getName());
        }
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return (Record) type.getDeclaredConstructor(types).newInstance(values);
    }

    private Object value(Class<?> type, String name) throws ReflectiveOperationException {
        if (type.isRecord()) {
            return record(type);
        }
        if (type == long.class) {
            return random.nextLong();
        }
        if (type == int.class) {
            return name.equals("scale") ? random.nextInt(255) : random.nextInt();
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == String.class) {
            return "ABCDEFGHIJKL".substring(0, random.nextInt(13));
        }
        if (Coded.class.isAssignableFrom(type)) {
            var values = type.getEnumConstants();
            return values[random.nextInt(values.length)];
        }
        throw new AssertionError(type);
    }
}
