package io.pharos.core.event;

/** A margin account was valued, and something had changed. */
public final class MarginValued extends Event {
    /** Account. */
    public long accountId;

    /** Its own cash, and its collateral at market value. */
    public long assetsMinor;

    /** Of these, the collateral. */
    public long marketMinor;

    /** Loans that it has spent. */
    public long debtMinor;

    /** Loans to open orders. */
    public long reservedMinor;

    /** Interest accrued and not paid. */
    public long interestMinor;

    /** Maintenance ratio, rounded down; 0 where nothing is owed. */
    public long ratioPpm;

    /** Margin that is free; below zero where some is missing. */
    public long excessMinor;
}
