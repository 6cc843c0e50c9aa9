package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.Rounding;

/** Announces a corporate action. The same again is accepted and changes nothing. */
public final class AnnounceCorporateAction extends Command {
    /** Action, positive, chosen by the caller. */
    public long actionId;

    /** What is done. */
    public CorporateActionKind kind = CorporateActionKind.NONE;

    /** Instrument. */
    public int instrumentId;

    /** Business calendar of the dates. */
    public int calendarId;

    /** First business day on which a buyer is no longer entitled: 20261123. */
    public int exDate;

    /** Business day of payment, not before the ex date. */
    public int payDate;

    /** Last business day on which rights may be exercised; 0 for other kinds. */
    public int expiryDate;

    /** Minor units paid, given, or held instead, for each denominator of minor units held; 0 to 10^9. */
    public long numerator;

    /** 1 to 10^9. */
    public long denominator;

    /** Price of a fraction, or of subscribing, in minor units of cash for each priceDenominator of minor units; 0 for none. */
    public long priceNumerator;

    /** 1 to 10^9. */
    public long priceDenominator;

    /** Withheld of the cash, parts per million. */
    public int taxPpm;

    /** Of each amount of cash and of tax. */
    public Rounding rounding = Rounding.NONE;

    /** Account of the house that pays, and gives and takes units. */
    public long sourceAccountId;

    /** Account of the house that receives taxes. */
    public long taxAccountId;

    /** Asset of the rights; 0 for other kinds. */
    public int rightsAssetId;

    @Override
    public CommandKind commandKind() {
        return CommandKind.ANNOUNCE_CORPORATE_ACTION;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.ANNOUNCE_CORPORATE_ACTION.code());
        hash = Mix.pair(hash, actionId, kind.code());
        hash = Mix.pair(hash, instrumentId, calendarId);
        hash = Mix.pair(hash, exDate, payDate);
        hash = Mix.pair(hash, expiryDate, numerator);
        hash = Mix.pair(hash, denominator, priceNumerator);
        hash = Mix.pair(hash, priceDenominator, taxPpm);
        hash = Mix.pair(hash, rounding.code(), sourceAccountId);
        hash = Mix.pair(hash, taxAccountId, rightsAssetId);
        return hash;
    }
}
