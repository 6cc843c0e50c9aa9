package io.pharos.core.trading;

import io.pharos.core.command.SetSessionRules;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;

/** When and within what prices an instrument trades: its session rules, and what the present phase needs to know. */
final class Session {
    private static final long DIGEST_TAG = 11;

    /** Length of a call after a market-wide halt where the rules name none: 2 minutes. */
    private static final long INTERRUPTION_DEFAULT_NANOS = 120_000_000_000L;

    private static final long SECOND_NANOS = 1_000_000_000L;

    /** Calendar that says the phases; 0 for none. */
    int calendarId;

    int dynamicCollarPpm;
    int staticCollarPpm;
    boolean locksAuctions;
    private long interruptionNanos;

    /** Whether staff halted it: the calendar leaves it alone until staff change its phase. */
    boolean suspended;

    /** When the present phase ends by itself; 0 for never. */
    long endsNanos;

    /** Price of the last auction of the day; 0 before the first. */
    long auctionPriceTicks;

    /** When the call was last looked at for what it would uncross. */
    long indicatedNanos;

    /** When trigger prices that have moved are told; 0 where all are told. */
    long triggersNanos;

    // What was last published of the present call.
    long indicatedPriceTicks;
    long indicatedLots;
    long indicatedSurplusLots;

    /** Move of the last price from the reference price, which its calendar counts. Not part of the state: it follows from it. */
    long movePpm;

    void rules(SetSessionRules rules) {
        calendarId = rules.calendarId;
        dynamicCollarPpm = rules.dynamicCollarPpm;
        staticCollarPpm = rules.staticCollarPpm;
        locksAuctions = rules.locksAuctions;
        interruptionNanos = rules.interruptionNanos;
    }

    boolean hasCollar() {
        return (dynamicCollarPpm | staticCollarPpm) != 0;
    }

    long interruptionNanos() {
        return interruptionNanos == 0 ? INTERRUPTION_DEFAULT_NANOS : interruptionNanos;
    }

    /** The next whole second after the call was last looked at; {@code Long.MAX_VALUE} at the end of all time. */
    long nextIndicationNanos() {
        return nextSecondNanos(indicatedNanos);
    }

    /** The next whole second after a log time; {@code Long.MAX_VALUE} at the end of all time. */
    static long nextSecondNanos(long nanos) {
        return nanos > Long.MAX_VALUE - SECOND_NANOS ? Long.MAX_VALUE : (nanos / SECOND_NANOS + 1) * SECOND_NANOS;
    }

    /**
     * Forgets what was published of the last call.
     *
     * @param callNanos when a call begins; 0 for other phases
     */
    void beginPhase(long callNanos, long endsNanos) {
        this.endsNanos = endsNanos;
        indicatedNanos = callNanos;
        indicatedPriceTicks = 0;
        indicatedLots = 0;
        indicatedSurplusLots = 0;
    }

    /** 0 for an instrument without rules that only opens, halts and closes: the digest asks all instruments. */
    long hash(int instrumentId) {
        long any = calendarId | dynamicCollarPpm | staticCollarPpm | interruptionNanos | endsNanos;
        long call = indicatedNanos | indicatedPriceTicks | indicatedLots | indicatedSurplusLots;
        if ((any | call | auctionPriceTicks | triggersNanos) == 0 && !locksAuctions && !suspended) {
            return 0;
        }
        long hash = Mix.pair(Mix.start(DIGEST_TAG), instrumentId, calendarId);
        hash = Mix.pair(hash, dynamicCollarPpm, staticCollarPpm);
        hash = Mix.pair(hash, interruptionNanos, (locksAuctions ? 1 : 0) | (suspended ? 2 : 0));
        hash = Mix.pair(hash, endsNanos, auctionPriceTicks);
        hash = Mix.pair(hash, indicatedNanos, indicatedPriceTicks);
        hash = triggersNanos == 0 ? hash : Mix.pair(hash, triggersNanos, 0);
        return Mix.pair(hash, indicatedLots, indicatedSurplusLots);
    }

    void save(StateWriter out) {
        out.writeInt(calendarId);
        out.writeInt(dynamicCollarPpm);
        out.writeInt(staticCollarPpm);
        out.writeBoolean(locksAuctions);
        out.writeLong(interruptionNanos);
        out.writeBoolean(suspended);
        out.writeLong(endsNanos);
        out.writeLong(auctionPriceTicks);
        out.writeLong(indicatedNanos);
        out.writeLong(indicatedPriceTicks);
        out.writeLong(indicatedLots);
        out.writeLong(indicatedSurplusLots);
        out.writeLong(triggersNanos);
    }

    void load(StateReader in) {
        calendarId = in.readInt();
        dynamicCollarPpm = in.readInt();
        staticCollarPpm = in.readInt();
        locksAuctions = in.readBoolean();
        interruptionNanos = in.readLong();
        suspended = in.readBoolean();
        endsNanos = in.readLong();
        auctionPriceTicks = in.readLong();
        indicatedNanos = in.readLong();
        indicatedPriceTicks = in.readLong();
        indicatedLots = in.readLong();
        indicatedSurplusLots = in.readLong();
        triggersNanos = in.readLong();
    }
}
