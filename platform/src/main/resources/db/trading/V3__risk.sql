-- Text truth: who sent a command that sets a limit or a kill switch, and why. Never rebuilt, because the journal holds
-- numbers only. A command that the core refused keeps its row.
CREATE TABLE risk_reason (
    client_id   bigint      NOT NULL,
    command_id  bigint      NOT NULL,
    customer_id text        NOT NULL,
    reason      text        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (client_id, command_id)
);

-- Derived: every change of a limit, and of a kill switch, which has no kind and the value 1 while it is engaged.
CREATE TABLE risk_change (
    sequence         bigint PRIMARY KEY,
    scope            text   NOT NULL,
    subject_id       bigint NOT NULL,
    kind             text   NOT NULL,
    previous_value   bigint NOT NULL,
    value            bigint NOT NULL,
    open_orders      bigint NOT NULL,
    staff_account_id bigint NOT NULL,
    reason_code      int    NOT NULL,
    client_id        bigint NOT NULL,
    command_id       bigint NOT NULL,
    at_nanos         bigint NOT NULL
);
CREATE INDEX risk_change_latest ON risk_change (scope, subject_id, kind, sequence DESC);
