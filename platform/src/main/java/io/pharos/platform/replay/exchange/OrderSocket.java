package io.pharos.platform.replay.exchange;

import io.pharos.platform.replay.plan.Entry;
import io.pharos.platform.replay.recording.BookSide;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Pipelined order entry for one instrument: commands are sent without waiting, and answered in the same order. */
public final class OrderSocket implements AutoCloseable {
    private final JsonMapper json;
    private final String symbol;
    private final String prefix;
    private final TextSocket socket;

    private OrderSocket(JsonMapper json, String symbol, String prefix, TextSocket socket) {
        this.json = json;
        this.symbol = symbol;
        this.prefix = prefix;
        this.socket = socket;
    }

    /**
     * Opens the connection.
     *
     * @param prefix of this run's client order ids
     */
    public static OrderSocket open(
            ExchangeSession session,
            String symbol,
            String prefix,
            Consumer<OrderReply> onReply,
            Consumer<String> onClosed) {
        JsonMapper json = session.json();
        TextSocket socket = TextSocket.open(
                session, "/orders/stream", text -> onReply.accept(reply(json.readTree(text))), onClosed);
        return new OrderSocket(json, symbol, prefix, socket);
    }

    public void send(long id, Entry entry) {
        ObjectNode params = json.createObjectNode();
        String operation = switch (entry) {
            case Entry.Place place -> {
                params.put("symbol", symbol)
                        .put("side", place.side() == BookSide.BID ? "BUY" : "SELL")
                        .put("type", "LIMIT")
                        .put("timeInForce", place.immediate() ? "IOC" : "GTC")
                        .put("price", Decimals.price(place.price()))
                        .put("quantity", Long.toString(place.quantity()));
                yield "place";
            }
            case Entry.Replace replace -> {
                params.put("quantity", Long.toString(replace.totalQuantity()));
                yield "replace";
            }
            case Entry.Cancel cancel -> "cancel";
        };
        params.put("clientOrderId", prefix + "-" + entry.key());
        ObjectNode message =
                json.createObjectNode().put("id", Long.toString(id)).put("op", operation);
        message.set("params", params);
        socket.send(json.writeValueAsString(message));
    }

    private static OrderReply reply(JsonNode message) {
        JsonNode result = message.path("result");
        JsonNode error = message.path("error");
        String reason = error.path("code").asString("");
        String detail = error.path("detail").asString("");
        return new OrderReply(
                message.path("id").asString(""),
                message.path("status").asInt(0),
                result.path("orderId").asString(""),
                result.path("sequence").asLong(error.path("sequence").asLong(0)),
                result.hasNonNull("filledQuantity")
                        ? Decimals.quantity(result.path("filledQuantity").asString("0"))
                        : 0,
                detail.isEmpty() ? reason : reason + ": " + detail);
    }

    @Override
    public void close() {
        socket.close();
    }
}
