package io.pharos.platform.market;

import io.pharos.platform.instrument.DecimalText;
import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The interface that role market publishes: what everybody may know about prices. It is also the public API. */
@HttpExchange
public interface MarketQuotes {
    /** The quotes of all instruments, as of one moment. */
    @GetExchange("/api/v1/quotes")
    Quotes quotes();

    /**
     * The best levels of a book.
     *
     * @param levels of each side, 1 to 100
     */
    @GetExchange("/api/v1/instruments/{symbol}/depth")
    Depth depth(@PathVariable("symbol") String symbol, @RequestParam(name = "levels", defaultValue = "10") int levels);

    /**
     * Says that a recorded day moves the prices of an instrument, until a moment. The sandbox says so again and again while
     * a replay has the instrument, so that the word ends by itself when the sandbox does.
     *
     * @param until a moment that has passed ends it at once
     */
    @PutExchange("/internal/market/replays/{symbol}")
    void replayed(@PathVariable("symbol") String symbol, @RequestParam("until") Instant until);

    /** Who moves an instrument's prices. */
    enum Source {
        /** Simulated participants. */
        SANDBOX,
        /** A recorded market day that is played again. */
        REPLAY
    }

    /**
     * All quotes.
     *
     * @param sequence of the journal that they reflect
     * @param asOf log time of that event
     */
    record Quotes(List<Quote> items, long sequence, Instant asOf) {}

    /**
     * What is asked, bid and paid for an instrument. Prices and quantities are decimal text; what is not known is absent.
     *
     * @param change last price less the previous close
     * @param changePercent the same in per cent, two decimals, half up
     * @param open first price of the day (UTC), likewise high, low, volume and turnover
     * @param previousClose last price of the day before, or the reference price on the first day
     * @param bidSize what all orders at the best bid want together
     * @param phaseEndsAt when the phase is planned to end
     * @param auction what a call would uncross now; absent outside a call, and where nothing would trade
     * @param source who moves the prices at this moment
     * @param state LIVE, or STALE when the journal has not been heard of for a while
     */
    record Quote(
            String symbol,
            @Nullable @DecimalText String last,
            @Nullable @DecimalText String change,
            @Nullable @DecimalText String changePercent,
            @Nullable @DecimalText String open,
            @Nullable @DecimalText String high,
            @Nullable @DecimalText String low,
            @Nullable @DecimalText String previousClose,
            @DecimalText String volume,
            @DecimalText String turnover,
            @Nullable @DecimalText String bid,
            @Nullable @DecimalText String bidSize,
            @Nullable @DecimalText String ask,
            @Nullable @DecimalText String askSize,
            @Schema(implementation = Phase.class) String phase,
            @Nullable Instant phaseEndsAt,
            @Nullable Auction auction,
            Instant asOf,
            Source source,
            @Schema(allowableValues = {"LIVE", "STALE"}) String state) {}

    /**
     * What a call would uncross now.
     *
     * @param price the one price of all trades
     * @param quantity what would trade
     * @param surplus what would be left at the price
     * @param surplusSide on which side it would be left; absent where nothing would
     */
    record Auction(
            @DecimalText String price,
            @DecimalText String quantity,
            @DecimalText String surplus,
            @Nullable @Schema(implementation = Side.class) String surplusSide) {}

    /**
     * The best levels of a book, best first.
     *
     * @param sequence of the last command that changed the book
     * @param checksum CRC-32 over the ten best levels, see the reference of the streams
     * @param bids each {@code [price, quantity, number of orders]}
     */
    record Depth(
            String symbol,
            long sequence,
            long checksum,
            List<List<@DecimalText String>> bids,
            List<List<@DecimalText String>> asks) {}
}
