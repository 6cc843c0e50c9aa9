-- Margin programs, terms, accounts, their loans, calls and close-outs. No event of these was ever recorded before, so nothing
-- needs to be folded again.
CREATE TABLE margin_program (
    program_id        int    PRIMARY KEY,
    asset_id          int    NOT NULL,
    calendar_id       int    NOT NULL,
    lending_account   bigint NOT NULL,
    income_account    bigint NOT NULL,
    closing_ppm       int    NOT NULL,
    warning_ppm       int    NOT NULL,
    restore_ppm       int    NOT NULL,
    withdrawal_ppm    int    NOT NULL,
    concentration_ppm int    NOT NULL, -- 0 for no limit
    day_count         int    NOT NULL,
    call_days         int    NOT NULL,
    protection_ppm    int    NOT NULL,
    credit_max_minor  bigint NOT NULL,
    revalue_nanos     bigint NOT NULL,
    staff_id          bigint NOT NULL  -- who set it last; 0 for the catalogue
);

CREATE TABLE margin_terms (
    instrument_id  int     PRIMARY KEY,
    conversion_ppm int     NOT NULL,
    initial_ppm    int     NOT NULL,
    collateral     boolean NOT NULL,
    financing      boolean NOT NULL,
    staff_id       bigint  NOT NULL
);

CREATE TABLE margin_account (
    account_id         bigint  PRIMARY KEY,
    program_id         int     NOT NULL,
    credit_limit_minor bigint  NOT NULL,
    rate_ppm           int     NOT NULL,
    active             boolean NOT NULL,
    debt_minor         bigint  NOT NULL DEFAULT 0,
    interest_minor     bigint  NOT NULL DEFAULT 0,
    assets_minor       bigint  NOT NULL DEFAULT 0,
    market_minor       bigint  NOT NULL DEFAULT 0,
    ratio_ppm          bigint  NOT NULL DEFAULT 0, -- 0 where nothing is owed
    excess_minor       bigint  NOT NULL DEFAULT 0,
    valued_nanos       bigint  NOT NULL DEFAULT 0,
    status             text    NOT NULL DEFAULT 'NORMAL',
    reason             text    NOT NULL DEFAULT 'NONE',
    required_minor     bigint  NOT NULL DEFAULT 0,
    call_date          int     NOT NULL DEFAULT 0,
    call_days          int     NOT NULL DEFAULT 0,
    status_nanos       bigint  NOT NULL DEFAULT 0
);

CREATE INDEX margin_account_by_ratio ON margin_account (ratio_ppm) WHERE debt_minor + interest_minor > 0;

CREATE TABLE margin_loan (
    account_id      bigint NOT NULL,
    instrument_id   int    NOT NULL,
    principal_minor bigint NOT NULL,
    reserved_minor  bigint NOT NULL,
    changed_nanos   bigint NOT NULL,
    PRIMARY KEY (account_id, instrument_id)
);

CREATE TABLE margin_status_change (
    sequence       bigint PRIMARY KEY,
    account_id     bigint NOT NULL,
    status         text   NOT NULL,
    previous       text   NOT NULL,
    reason         text   NOT NULL,
    assets_minor   bigint NOT NULL,
    debt_minor     bigint NOT NULL,
    interest_minor bigint NOT NULL,
    ratio_ppm      bigint NOT NULL,
    required_minor bigint NOT NULL,
    at_nanos       bigint NOT NULL
);

CREATE INDEX margin_status_change_by_account ON margin_status_change (account_id, sequence);

CREATE TABLE margin_sale (
    order_id      bigint PRIMARY KEY,
    account_id    bigint NOT NULL,
    instrument_id int    NOT NULL,
    quantity_lots bigint NOT NULL,
    filled_lots   bigint NOT NULL,
    price_ticks   bigint NOT NULL, -- the worst price at which it might sell
    needed_minor  bigint NOT NULL,
    at_nanos      bigint NOT NULL
);

CREATE INDEX margin_sale_by_account ON margin_sale (account_id, order_id);
