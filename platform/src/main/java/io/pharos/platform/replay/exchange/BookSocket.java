package io.pharos.platform.replay.exchange;

import io.pharos.platform.replay.exchange.BookUpdate.LevelTotal;
import io.pharos.platform.replay.recording.BookSide;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The unconflated stream of one instrument's book: a snapshot, then one update for each command that changed it. */
public final class BookSocket implements AutoCloseable {
    private final TextSocket socket;

    private BookSocket(TextSocket socket) {
        this.socket = socket;
    }

    public static BookSocket open(
            ExchangeSession session, String symbol, Consumer<BookUpdate> onUpdate, Consumer<String> onClosed) {
        JsonMapper json = session.json();
        String channel = "book:" + symbol;
        TextSocket socket = TextSocket.open(
                session,
                "/stream",
                text -> {
                    JsonNode message = json.readTree(text);
                    if (channel.equals(message.path("channel").asString(""))) {
                        receive(message, onUpdate, onClosed);
                    }
                },
                onClosed);
        socket.send(json.writeValueAsString(
                json.createObjectNode().put("op", "subscribe").put("channel", channel)));
        return new BookSocket(socket);
    }

    private static void receive(JsonNode message, Consumer<BookUpdate> onUpdate, Consumer<String> onClosed) {
        switch (message.path("type").asString("")) {
            case "snapshot" -> {
                List<LevelTotal> levels = new ArrayList<>();
                levels(message.path("data").path("bids"), BookSide.BID, levels);
                levels(message.path("data").path("asks"), BookSide.ASK, levels);
                onUpdate.accept(new BookUpdate(true, message.path("sequence").asLong(), 0, levels));
            }
            case "delta" -> {
                List<LevelTotal> levels = new ArrayList<>();
                for (JsonNode change : message.path("data").path("changes")) {
                    BookSide side = "bid".equals(change.path(0).asString()) ? BookSide.BID : BookSide.ASK;
                    levels.add(level(side, change.path(1), change.path(2)));
                }
                onUpdate.accept(new BookUpdate(
                        false,
                        message.path("sequence").asLong(),
                        message.path("previous").asLong(),
                        levels));
            }
            case "resync_required", "error" ->
                onClosed.accept("the exchange stopped the book's stream: "
                        + message.path("data")
                                .path("code")
                                .asString(message.path("type").asString("")));
            default -> {
                // A heartbeat, or a kind that is newer than this client.
            }
        }
    }

    private static void levels(JsonNode rows, BookSide side, List<LevelTotal> levels) {
        for (JsonNode row : rows) {
            levels.add(level(side, row.path(0), row.path(1)));
        }
    }

    private static LevelTotal level(BookSide side, JsonNode price, JsonNode quantity) {
        return new LevelTotal(side, Decimals.price(price.asString()), Decimals.quantity(quantity.asString()));
    }

    @Override
    public void close() {
        socket.close();
    }
}
