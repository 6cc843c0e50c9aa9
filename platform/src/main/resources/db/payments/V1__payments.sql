CREATE TABLE payment (
    payment_number   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id      text        NOT NULL,
    account_id       bigint      NOT NULL,
    idempotency_key  text        NOT NULL,
    -- How the bank knows it.
    end_to_end_id    text        NOT NULL UNIQUE,
    kind             text        NOT NULL,
    asset_id         integer     NOT NULL,
    amount_minor     bigint      NOT NULL CHECK (amount_minor > 0),
    step             text        NOT NULL,
    status           text        NOT NULL,
    reason           text,
    -- The command of the present step at the core, once it was recorded; 0 before.
    client_id        bigint      NOT NULL DEFAULT 0,
    command_id       bigint      NOT NULL DEFAULT 0,
    -- The core's hold of a withdrawal; 0 before.
    hold_id          bigint      NOT NULL DEFAULT 0,
    attempts         integer     NOT NULL DEFAULT 0,
    -- When the worker takes it next; while somebody works on it, when that one counts as dead.
    due_at           timestamptz NOT NULL,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    UNIQUE (customer_id, kind, idempotency_key)
);
CREATE INDEX payment_due ON payment (due_at) WHERE step <> 'DONE';
CREATE INDEX payment_customer ON payment (customer_id, payment_number DESC);
