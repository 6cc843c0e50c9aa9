-- Fee schedules, corporate actions, interest on cash and the runs that end business days. No event of these was ever
-- recorded before, so nothing needs to be folded again.
CREATE TABLE fee_schedule (
    schedule_id              int     NOT NULL,
    version                  int     NOT NULL,
    asset_id                 int     NOT NULL,
    calendar_id              int     NOT NULL,
    effective_date           int     NOT NULL, -- 20261123; 0 for at once
    commission_minimum_minor bigint  NOT NULL,
    maker_ppm                int     NOT NULL,
    taker_ppm                int     NOT NULL,
    tiers                    text    NOT NULL, -- turnover:maker:taker, separated by blanks
    stamp_duty_ppm           int     NOT NULL,
    transfer_fee_ppm         int     NOT NULL,
    commission_rounding      text    NOT NULL,
    stamp_duty_rounding      text    NOT NULL,
    transfer_fee_rounding    text    NOT NULL,
    in_force                 boolean NOT NULL,
    PRIMARY KEY (schedule_id, version)
);

CREATE TABLE fee_assignment (
    instrument_id int PRIMARY KEY,
    schedule_id   int NOT NULL
);

CREATE TABLE corporate_action (
    action_id         bigint PRIMARY KEY,
    kind              text   NOT NULL,
    instrument_id     int    NOT NULL,
    calendar_id       int    NOT NULL,
    ex_date           int    NOT NULL,
    pay_date          int    NOT NULL,
    expiry_date       int    NOT NULL,
    numerator         bigint NOT NULL,
    denominator       bigint NOT NULL,
    price_numerator   bigint NOT NULL,
    price_denominator bigint NOT NULL,
    tax_ppm           int    NOT NULL,
    rounding          text   NOT NULL,
    rights_asset_id   int    NOT NULL,
    stage             text   NOT NULL DEFAULT 'ANNOUNCED',
    accounts          bigint NOT NULL DEFAULT 0,
    position_minor    bigint NOT NULL DEFAULT 0,
    gross_minor       bigint NOT NULL DEFAULT 0,
    tax_minor         bigint NOT NULL DEFAULT 0,
    units_minor       bigint NOT NULL DEFAULT 0,
    lieu_minor        bigint NOT NULL DEFAULT 0,
    rounding_parts    bigint NOT NULL DEFAULT 0,
    rounding_scale    bigint NOT NULL DEFAULT 1,
    unpaid            bigint NOT NULL DEFAULT 0
);

CREATE TABLE interest_terms (
    asset_id      int PRIMARY KEY,
    calendar_id   int    NOT NULL,
    day_count     int    NOT NULL,
    credit_day    int    NOT NULL,
    credit_months int    NOT NULL,
    rate_ppm      int    NOT NULL,
    band1_minor   bigint NOT NULL,
    band1_ppm     int    NOT NULL,
    band2_minor   bigint NOT NULL,
    band2_ppm     int    NOT NULL
);

CREATE TABLE interest_run (
    asset_id       int    NOT NULL,
    date           int    NOT NULL,
    days           int    NOT NULL,
    accounts       bigint NOT NULL,
    balance_minor  bigint NOT NULL,
    accrued_minor  bigint NOT NULL,
    accrued_parts  bigint NOT NULL, -- of 26,280,000,000 in a minor unit
    credited_minor bigint NOT NULL,
    sequence       bigint NOT NULL,
    PRIMARY KEY (asset_id, date)
);

CREATE TABLE end_of_day (
    calendar_id       int    NOT NULL,
    date              int    NOT NULL, -- the business day that the run begins
    stage             text   NOT NULL,
    expired_orders    bigint NOT NULL,
    settled_count     bigint NOT NULL,
    failed_count      bigint NOT NULL,
    serviced_accounts bigint NOT NULL,
    accrued_accounts  bigint NOT NULL,
    steps             bigint NOT NULL,
    staff_id          bigint NOT NULL, -- who ran the last step; 0 for the clock
    at_nanos          bigint NOT NULL,
    sequence          bigint NOT NULL,
    PRIMARY KEY (calendar_id, date)
);
