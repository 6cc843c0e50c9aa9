-- Where an instrument is matched, if not here.
CREATE TABLE listing (
    instrument_id       int PRIMARY KEY,
    venue_id            int     NOT NULL,
    clearing_account_id bigint  NOT NULL,
    error_account_id    bigint  NOT NULL,
    queues_when_down    boolean NOT NULL
);

CREATE TABLE venue (
    venue_id    int PRIMARY KEY,
    up          boolean NOT NULL,
    since_nanos bigint  NOT NULL
);

-- The open orders at venues: rows leave when the order ends.
CREATE TABLE venue_order (
    order_id       bigint PRIMARY KEY,
    account_id     bigint  NOT NULL,
    instrument_id  int     NOT NULL,
    venue_id       int     NOT NULL,
    request_number int     NOT NULL,
    state          text    NOT NULL,
    unknown        boolean NOT NULL,
    cancel_wanted  boolean NOT NULL,
    final_lots     bigint  NOT NULL, -- what the venue says was traded while fills are missing; else 0
    reason_code    int     NOT NULL, -- of its last refusal
    accepted_number     int    NOT NULL DEFAULT 0, -- the request that the venue accepted last
    request_price_ticks bigint NOT NULL DEFAULT 0, -- what the last request asks for
    request_lots        bigint NOT NULL DEFAULT 0,
    changed_nanos  bigint  NOT NULL
);

-- Every trade that a venue reported; a corrected or busted one keeps its row.
CREATE TABLE venue_trade (
    trade_id           bigint PRIMARY KEY,
    execution_id       bigint NOT NULL, -- the venue's id, hashed
    order_id           bigint NOT NULL,
    account_id         bigint NOT NULL,
    instrument_id      int    NOT NULL,
    venue_id           int    NOT NULL,
    side               text   NOT NULL,
    price_ticks        bigint NOT NULL,
    lots               bigint NOT NULL,
    house_lots         bigint NOT NULL,
    corrected_trade_id bigint NOT NULL,
    status             text   NOT NULL,
    at_nanos           bigint NOT NULL
);

CREATE TABLE venue_break (
    break_id       bigint PRIMARY KEY,
    kind           text   NOT NULL,
    report_kind    text   NOT NULL,
    execution_id   bigint NOT NULL,
    order_id       bigint NOT NULL,
    trade_id       bigint NOT NULL,
    lots           bigint NOT NULL,
    price_ticks    bigint NOT NULL,
    instrument_id  int    NOT NULL,
    venue_id       int    NOT NULL,
    side           text   NOT NULL,
    found_nanos    bigint NOT NULL,
    resolved_nanos bigint
);
CREATE INDEX venue_break_open ON venue_break (break_id) WHERE resolved_nanos IS NULL;

-- What customers owe the house: rows leave when it is paid.
CREATE TABLE receivable (
    account_id bigint NOT NULL,
    asset_id   int    NOT NULL,
    owed_minor bigint NOT NULL,
    PRIMARY KEY (account_id, asset_id)
);

-- Whether the venue took a trade back: BOOKED, CORRECTED or BUSTED.
ALTER TABLE execution ADD COLUMN status text NOT NULL DEFAULT 'BOOKED';

-- Text truth: what was sent to venues. Never rebuilt, because the journal holds what is to be sent, not what was.
CREATE TABLE venue_request (
    order_id       bigint      NOT NULL,
    request_number int         NOT NULL,
    sent_at        timestamptz NOT NULL,
    asked_at       timestamptz,
    PRIMARY KEY (order_id, request_number)
);

-- Text truth: why staff closed a break.
CREATE TABLE venue_resolution (
    break_id    bigint PRIMARY KEY,
    customer_id text        NOT NULL,
    reason      text        NOT NULL,
    at          timestamptz NOT NULL
);
