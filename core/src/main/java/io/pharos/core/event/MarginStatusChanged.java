package io.pharos.core.event;

import io.pharos.protocol.MarginReason;
import io.pharos.protocol.MarginStatus;

/** A margin call was made or met, or a close-out began, waits or ended. */
public final class MarginStatusChanged extends Event {
    /** Account. */
    public long accountId;

    /** Its own cash, and its collateral at market value. */
    public long assetsMinor;

    /** Loans that it has spent. */
    public long debtMinor;

    /** Interest accrued and not paid. */
    public long interestMinor;

    /** Maintenance ratio, rounded down; 0 where nothing is owed. */
    public long ratioPpm;

    /** Cash that would restore it; 0 where none is missing. */
    public long requiredMinor;

    /** Last business day on which a call may be met, counted by the calendar of the program; 0 without a call. */
    public long deadlineDay;

    /** Business day of the call; 0 without one. */
    public int callDate;

    /** Business days after it until the deadline. */
    public int callDays;

    /** How it stands now. */
    public MarginStatus status = MarginStatus.NONE;

    /** How it stood before. */
    public MarginStatus previous = MarginStatus.NONE;

    /** Why it changed. */
    public MarginReason reason = MarginReason.NONE;
}
