package io.pharos.core.settlement;

import io.pharos.core.command.SetSettlementRules;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;

/** How the trades of one instrument settle. {@link SetSettlementRules} says what each rule means. */
public final class SettlementTerms {
    private static final long DIGEST_TAG = 32;

    final int index;
    final int instrumentId;
    final int baseAssetIndex;
    final int quoteAssetIndex;

    long clearingAccountId;
    int calendarId;
    int lagDays;
    int buyInDays;
    boolean proceedsUsable;
    boolean sameDaySale;
    boolean suspended;

    /** Securities that were delivered to the clearing account and not passed on yet, minor units. */
    long poolMinor;

    // What the ledger and the calendars know these by; set where a clearing account is.
    int calendarIndex;
    int clearingBaseSlot;
    int clearingQuoteSlot;

    /** How many obligations of the instrument are open. */
    int openCount;

    SettlementTerms(int index, int instrumentId, int baseAssetIndex, int quoteAssetIndex) {
        this.index = index;
        this.instrumentId = instrumentId;
        this.baseAssetIndex = baseAssetIndex;
        this.quoteAssetIndex = quoteAssetIndex;
    }

    /** Whether a trade settles at once. */
    public boolean isImmediate() {
        return lagDays == 0;
    }

    /** Whether what is bought may be sold at once. */
    public boolean isSellableAtOnce() {
        return lagDays == 0 || sameDaySale;
    }

    /** Whether trades are still to be settled. */
    public boolean hasOpenObligations() {
        return openCount > 0;
    }

    /** Whether its trades settle by the days of a calendar. */
    public boolean isCountedBy(int calendarId) {
        return lagDays > 0 && this.calendarId == calendarId;
    }

    boolean hasRules(SetSettlementRules rules) {
        return clearingAccountId == rules.clearingAccountId
                && calendarId == rules.calendarId
                && lagDays == rules.lagDays
                && buyInDays == rules.buyInDays
                && proceedsUsable == rules.proceedsUsable
                && sameDaySale == rules.sameDaySale
                && suspended == rules.suspended;
    }

    void set(SetSettlementRules rules) {
        clearingAccountId = rules.clearingAccountId;
        calendarId = rules.calendarId;
        lagDays = rules.lagDays;
        buyInDays = rules.buyInDays;
        proceedsUsable = rules.proceedsUsable;
        sameDaySale = rules.sameDaySale;
        suspended = rules.suspended;
    }

    private SetSettlementRules rules() {
        SetSettlementRules rules = new SetSettlementRules();
        rules.instrumentId = instrumentId;
        rules.clearingAccountId = clearingAccountId;
        rules.calendarId = calendarId;
        rules.lagDays = lagDays;
        rules.buyInDays = buyInDays;
        rules.proceedsUsable = proceedsUsable;
        rules.sameDaySale = sameDaySale;
        rules.suspended = suspended;
        return rules;
    }

    long hash() {
        return Mix.pair(Mix.pair(Mix.start(DIGEST_TAG), rules().fingerprint(), index), poolMinor, 0);
    }

    void save(StateWriter out) {
        out.writeLong(clearingAccountId);
        out.writeInt(calendarId);
        out.writeInt(lagDays);
        out.writeInt(buyInDays);
        out.writeBoolean(proceedsUsable);
        out.writeBoolean(sameDaySale);
        out.writeBoolean(suspended);
        out.writeLong(poolMinor);
    }

    void load(StateReader in) {
        clearingAccountId = in.readLong();
        calendarId = in.readInt();
        lagDays = in.readInt();
        buyInDays = in.readInt();
        proceedsUsable = in.readBoolean();
        sameDaySale = in.readBoolean();
        suspended = in.readBoolean();
        poolMinor = in.readLong();
    }
}
