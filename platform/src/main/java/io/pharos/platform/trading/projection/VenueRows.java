package io.pharos.platform.trading.projection;

import org.jspecify.annotations.Nullable;

/** What the tables keep of venues. */
public final class VenueRows {
    private VenueRows() {}

    /** A venue; without a moment it has never been up or down. */
    public record Venue(int venueId, boolean up, @Nullable Long sinceNanos) {}

    /** An instrument that is matched at a venue. */
    public record ListedInstrument(int instrumentId, int venueId, boolean queuesWhenDown) {}

    /** An open order at a venue. */
    public record PendingOrder(
            long orderId,
            long accountId,
            int instrumentId,
            int venueId,
            String side,
            long priceTicks,
            long quantityLots,
            long filledLots,
            String state,
            boolean unknown,
            boolean cancelWanted,
            long changedNanos) {}

    /** A report that did not match; open while it is not resolved. */
    public record Break(
            long breakId,
            String kind,
            String reportKind,
            long orderId,
            long tradeId,
            long lots,
            long priceTicks,
            int instrumentId,
            String side,
            long foundNanos,
            @Nullable Long resolvedNanos,
            @Nullable String reason) {}

    /** What an account owes the house. */
    public record Owed(long accountId, int assetId, long owedMinor) {}
}
