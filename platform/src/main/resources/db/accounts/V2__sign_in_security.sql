-- The secret that an authenticator application shares with the platform, encrypted for this customer.
CREATE TABLE totp (
    customer_id  text        PRIMARY KEY REFERENCES customer,
    secret       text        NOT NULL,
    enrolled_at  timestamptz NOT NULL,
    -- Null until the customer has shown a first code: until then it is asked for nowhere.
    confirmed_at timestamptz,
    -- The time step of the last code that was taken: a code is good once.
    last_step    bigint      NOT NULL
);

-- Codes of last resort, each good once. Only hashes are stored: the codes have 80 random bits.
CREATE TABLE recovery_code (
    customer_id text        NOT NULL REFERENCES customer,
    code_hash   bytea       NOT NULL,
    used_at     timestamptz,
    PRIMARY KEY (customer_id, code_hash)
);

-- What happened at the door of an account, and to its keys. Rows are added and never changed.
CREATE TABLE security_event (
    event_id    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id text        NOT NULL REFERENCES customer,
    at          timestamptz NOT NULL,
    kind        text        NOT NULL,
    address     text        NOT NULL,
    device      text        NOT NULL
);
CREATE INDEX security_event_of_customer ON security_event (customer_id, event_id DESC);
