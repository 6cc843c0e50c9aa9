-- All of it is derived from the journal and kept only so that a start need not read the journal from its first event.
CREATE TABLE checkpoint (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    sequence bigint NOT NULL,
    state    bytea  NOT NULL
);

CREATE TABLE candle (
    instrument_id  int    NOT NULL,
    interval_code  text   NOT NULL,
    open_at_nanos  bigint NOT NULL,
    open_ticks     bigint NOT NULL,
    high_ticks     bigint NOT NULL,
    low_ticks      bigint NOT NULL,
    close_ticks    bigint NOT NULL,
    volume_lots    bigint NOT NULL,
    turnover_minor bigint NOT NULL,
    PRIMARY KEY (instrument_id, interval_code, open_at_nanos)
);
