package io.pharos.core.event;

import io.pharos.protocol.MarginLoanChange;

/** A loan of a margin account changed. */
public final class MarginLoanChanged extends Event {
    /** Account that borrows. */
    public long accountId;

    /** Order that it is lent to, or that brought what is paid; 0 for none. */
    public long orderId;

    /** Trade, or 0. */
    public long tradeId;

    /** By how much, positive. */
    public long changeMinor;

    /** What the loan is now: spent and not paid back. */
    public long principalMinor;

    /** What is lent to open orders of the instrument and not spent. */
    public long reservedMinor;

    /** All loans of the account now. */
    public long debtMinor;

    /** Interest accrued and not paid, whole minor units. */
    public long interestMinor;

    /** Instrument whose purchase it paid; 0 of interest. */
    public int instrumentId;

    /** What changed it. */
    public MarginLoanChange kind = MarginLoanChange.NONE;
}
