-- What staff did, and why. Rows are added and never changed.
CREATE TABLE action (
    action_id    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id  text        NOT NULL,
    deed         text        NOT NULL,
    subject      text        NOT NULL,
    reason       text        NOT NULL,
    outcome      text        NOT NULL,
    at           timestamptz NOT NULL
);
