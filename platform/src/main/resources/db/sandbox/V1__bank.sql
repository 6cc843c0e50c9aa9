-- The sandbox bank's own books: what it was asked and what it did. They outlive the process, so that asking works.
CREATE TABLE bank_payment (
    end_to_end_id    text          PRIMARY KEY,
    kind             text          NOT NULL,
    currency         text          NOT NULL,
    amount           numeric(30,8) NOT NULL CHECK (amount > 0),
    customer_account text          NOT NULL,
    rejected_for     text,
    received_at      timestamptz   NOT NULL,
    settles_at       timestamptz   NOT NULL
);

-- How the bank behaves; one row.
CREATE TABLE bank_mode (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    mode     text    NOT NULL
);
INSERT INTO bank_mode (mode) VALUES ('NORMAL');
