package io.pharos.core.event;

import io.pharos.protocol.RiskScope;

/**
 * A kill switch was engaged or released. What it cancels follows: the first part under this cause, the rest under that of
 * time.
 */
public final class KillSwitchChanged extends Event {
    /** Account or instrument; 0 for the firm. */
    public long subjectId;

    /** Open orders of the scope, which it cancels where it was engaged. */
    public long openOrders;

    /** Who did it. */
    public long staffId;

    /** Why. */
    public int reasonCode;

    /** Over what it stands. */
    public RiskScope scope = RiskScope.NONE;

    /** Whether it is engaged from now on. */
    public boolean engaged;
}
