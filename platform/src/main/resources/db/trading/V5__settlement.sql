-- What is derived is folded again from the first event, so that the new tables hold all of it.
TRUNCATE asset, instrument, orders, execution, movement, balance, position, risk_change;
UPDATE projection SET sequence = 0;

-- What of a balance is unsettled; apart, as most balances have none.
CREATE TABLE unsettled (
    account_id bigint NOT NULL,
    asset_id   int    NOT NULL,
    in_minor   bigint NOT NULL,
    out_minor  bigint NOT NULL,
    PRIMARY KEY (account_id, asset_id)
);

CREATE TABLE settlement_rules (
    instrument_id       int PRIMARY KEY,
    clearing_account_id bigint  NOT NULL,
    calendar_id         int     NOT NULL,
    lag_days            int     NOT NULL,
    buy_in_days         int     NOT NULL,
    proceeds_usable     boolean NOT NULL,
    same_day_sale       boolean NOT NULL,
    suspended           boolean NOT NULL
);

CREATE TABLE business_day (
    calendar_id     int    NOT NULL,
    day             bigint NOT NULL,
    date            int    NOT NULL, -- 20261123
    due_count       bigint NOT NULL,
    settled_count   bigint,          -- null until everything due was looked at
    failed_count    bigint,
    began_nanos     bigint NOT NULL,
    completed_nanos bigint,
    PRIMARY KEY (calendar_id, day)
);

-- The open obligations: rows leave when they are settled.
CREATE TABLE obligation (
    instrument_id        int    NOT NULL,
    account_id           bigint NOT NULL,
    due_day              bigint NOT NULL,
    calendar_id          int    NOT NULL,
    trade_date           int    NOT NULL,
    base_in_minor        bigint NOT NULL,
    base_out_minor       bigint NOT NULL,
    base_credited_minor  bigint NOT NULL,
    quote_in_minor       bigint NOT NULL,
    quote_out_minor      bigint NOT NULL,
    quote_credited_minor bigint NOT NULL,
    failed_days          int    NOT NULL DEFAULT 0,
    reason               text,
    PRIMARY KEY (instrument_id, account_id, due_day)
);
CREATE INDEX obligation_of_account ON obligation (account_id);

CREATE TABLE settlement_fail (
    sequence      bigint PRIMARY KEY,
    instrument_id int    NOT NULL,
    account_id    bigint NOT NULL,
    due_day       bigint NOT NULL,
    date          int    NOT NULL,
    base_minor    bigint NOT NULL,
    quote_minor   bigint NOT NULL,
    failed_days   int    NOT NULL,
    reason        text   NOT NULL
);

CREATE TABLE buy_in (
    sequence      bigint PRIMARY KEY,
    instrument_id int    NOT NULL,
    account_id    bigint NOT NULL,
    due_day       bigint NOT NULL,
    date          int    NOT NULL,
    base_minor    bigint NOT NULL,
    failed_days   int    NOT NULL
);

-- What each account of the house, the sandbox's participants together (900) and the customers together (950) paid and
-- received of an asset, all buckets together. Turnovers outgrow a bigint.
CREATE TABLE trial_line (
    account_class bigint  NOT NULL,
    asset_id      int     NOT NULL,
    paid_minor    numeric NOT NULL,
    received_minor numeric NOT NULL,
    PRIMARY KEY (account_class, asset_id)
);

-- The lines as they stood at some sequences; those between are folded from the journal.
CREATE TABLE trial_checkpoint (
    sequence      bigint  NOT NULL,
    account_class bigint  NOT NULL,
    asset_id      int     NOT NULL,
    paid_minor    numeric NOT NULL,
    received_minor numeric NOT NULL,
    PRIMARY KEY (sequence, account_class, asset_id)
);
