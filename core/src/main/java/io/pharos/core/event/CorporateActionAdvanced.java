package io.pharos.core.event;

import io.pharos.protocol.CorporateActionStage;

/** A corporate action reached a stage, or a step of it was done. The totals are those so far. */
public final class CorporateActionAdvanced extends Event {
    /** Action. */
    public long actionId;

    /** Instrument. */
    public int instrumentId;

    /** Stage. */
    public CorporateActionStage stage = CorporateActionStage.NONE;

    /** Accounts that were paid or converted. */
    public long accounts;

    /** Their positions together. */
    public long positionMinor;

    /** Cash before tax. */
    public long grossMinor;

    /** Tax withheld. */
    public long taxMinor;

    /** Units given; below zero for units taken. */
    public long unitsMinor;

    /** Cash in the place of fractions, part of the cash before tax. */
    public long lieuMinor;

    /** What rounding cost the holders: exact entitlement less what was paid, in parts of a minor unit, as many as roundingScale. */
    public long roundingParts;

    /** Parts of a minor unit. */
    public long roundingScale;

    /** Accounts that could not be paid. */
    public long unpaid;
}
