package io.pharos.simulation.world;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.codec.MessageHeaderDecoder;
import io.pharos.simulation.check.Step;
import java.nio.ByteOrder;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** What the checkers are shown of an applied log entry. */
final class Steps {
    private static final int IDS_OFFSET = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final int BODY_OFFSET = IDS_OFFSET + 2 * Long.BYTES;

    private Steps() {}

    /**
     * @param command what the sender meant; null where its bytes are no command
     */
    static Step of(long index, LogEntry entry, StateMachine.Applied done, @Nullable CoreCommand command) {
        List<CoreEvent> events = StateMachine.decode(done.events());
        Bytes reply = done.reply();
        if (reply == null) {
            return new Step(index, entry.timeNanos(), CommandKind.NONE, 0, 0, 0, null, events, null);
        }
        CommandReply decoded = StateMachine.decode(reply);
        if (command == null) {
            return new Step(index, entry.timeNanos(), CommandKind.NONE, 0, 0, 0, null, events, decoded);
        }
        byte[] bytes = entry.command().array();
        int templateId =
                new MessageHeaderDecoder().wrap(new UnsafeBuffer(bytes), 0).templateId();
        return new Step(
                index,
                entry.timeNanos(),
                CommandKind.ofCode(templateId),
                clientId(entry),
                commandId(entry),
                RunDigest.mix(RunDigest.of(bytes, BODY_OFFSET, bytes.length), templateId),
                command,
                events,
                decoded);
    }

    static long clientId(LogEntry entry) {
        return new UnsafeBuffer(entry.command().array()).getLong(IDS_OFFSET, ByteOrder.LITTLE_ENDIAN);
    }

    static long commandId(LogEntry entry) {
        return new UnsafeBuffer(entry.command().array()).getLong(IDS_OFFSET + Long.BYTES, ByteOrder.LITTLE_ENDIAN);
    }
}
