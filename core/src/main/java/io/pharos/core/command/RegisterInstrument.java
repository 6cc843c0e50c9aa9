package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Registers an instrument in phase PENDING. The same fields again are accepted and change nothing. */
public final class RegisterInstrument extends Command {
    /** Positive, chosen by the caller. */
    public int instrumentId;

    /** What is traded. */
    public int baseAssetId;

    /** What is paid. */
    public int quoteAssetId;

    /** Minor units of the base asset in one lot, at least 1. */
    public long lotMinor;

    /** Order quantities are multiples of it; a sell may also clear the odd remainder. At least 1. */
    public long boardLotLots;

    /** Minor units of the quote asset that one tick is worth for one lot, at least 1. */
    public long tickValueMinor;

    /** Centre of the price band; 0 while there is none. */
    public long referencePriceTicks;

    /** Largest quantity of one order; 0 for the limit of the house. */
    public long maxOrderLots;

    /** Account that receives the fees. */
    public long feeAccountId;

    /** Account that receives the tax. */
    public long taxAccountId;

    /** Price band around the reference, parts per million, 0 (none) to 999,999. */
    public int bandPpm;

    /** Fee of the resting order, parts per million of notional, 0 to 1,000,000. */
    public int makerFeePpm;

    /** Fee of the incoming order, parts per million of notional, 0 to 1,000,000. */
    public int takerFeePpm;

    /** Tax on the seller, parts per million of notional, 0 to 1,000,000. */
    public int sellTaxPpm;

    /** How far from the best opposite price a market order without protection price may go, where there is no band; 0 for any distance, up to 999,999. */
    public int marketCollarPpm;

    /** 1 to 16 characters A-Z, 0-9, dot, dash and slash, unique. */
    public String symbol = "";

    @Override
    public CommandKind commandKind() {
        return CommandKind.REGISTER_INSTRUMENT;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.REGISTER_INSTRUMENT.code());
        hash = Mix.pair(hash, instrumentId, baseAssetId);
        hash = Mix.pair(hash, quoteAssetId, lotMinor);
        hash = Mix.pair(hash, boardLotLots, tickValueMinor);
        hash = Mix.pair(hash, referencePriceTicks, maxOrderLots);
        hash = Mix.pair(hash, feeAccountId, taxAccountId);
        hash = Mix.pair(hash, bandPpm, makerFeePpm);
        hash = Mix.pair(hash, takerFeePpm, sellTaxPpm);
        hash = Mix.pair(hash, marketCollarPpm, Mix.text(symbol));
        return hash;
    }
}
