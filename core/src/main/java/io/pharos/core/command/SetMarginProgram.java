package io.pharos.core.command;

import io.pharos.core.state.Mix;
import io.pharos.protocol.CommandKind;

/** Sets the lines, limits and accounts of lending to margin accounts, for all agreements under it at once. */
public final class SetMarginProgram extends Command {
    /** Program, 1 to 16. */
    public int programId;

    /** Currency that is lent. */
    public int assetId;

    /** Business calendar by which interest and the days of a call are counted. */
    public int calendarId;

    /** Account of the house that lends: below zero by what is lent. */
    public long lendingAccountId;

    /** Account of the house that receives the interest. */
    public long incomeAccountId;

    /** Maintenance ratio below which collateral is sold at once; 1,300,000 is 130 %. */
    public int closingPpm;

    /** Maintenance ratio below which margin is called; no lower than the closing line. */
    public int warningPpm;

    /** Maintenance ratio that meets a call and ends a close-out; above 100 %, no lower than the warning line. */
    public int restorePpm;

    /** Maintenance ratio that what leaves must leave behind; no lower than the line that restores. */
    public int withdrawalPpm;

    /** The most that one instrument may be of all assets after a purchase with borrowed cash; 0 for no limit. */
    public int concentrationPpm;

    /** Days of a year: 360 or 365. */
    public int dayCount;

    /** Business days after its own within which a call must be met, 0 to 10. */
    public int callDays;

    /** How far below the last price a close-out may sell, below 1,000,000. */
    public int protectionPpm;

    /** The most that may be lent to all accounts together. */
    public long creditMaxMinor;

    /** Log time between two valuations of each account, a second to a day. */
    public long revalueNanos;

    /** Who sets it. */
    public long staffId;

    @Override
    public CommandKind commandKind() {
        return CommandKind.SET_MARGIN_PROGRAM;
    }

    @Override
    public long fingerprint() {
        long hash = Mix.start(CommandKind.SET_MARGIN_PROGRAM.code());
        hash = Mix.pair(hash, programId, assetId);
        hash = Mix.pair(hash, calendarId, lendingAccountId);
        hash = Mix.pair(hash, incomeAccountId, closingPpm);
        hash = Mix.pair(hash, warningPpm, restorePpm);
        hash = Mix.pair(hash, withdrawalPpm, concentrationPpm);
        hash = Mix.pair(hash, dayCount, callDays);
        hash = Mix.pair(hash, protectionPpm, creditMaxMinor);
        hash = Mix.pair(hash, revalueNanos, staffId);
        return hash;
    }
}
