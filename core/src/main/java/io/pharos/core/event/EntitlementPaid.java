package io.pharos.core.event;

import io.pharos.protocol.CorporateActionKind;

/** An account was paid or converted; the postings stand before this event. */
public final class EntitlementPaid extends Event {
    /** Action. */
    public long actionId;

    /** Account. */
    public long accountId;

    /** Position that it was paid for. */
    public long positionMinor;

    /** Cash before tax. */
    public long grossMinor;

    /** Tax withheld. */
    public long taxMinor;

    /** Units given; below zero for units taken. */
    public long unitsMinor;

    /** Instrument. */
    public int instrumentId;

    /** What was done. */
    public CorporateActionKind kind = CorporateActionKind.NONE;

    /** Whether it could be paid. */
    public boolean paid;
}
