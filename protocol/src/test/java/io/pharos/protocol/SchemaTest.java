package io.pharos.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.protocol.codec.MessageHeaderDecoder;
import io.pharos.protocol.codec.MessageHeaderEncoder;
import io.pharos.protocol.codec.TickDecoder;
import io.pharos.protocol.codec.TickEncoder;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;

class SchemaTest {
    @Test
    void readsBackWhatItWrote() {
        var buffer = new ExpandableArrayBuffer();
        new TickEncoder()
                .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .timeNanos(42);

        var tick = new TickDecoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder());

        assertThat(tick.timeNanos()).isEqualTo(42);
    }
}
