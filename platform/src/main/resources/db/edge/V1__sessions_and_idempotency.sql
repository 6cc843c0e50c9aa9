-- A session is found by the hash of its token: who reads this table cannot sign in with it.
CREATE TABLE session (
    token_hash   bytea       PRIMARY KEY,
    customer_id  text        NOT NULL,
    account_id   bigint      NOT NULL,
    role         text        NOT NULL,
    opened_at    timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL
);
CREATE INDEX session_customer ON session (customer_id);
CREATE INDEX session_expiry ON session (expires_at);

-- One row for each Idempotency-Key of a caller: which command it became, and what was answered.
CREATE TABLE idempotency (
    customer_id  text        NOT NULL,
    operation    text        NOT NULL,
    key          text        NOT NULL,
    body_hash    text        NOT NULL,
    client_id    bigint      NOT NULL,
    command_id   bigint      NOT NULL,
    started_at   timestamptz NOT NULL,
    lease_until  timestamptz NOT NULL,
    status       smallint,
    content_type text,
    body         text,
    PRIMARY KEY (customer_id, operation, key)
);
CREATE INDEX idempotency_age ON idempotency (started_at);
