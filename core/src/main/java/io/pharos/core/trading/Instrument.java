package io.pharos.core.trading;

import io.pharos.core.command.RegisterInstrument;
import io.pharos.core.ledger.Balances;
import io.pharos.core.settlement.SettlementTerms;
import io.pharos.core.state.Mix;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;
import org.jspecify.annotations.Nullable;

/**
 * A tradable pair of assets with its rules, its phase and its book. {@link RegisterInstrument} says what each rule means.
 *
 * <p>{@link Phases} says which phase may follow which.
 */
final class Instrument {
    /** The highest price, ticks: 10^12, so that a price times two million fits a long. */
    static final long PRICE_MAX_TICKS = 1_000_000_000_000L;

    private static final long DIGEST_TAG = 7;

    final int instrumentId;
    final int baseAssetId;
    final int quoteAssetId;
    final long lotMinor;
    final long boardLotLots;
    final long tickValueMinor;
    final long maxOrderLots;
    final long feeAccountId;
    final long taxAccountId;
    final int bandPpm;
    final int makerFeePpm;
    final int takerFeePpm;
    final int sellTaxPpm;
    final int marketCollarPpm;
    final String symbol;

    // What the ledger knows these by.
    final int baseAssetIndex;
    final int quoteAssetIndex;
    final int feeSlot;
    final int taxSlot;

    final OrderBook book;
    final Session session = new Session();

    /** How its trades settle. */
    final SettlementTerms settlement;

    /** Reference price as registered; tells a repeated registration from one with other fields. */
    private final long registeredReferencePriceTicks;

    /** The fee schedule that orders which come now are charged by; null for the fees of the registration. */
    @Nullable
    FeeSchedule fees;

    /** The schedule that was assigned; 0 for none. */
    int feeScheduleId;

    /** Where it is matched elsewhere; null for here. */
    @Nullable
    Listing listing;

    // The last trade and order before its holdings were converted: their quantities are of units that are gone.
    long convertedTradeId;
    long convertedOrderId;

    /** Open orders at its venue. */
    int routedCount;

    /** Why no orders are taken for a corporate action: {@code ACCEPTED} where they are. Follows from the actions. */
    Outcome restriction = Outcome.ACCEPTED;

    /** Price of the last trade, or what a corporate action made of it; 0 before the first. */
    long lastPriceTicks;

    /**
     * A last price that all waiting trailing stops have followed; 0 where there is none. Not part of the state: following
     * again changes nothing.
     */
    long followedPriceTicks;

    /** Whether there is to be looked at what changed. Not part of the state: between commands nothing is left to look at. */
    boolean touched;

    private Phase phase = Phase.PENDING;
    private long referencePriceTicks;
    private long lowerLimitTicks;
    private long upperLimitTicks;

    Instrument(
            RegisterInstrument terms,
            int baseAssetIndex,
            int quoteAssetIndex,
            int feeSlot,
            int taxSlot,
            SettlementTerms settlement,
            OrderPool pool) {
        this.settlement = settlement;
        book = new OrderBook(pool);
        instrumentId = terms.instrumentId;
        baseAssetId = terms.baseAssetId;
        quoteAssetId = terms.quoteAssetId;
        lotMinor = terms.lotMinor;
        boardLotLots = terms.boardLotLots;
        tickValueMinor = terms.tickValueMinor;
        maxOrderLots = terms.maxOrderLots;
        feeAccountId = terms.feeAccountId;
        taxAccountId = terms.taxAccountId;
        bandPpm = terms.bandPpm;
        makerFeePpm = terms.makerFeePpm;
        takerFeePpm = terms.takerFeePpm;
        sellTaxPpm = terms.sellTaxPpm;
        marketCollarPpm = terms.marketCollarPpm;
        symbol = terms.symbol;
        registeredReferencePriceTicks = terms.referencePriceTicks;
        this.baseAssetIndex = baseAssetIndex;
        this.quoteAssetIndex = quoteAssetIndex;
        this.feeSlot = feeSlot;
        this.taxSlot = taxSlot;
        reference(terms.referencePriceTicks);
    }

    Phase phase() {
        return phase;
    }

    void phase(Phase phase) {
        this.phase = phase;
    }

    /** Reference price; 0 for none. */
    long referencePriceTicks() {
        return referencePriceTicks;
    }

    /** Sets the reference price and with it the limits of the day. */
    void reference(long referencePriceTicks) {
        this.referencePriceTicks = referencePriceTicks;
        boolean hasBand = bandPpm > 0 && referencePriceTicks > 0;
        lowerLimitTicks = hasBand ? Math.max(1, Exact.shiftedHalfUp(referencePriceTicks, -bandPpm)) : 0;
        upperLimitTicks = hasBand ? Math.min(PRICE_MAX_TICKS, Exact.shiftedHalfUp(referencePriceTicks, bandPpm)) : 0;
    }

    /** Lowest price allowed; 0 for none. */
    long lowerLimitTicks() {
        return lowerLimitTicks;
    }

    /** Highest price allowed; 0 for none. */
    long upperLimitTicks() {
        return upperLimitTicks;
    }

    boolean hasLimits() {
        return upperLimitTicks > 0;
    }

    /** Whether orders may not be cancelled or changed in this phase. */
    boolean isLocked() {
        return session.locksAuctions && (phase == Phase.OPENING_AUCTION || phase == Phase.CLOSING_AUCTION);
    }

    boolean isOutsideLimits(long priceTicks) {
        return hasLimits() && (priceTicks < lowerLimitTicks || priceTicks > upperLimitTicks);
    }

    /** A limit, but no further than the collars let an order trade that comes now. */
    long reachTicks(Side side, long limitTicks) {
        if (!session.hasCollar()) {
            return limitTicks;
        }
        boolean isBuy = side == Side.BUY;
        long lastTicks = lastPriceTicks > 0 ? lastPriceTicks : referencePriceTicks;
        long auctionTicks = session.auctionPriceTicks > 0 ? session.auctionPriceTicks : referencePriceTicks;
        long dynamicTicks = collarTicks(isBuy, lastTicks, session.dynamicCollarPpm, limitTicks);
        long staticTicks = collarTicks(isBuy, auctionTicks, session.staticCollarPpm, limitTicks);
        return isBuy
                ? Math.min(limitTicks, Math.min(dynamicTicks, staticTicks))
                : Math.max(limitTicks, Math.max(dynamicTicks, staticTicks));
    }

    private static long collarTicks(boolean isBuy, long aroundTicks, int ppm, long limitTicks) {
        return ppm == 0 || aroundTicks == 0 ? limitTicks : Exact.shiftedHalfUp(aroundTicks, isBuy ? ppm : -ppm);
    }

    /** The largest quantity of one order. */
    long quantityMaxLots() {
        long countableLots = Balances.OUTSTANDING_MAX_MINOR / lotMinor;
        return maxOrderLots > 0 ? Math.min(maxOrderLots, countableLots) : countableLots;
    }

    /** {@code price x quantity x tick value}, minor units of the quote asset, or {@link Exact#OVERFLOW}. */
    long notionalMinor(long priceTicks, long quantityLots) {
        return Exact.notionalMinor(priceTicks, quantityLots, tickValueMinor);
    }

    /** The dearer of the two fees, which a resting buy must be able to pay. */
    int dearerFeePpm() {
        return Math.max(makerFeePpm, takerFeePpm);
    }

    /** Index of the asset that an order of this side spends. */
    int spentAssetIndex(Side side) {
        return side == Side.BUY ? quoteAssetIndex : baseAssetIndex;
    }

    /** Id of the asset that an order of this side spends. */
    int spentAssetId(Side side) {
        return side == Side.BUY ? quoteAssetId : baseAssetId;
    }

    /** Index of the asset that an order of this side receives. */
    int receivedAssetIndex(Side side) {
        return side == Side.BUY ? baseAssetIndex : quoteAssetIndex;
    }

    /** The terms under which the instrument was registered. */
    RegisterInstrument terms() {
        RegisterInstrument terms = new RegisterInstrument();
        terms.instrumentId = instrumentId;
        terms.baseAssetId = baseAssetId;
        terms.quoteAssetId = quoteAssetId;
        terms.lotMinor = lotMinor;
        terms.boardLotLots = boardLotLots;
        terms.tickValueMinor = tickValueMinor;
        terms.referencePriceTicks = registeredReferencePriceTicks;
        terms.maxOrderLots = maxOrderLots;
        terms.feeAccountId = feeAccountId;
        terms.taxAccountId = taxAccountId;
        terms.bandPpm = bandPpm;
        terms.makerFeePpm = makerFeePpm;
        terms.takerFeePpm = takerFeePpm;
        terms.sellTaxPpm = sellTaxPpm;
        terms.marketCollarPpm = marketCollarPpm;
        terms.symbol = symbol;
        return terms;
    }

    /** Whether a registration says what this instrument was registered with. */
    boolean hasTerms(RegisterInstrument terms) {
        return baseAssetId == terms.baseAssetId
                && quoteAssetId == terms.quoteAssetId
                && lotMinor == terms.lotMinor
                && boardLotLots == terms.boardLotLots
                && tickValueMinor == terms.tickValueMinor
                && registeredReferencePriceTicks == terms.referencePriceTicks
                && maxOrderLots == terms.maxOrderLots
                && feeAccountId == terms.feeAccountId
                && taxAccountId == terms.taxAccountId
                && bandPpm == terms.bandPpm
                && makerFeePpm == terms.makerFeePpm
                && takerFeePpm == terms.takerFeePpm
                && sellTaxPpm == terms.sellTaxPpm
                && marketCollarPpm == terms.marketCollarPpm
                && symbol.equals(terms.symbol);
    }

    /** Hash of what trades change, apart so that a trade costs no hash. */
    long tradedHash() {
        return lastPriceTicks == 0 ? 0 : Mix.pair(Mix.start(DIGEST_TAG), instrumentId, lastPriceTicks);
    }

    /** Hash of rules, phase and reference; the book is hashed by its orders. */
    long hash() {
        long hash = Mix.pair(Mix.start(DIGEST_TAG), terms().fingerprint(), referencePriceTicks);
        return Mix.pair(hash, phase.code(), instrumentId);
    }
}
