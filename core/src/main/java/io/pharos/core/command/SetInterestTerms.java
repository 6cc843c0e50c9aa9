package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Sets what interest a currency bears, from the next accrual on. */
public final class SetInterestTerms extends Command {
    /** Currency. */
    public int assetId;

    /** Business calendar whose days are counted. */
    public int calendarId;

    /** Account of the house that pays. */
    public long payerAccountId;

    /** Days of a year: 360 or 365. */
    public int dayCount;

    /** Day of the month on which a period ends, 1 to 28. */
    public int creditDay;

    /** Months of a period: 1, 3, 6 or 12, counted from January. */
    public int creditMonths;

    /** Yearly rate of what lies below the first band. */
    public int ratePpm;

    /** Balance from which the next rate holds; 0 for none. */
    public long band1Minor;

    /** Rate of what lies above it. */
    public int band1Ppm;

    /** Balance from which the next rate holds; 0 for none. */
    public long band2Minor;

    /** Rate of what lies above it. */
    public int band2Ppm;

    @Override
    public CommandKind commandKind() {
        return CommandKind.SET_INTEREST_TERMS;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.SET_INTEREST_TERMS.code());
        hash = Mix.pair(hash, assetId, calendarId);
        hash = Mix.pair(hash, payerAccountId, dayCount);
        hash = Mix.pair(hash, creditDay, creditMonths);
        hash = Mix.pair(hash, ratePpm, band1Minor);
        hash = Mix.pair(hash, band1Ppm, band2Minor);
        hash = Mix.pair(hash, band2Ppm, 0);
        return hash;
    }
}
