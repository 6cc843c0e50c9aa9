package io.pharos.platform.sandbox.participants;

/** The sandbox's own traders. */
public enum Participant {
    /** Quotes on both sides. */
    MARKET_MAKER(900),
    /** Follows the trend. */
    MOMENTUM(901),
    /** Trades for no reason. */
    NOISE(902);

    private final long accountId;

    Participant(long accountId) {
        this.accountId = accountId;
    }

    /** The account in the core. */
    public long accountId() {
        return accountId;
    }
}
