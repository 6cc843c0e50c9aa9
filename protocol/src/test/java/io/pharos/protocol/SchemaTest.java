package io.pharos.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.protocol.codec.LinkedTransfersDecoder;
import io.pharos.protocol.codec.LinkedTransfersEncoder;
import io.pharos.protocol.codec.MessageHeaderDecoder;
import io.pharos.protocol.codec.MessageHeaderEncoder;
import io.pharos.protocol.codec.PlaceOrderDecoder;
import io.pharos.protocol.codec.PlaceOrderEncoder;
import io.pharos.protocol.codec.ReplyDecoder;
import io.pharos.protocol.codec.ReplyEncoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SchemaTest {
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();

    @Test
    void readsBackAnOrder() {
        new PlaceOrderEncoder()
                .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .clientId(7)
                .commandId(8)
                .accountId(1000)
                .priceTicks(58533)
                .quantityLots(200)
                .clientTag(-1)
                .instrumentId(3)
                .side(Side.SELL.code())
                .orderType(OrderType.LIMIT.code())
                .timeInForce(TimeInForce.GTC.code())
                .postOnly((short) 1);

        var order = new PlaceOrderDecoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder());

        assertThat(order.commandId()).isEqualTo(8);
        assertThat(order.priceTicks()).isEqualTo(58533);
        assertThat(order.clientTag()).isEqualTo(-1);
        assertThat(Side.ofCode(order.side())).isEqualTo(Side.SELL);
        assertThat(TimeInForce.ofCode(order.timeInForce())).isEqualTo(TimeInForce.GTC);
    }

    @Test
    void readsBackTheLegsOfLinkedTransfers() {
        var encoder = new LinkedTransfersEncoder()
                .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .clientId(7)
                .commandId(8);
        encoder.legsCount(64).next().debitAccountId(1).amountMinor(5).code(PostingCode.DEPOSIT.code());

        var decoder = new LinkedTransfersDecoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder());
        var legs = decoder.legs();

        assertThat(legs.count()).isEqualTo(64);
        assertThat(legs.next().amountMinor()).isEqualTo(5);
    }

    @Test
    void readsBackAReply() {
        new ReplyEncoder()
                .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .clientId(7)
                .commandId(8)
                .entityId(9)
                .outcome(Outcome.INSTRUMENTS_LIMIT.code());

        var reply = new ReplyDecoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder());

        assertThat(Outcome.ofCode(reply.outcome())).isEqualTo(Outcome.INSTRUMENTS_LIMIT);
    }

    @Test
    void namesEveryCommandOfTheSchemaInCommandKind() throws Exception {
        Map<String, Integer> commands = new HashMap<>();
        try (var xml = SchemaTest.class.getResourceAsStream("/schema/pharos.xml")) {
            var messages = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(xml)
                    .getElementsByTagName("sbe:message");
            for (int i = 0; i < messages.getLength(); i++) {
                var message = (Element) messages.item(i);
                int templateId = Integer.parseInt(message.getAttribute("id"));
                if (templateId < 100) {
                    commands.put(message.getAttribute("name").toUpperCase(Locale.ROOT), templateId);
                }
            }
        }

        Map<String, Integer> kinds = new HashMap<>();
        for (CommandKind kind : CommandKind.values()) {
            if (kind != CommandKind.NONE) {
                kinds.put(kind.name().replace("_", ""), (int) kind.code());
            }
        }
        assertThat(kinds).isEqualTo(commands);
    }

    @Test
    void answersAnUnknownCodeWithNone() {
        assertThat(Side.ofCode(255)).isEqualTo(Side.NONE);
        assertThat(Side.ofCode(-1)).isEqualTo(Side.NONE);
        assertThat(CommandKind.ofCode(99)).isEqualTo(CommandKind.NONE);
    }

    @Test
    void givesEachOutcomeACodeOfItsOwnInAscendingOrder() {
        var codes = Arrays.stream(Outcome.values()).map(Outcome::code).toList();

        assertThat(new HashSet<>(codes)).hasSameSizeAs(codes);
        assertThat(codes).isSorted();
        assertThat(Arrays.stream(Outcome.values()).map(outcome -> Outcome.ofCode(outcome.code())))
                .containsExactly(Outcome.values());
    }
}
