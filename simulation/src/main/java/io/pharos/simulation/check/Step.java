package io.pharos.simulation.check;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.protocol.CommandKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One committed log entry and what the first member to apply it answered.
 *
 * @param index place in the log, from 1
 * @param timeNanos the leader's clock, which may go back
 * @param body fingerprint of the bytes without the ids
 * @param command what its sender meant; null for a tick of the clock, and for bytes that are no command
 * @param reply null for a tick
 */
public record Step(
        long index,
        long timeNanos,
        CommandKind kind,
        long clientId,
        long commandId,
        long body,
        @Nullable CoreCommand command,
        List<CoreEvent> events,
        @Nullable CommandReply reply) {

    /** Whether only time passes. */
    public boolean isTick() {
        return reply == null;
    }

    /** In a few lines, for a report. */
    public String describe() {
        StringBuilder text = new StringBuilder(200);
        text.append('#').append(index).append(" at ").append(timeNanos).append(' ');
        if (reply == null) {
            text.append("tick");
        } else {
            text.append("client ")
                    .append(clientId)
                    .append(" command ")
                    .append(commandId)
                    .append(": ");
            text.append(command == null ? "no command" : command.toString());
            text.append("\n    -> ").append(reply.outcome()).append(" entity ").append(reply.entityId());
            text.append(" filled ")
                    .append(reply.filledLots())
                    .append(" remaining ")
                    .append(reply.remainingLots());
        }
        for (CoreEvent event : events) {
            text.append("\n    ").append(event);
        }
        return text.toString();
    }
}
