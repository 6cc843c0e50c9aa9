package io.pharos.core.event;

import io.pharos.protocol.LimitKind;
import io.pharos.protocol.RiskScope;

/** A risk limit has another value from now on. */
public final class LimitChanged extends Event {
    /** Account or instrument; 0 for the firm, and for the default of all customers or instruments. */
    public long subjectId;

    /** Value before; -1 where it was the default, or none. */
    public long previousValue;

    /** The most that is allowed, in the unit of the kind; 0 for no limit, -1 for the default, or none. */
    public long value;

    /** Who set it. */
    public long staffId;

    /** Why. */
    public int reasonCode;

    /** Over what it stands. */
    public RiskScope scope = RiskScope.NONE;

    /** What it bounds. */
    public LimitKind limitKind = LimitKind.NONE;
}
