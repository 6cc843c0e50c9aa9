-- Accounts 1 to 999 belong to the house and the sandbox; customers begin at 1000.
CREATE SEQUENCE account_number START 1000;

CREATE TABLE customer (
    customer_id     text        PRIMARY KEY,
    account_id      bigint      NOT NULL UNIQUE,
    email           text        NOT NULL UNIQUE CHECK (email = lower(email)),
    password_hash   text        NOT NULL,
    display_name    text        NOT NULL,
    role            text        NOT NULL,
    language        text        NOT NULL,
    colour_scheme   text        NOT NULL,
    theme           text        NOT NULL,
    registered_at   timestamptz NOT NULL,
    -- False between the row and the core's reply; the next sign-in registers the account again.
    account_open    boolean     NOT NULL
);

-- Failed sign-ins for a name, whether the name exists or not.
CREATE TABLE sign_in_failure (
    email       text        PRIMARY KEY,
    failures    integer     NOT NULL,
    first_at    timestamptz NOT NULL
);
