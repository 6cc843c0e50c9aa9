package io.pharos.core.event;

import io.pharos.protocol.SettlementFailReason;

/** What was due was not settled today, and is tried again on the next business day. */
public final class SettlementFailed extends Event {
    /** Account. */
    public long accountId;

    /** Day on which it was due. */
    public long dueDay;

    /** Net securities to receive; to deliver where negative. */
    public long baseMinor;

    /** Net cash to receive; to pay where negative. */
    public long quoteMinor;

    /** Instrument. */
    public int instrumentId;

    /** Calendar. */
    public int calendarId;

    /** Date of the failed day. */
    public int date;

    /** Days on which it has failed, this one included. */
    public int failedDays;

    /** Why. */
    public SettlementFailReason reason = SettlementFailReason.NONE;
}
