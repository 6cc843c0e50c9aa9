package io.pharos.cluster.wire;

import io.pharos.core.engine.Reply;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.codec.MessageHeaderEncoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** Writes replies to the wire. One thread; allocates nothing. */
public final class ReplyEncoder {

    /** Of every reply, header included. */
    public static final int LENGTH =
            MessageHeaderEncoder.ENCODED_LENGTH + io.pharos.protocol.codec.ReplyEncoder.BLOCK_LENGTH;

    private static final int CLIENT_ID_OFFSET = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final int COMMAND_ID_OFFSET = CLIENT_ID_OFFSET + Long.BYTES;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final io.pharos.protocol.codec.ReplyEncoder encoder = new io.pharos.protocol.codec.ReplyEncoder();

    public void encode(MutableDirectBuffer buffer, Reply reply) {
        encoder.wrapAndApplyHeader(buffer, 0, header)
                .clientId(reply.clientId)
                .commandId(reply.commandId)
                .entityId(reply.entityId)
                .filledLots(reply.filledLots)
                .remainingLots(reply.remainingLots)
                .sequence(reply.sequence)
                .outcome(reply.outcome.code())
                .duplicate((short) (reply.duplicate ? 1 : 0));
    }

    /** Answers bytes that were no command; with its ids, which every command begins with, if there are that many bytes. */
    public void encodeMalformed(MutableDirectBuffer buffer, DirectBuffer command, int offset, int length) {
        boolean hasIds = length >= COMMAND_ID_OFFSET + Long.BYTES;
        encoder.wrapAndApplyHeader(buffer, 0, header)
                .clientId(hasIds ? command.getLong(offset + CLIENT_ID_OFFSET, ByteOrder.LITTLE_ENDIAN) : 0)
                .commandId(hasIds ? command.getLong(offset + COMMAND_ID_OFFSET, ByteOrder.LITTLE_ENDIAN) : 0)
                .entityId(0)
                .filledLots(0)
                .remainingLots(0)
                .sequence(0)
                .outcome(Outcome.MALFORMED.code())
                .duplicate((short) 0);
    }
}
