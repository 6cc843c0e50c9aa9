package io.pharos.core.event;

/** A trade changed what an account is due to deliver and receive of an instrument on a day. */
public final class ObligationChanged extends Event {
    /** Account. */
    public long accountId;

    /** Day of the calendar on which it is due. */
    public long dueDay;

    /** Securities to receive. */
    public long baseInMinor;

    /** Securities to deliver. */
    public long baseOutMinor;

    /** Securities to receive that are available already. */
    public long baseCreditedMinor;

    /** Cash to receive. */
    public long quoteInMinor;

    /** Cash to pay. */
    public long quoteOutMinor;

    /** Cash to receive that is available already. */
    public long quoteCreditedMinor;

    /** Trade. */
    public long tradeId;

    /** Instrument. */
    public int instrumentId;

    /** Calendar. */
    public int calendarId;

    /** Date of the first of its trades. */
    public int tradeDate;
}
