package io.pharos.platform.instrument;

/** What sort of instrument it is, as a customer would say it. */
public enum InstrumentKind {
    A_SHARE,
    US_SHARE,
    BOND,
    FUND,
    COIN
}
