package io.pharos.cluster.wire;

import io.pharos.cluster.message.CommandReply;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.codec.MessageHeaderDecoder;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** Reads replies from the wire into records. One thread. */
public final class ReplyDecoder {

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final io.pharos.protocol.codec.ReplyDecoder decoder = new io.pharos.protocol.codec.ReplyDecoder();

    /** Reads one reply; null if the bytes are none. */
    public @Nullable CommandReply decode(DirectBuffer buffer, int offset, int length) {
        if (length < ReplyEncoder.LENGTH) {
            return null;
        }
        header.wrap(buffer, offset);
        if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID
                || header.templateId() != io.pharos.protocol.codec.ReplyDecoder.TEMPLATE_ID) {
            return null;
        }
        decoder.wrapAndApplyHeader(buffer, offset, header);
        return new CommandReply(
                decoder.clientId(),
                decoder.commandId(),
                Outcome.ofCode(decoder.outcome()),
                decoder.entityId(),
                decoder.filledLots(),
                decoder.remainingLots(),
                decoder.sequence());
    }
}
