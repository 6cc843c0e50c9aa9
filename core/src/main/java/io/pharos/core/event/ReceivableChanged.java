package io.pharos.core.event;

/** What an account owes the house of an asset changed: the house paid for it, or collected. */
public final class ReceivableChanged extends Event {
    /** Who owes. */
    public long accountId;

    /** How much more, or, negative, less. */
    public long changeMinor;

    /** What is owed from now on. */
    public long owedMinor;

    /** Trade that it came from; 0 where it was collected. */
    public long tradeId;

    /** Of what. */
    public int assetId;
}
