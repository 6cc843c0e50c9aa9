package io.pharos.platform.replay.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which resting orders our aggressive orders filled, as the exchange reports our own executions. */
public final class Executions {
    private static final int PAGE_SIZE = 500;

    /** A page has both sides of our trades, so this is enough for a day of two million executions. */
    private static final int PAGES_MAX = 20_000;

    /** A fill of one of our resting orders. */
    public record Fill(String makerOrderId, long quantity) {}

    private Executions() {}

    /**
     * Reads our executions in an instrument, newest first, until all aggressors are found or there are no more.
     *
     * @return the fills by the aggressive order's id; an order that filled nothing is missing
     */
    public static Map<String, List<Fill>> read(ExchangeSession session, String symbol, Set<String> aggressors) {
        Map<Long, String> takers = new HashMap<>();
        Map<Long, Fill> makers = new HashMap<>();
        @Nullable String pageToken = null;
        for (int page = 0; page < PAGES_MAX; page++) {
            JsonNode list = session.require(
                    "GET",
                    "/executions?symbol=" + symbol + "&limit=" + PAGE_SIZE
                            + (pageToken == null ? "" : "&pageToken=" + pageToken),
                    null,
                    "reading our executions");
            boolean older = !takers.isEmpty();
            for (JsonNode item : list.path("items")) {
                long trade = number(item.path("id").asString("")) / 2;
                String orderId = item.path("orderId").asString("");
                if (!"TAKER".equals(item.path("liquidity").asString(""))) {
                    makers.put(
                            trade,
                            new Fill(
                                    orderId,
                                    Decimals.quantity(item.path("quantity").asString("0"))));
                } else if (aggressors.contains(orderId)) {
                    takers.put(trade, orderId);
                    older = false;
                }
            }
            pageToken = list.hasNonNull("nextPageToken")
                    ? list.path("nextPageToken").asString()
                    : null;
            if (pageToken == null || older) {
                break;
            }
        }
        Map<String, List<Fill>> fills = new HashMap<>();
        takers.forEach((trade, taker) -> {
            Fill fill = makers.get(trade);
            if (fill != null) {
                fills.computeIfAbsent(taker, order -> new ArrayList<>(1)).add(fill);
            }
        });
        return fills;
    }

    private static long number(String id) {
        int digits = id.lastIndexOf('_') + 1;
        try {
            return Long.parseLong(id.substring(digits));
        } catch (NumberFormatException e) {
            throw new ExchangeException("the exchange names an execution '" + id + "', which has no number", e);
        }
    }
}
