-- Text truth: which command carried a customer's own order id. Never rebuilt, because the journal does not hold it.
CREATE TABLE client_order (
    client_tag      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id      bigint      NOT NULL,
    client_order_id text        NOT NULL CHECK (length(client_order_id) BETWEEN 1 AND 64),
    client_id       bigint      NOT NULL,
    command_id      bigint      NOT NULL,
    submitted_at    timestamptz NOT NULL DEFAULT now(),
    UNIQUE (account_id, client_order_id)
);

-- Everything below is derived: folded from the journal, and rebuilt from it at will.
CREATE TABLE projection (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    sequence bigint  NOT NULL
);
INSERT INTO projection (sequence) VALUES (0);

CREATE TABLE asset (
    asset_id int PRIMARY KEY,
    code     text NOT NULL UNIQUE,
    scale    int  NOT NULL,
    kind     text NOT NULL
);

CREATE TABLE instrument (
    instrument_id         int PRIMARY KEY,
    symbol                text   NOT NULL UNIQUE,
    base_asset_id         int    NOT NULL REFERENCES asset,
    quote_asset_id        int    NOT NULL REFERENCES asset,
    lot_minor             bigint NOT NULL,
    board_lot_lots        bigint NOT NULL,
    tick_value_minor      bigint NOT NULL,
    band_ppm              int    NOT NULL,
    reference_price_ticks bigint NOT NULL,
    lower_limit_ticks     bigint NOT NULL,
    upper_limit_ticks     bigint NOT NULL,
    maker_fee_ppm         int    NOT NULL,
    taker_fee_ppm         int    NOT NULL,
    sell_tax_ppm          int    NOT NULL,
    max_order_lots        bigint NOT NULL,
    market_collar_ppm     int    NOT NULL,
    phase                 text   NOT NULL
);

-- An order that the core refused has no id of its own: it is kept under minus its sequence.
CREATE TABLE orders (
    order_id         bigint PRIMARY KEY,
    account_id       bigint  NOT NULL,
    instrument_id    int     NOT NULL,
    client_tag       bigint  NOT NULL,
    side             text    NOT NULL,
    type             text    NOT NULL,
    time_in_force    text    NOT NULL,
    post_only        boolean NOT NULL,
    price_ticks      bigint  NOT NULL,
    quantity_lots    bigint  NOT NULL,
    filled_lots      bigint  NOT NULL,
    notional_minor   bigint  NOT NULL,
    fee_minor        bigint  NOT NULL,
    tax_minor        bigint  NOT NULL,
    status           text    NOT NULL,
    reason           text,
    created_nanos    bigint  NOT NULL,
    updated_nanos    bigint  NOT NULL,
    created_sequence bigint  NOT NULL,
    sequence         bigint  NOT NULL
);
CREATE INDEX orders_of_account ON orders (account_id, created_sequence DESC);
CREATE INDEX orders_open ON orders (account_id, created_sequence DESC) WHERE status IN ('NEW', 'PARTIALLY_FILLED');
CREATE INDEX orders_by_tag ON orders (client_tag) WHERE client_tag <> 0;

CREATE TABLE execution (
    execution_id   bigint PRIMARY KEY, -- twice the trade's id, plus 1 for the taker
    trade_id       bigint  NOT NULL,
    order_id       bigint  NOT NULL,
    account_id     bigint  NOT NULL,
    instrument_id  int     NOT NULL,
    side           text    NOT NULL,
    price_ticks    bigint  NOT NULL,
    quantity_lots  bigint  NOT NULL,
    notional_minor bigint  NOT NULL,
    fee_minor      bigint  NOT NULL,
    tax_minor      bigint  NOT NULL,
    taker          boolean NOT NULL,
    at_nanos       bigint  NOT NULL,
    sequence       bigint  NOT NULL
);
CREATE INDEX execution_of_account ON execution (account_id, execution_id DESC);
CREATE INDEX execution_of_order ON execution (order_id);

CREATE TABLE movement (
    movement_id         bigint PRIMARY KEY, -- twice the event's sequence, plus 1 for the receiving side
    account_id          bigint NOT NULL,
    asset_id            int    NOT NULL,
    amount_minor        bigint NOT NULL, -- negative: paid
    balance_after_minor bigint NOT NULL, -- available and held
    code                text   NOT NULL,
    transfer_id         bigint NOT NULL,
    order_id            bigint NOT NULL,
    trade_id            bigint NOT NULL,
    reference           bigint NOT NULL,
    at_nanos            bigint NOT NULL
);
CREATE INDEX movement_of_account ON movement (account_id, movement_id DESC);
CREATE INDEX movement_of_asset ON movement (account_id, asset_id, movement_id DESC);

CREATE TABLE balance (
    account_id      bigint NOT NULL,
    asset_id        int    NOT NULL,
    available_minor bigint NOT NULL,
    held_minor      bigint NOT NULL,
    sequence        bigint NOT NULL,
    PRIMARY KEY (account_id, asset_id)
);

CREATE TABLE position (
    account_id     bigint NOT NULL,
    asset_id       int    NOT NULL,
    quantity_minor bigint NOT NULL,
    cost_minor     bigint NOT NULL,
    realised_minor bigint NOT NULL,
    PRIMARY KEY (account_id, asset_id)
);
