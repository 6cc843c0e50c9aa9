package io.pharos.core.event;

/** A margin agreement was made, changed or ended. */
public final class MarginAgreementSet extends Event {
    /** Account of a customer. */
    public long accountId;

    /** Program under which it borrows. */
    public int programId;

    /** The most that it may owe. */
    public long creditLimitMinor;

    /** Yearly rate of interest on what it owes, 0 to 1,000,000. */
    public int ratePpm;

    /** Whether the agreement is in force; it ends only where nothing is owed. */
    public boolean active;

    /** Who sets it. */
    public long staffId;
}
