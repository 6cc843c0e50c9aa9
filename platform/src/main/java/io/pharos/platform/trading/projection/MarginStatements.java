package io.pharos.platform.trading.projection;

import io.pharos.cluster.message.CoreEvent.MarginAgreementSet;
import io.pharos.cluster.message.CoreEvent.MarginLoanChanged;
import io.pharos.cluster.message.CoreEvent.MarginProgramSet;
import io.pharos.cluster.message.CoreEvent.MarginSaleForced;
import io.pharos.cluster.message.CoreEvent.MarginStatusChanged;
import io.pharos.cluster.message.CoreEvent.MarginTermsSet;
import io.pharos.cluster.message.CoreEvent.MarginValued;
import java.sql.Connection;
import java.sql.SQLException;

/** The statements that write what a batch did to margin accounts. */
final class MarginStatements {
    private MarginStatements() {}

    static void write(Connection connection, MarginFold fold) throws SQLException {
        terms(connection, fold);
        accounts(connection, fold);
        history(connection, fold);
    }

    private static void terms(Connection connection, MarginFold fold) throws SQLException {
        new Rows<>(fold.programs.values())
                .integer(MarginProgramSet::programId)
                .integer(MarginProgramSet::assetId)
                .integer(MarginProgramSet::calendarId)
                .bigint(MarginProgramSet::lendingAccountId)
                .bigint(MarginProgramSet::incomeAccountId)
                .integer(MarginProgramSet::closingPpm)
                .integer(MarginProgramSet::warningPpm)
                .integer(MarginProgramSet::restorePpm)
                .integer(MarginProgramSet::withdrawalPpm)
                .integer(MarginProgramSet::concentrationPpm)
                .integer(MarginProgramSet::dayCount)
                .integer(MarginProgramSet::callDays)
                .integer(MarginProgramSet::protectionPpm)
                .bigint(MarginProgramSet::creditMaxMinor)
                .bigint(MarginProgramSet::revalueNanos)
                .bigint(MarginProgramSet::staffId)
                .run(connection, """
                        INSERT INTO margin_program (program_id, asset_id, calendar_id, lending_account, income_account,
                            closing_ppm, warning_ppm, restore_ppm, withdrawal_ppm, concentration_ppm, day_count,
                            call_days, protection_ppm, credit_max_minor, revalue_nanos, staff_id)
                        SELECT * FROM %s
                        ON CONFLICT (program_id) DO UPDATE SET income_account = excluded.income_account,
                            closing_ppm = excluded.closing_ppm, warning_ppm = excluded.warning_ppm,
                            restore_ppm = excluded.restore_ppm, withdrawal_ppm = excluded.withdrawal_ppm,
                            concentration_ppm = excluded.concentration_ppm, call_days = excluded.call_days,
                            protection_ppm = excluded.protection_ppm, credit_max_minor = excluded.credit_max_minor,
                            revalue_nanos = excluded.revalue_nanos, staff_id = excluded.staff_id""");
        new Rows<>(fold.terms.values())
                .integer(MarginTermsSet::instrumentId)
                .integer(MarginTermsSet::conversionPpm)
                .integer(MarginTermsSet::initialPpm)
                .bool(MarginTermsSet::collateral)
                .bool(MarginTermsSet::financing)
                .bigint(MarginTermsSet::staffId)
                .run(connection, """
                        INSERT INTO margin_terms (instrument_id, conversion_ppm, initial_ppm, collateral, financing,
                            staff_id)
                        SELECT * FROM %s
                        ON CONFLICT (instrument_id) DO UPDATE SET conversion_ppm = excluded.conversion_ppm,
                            initial_ppm = excluded.initial_ppm, collateral = excluded.collateral,
                            financing = excluded.financing, staff_id = excluded.staff_id""");
    }

    private static void accounts(Connection connection, MarginFold fold) throws SQLException {
        new Rows<>(fold.agreements.values())
                .bigint(MarginAgreementSet::accountId)
                .integer(MarginAgreementSet::programId)
                .bigint(MarginAgreementSet::creditLimitMinor)
                .integer(MarginAgreementSet::ratePpm)
                .bool(MarginAgreementSet::active)
                .run(connection, """
                        INSERT INTO margin_account (account_id, program_id, credit_limit_minor, rate_ppm, active)
                        SELECT * FROM %s
                        ON CONFLICT (account_id) DO UPDATE SET program_id = excluded.program_id,
                            credit_limit_minor = excluded.credit_limit_minor, rate_ppm = excluded.rate_ppm,
                            active = excluded.active""");
        new Rows<>(fold.valued.values())
                .bigint(MarginValued::accountId)
                .bigint(MarginValued::assetsMinor)
                .bigint(MarginValued::marketMinor)
                .bigint(MarginValued::ratioPpm)
                .bigint(MarginValued::excessMinor)
                .bigint(MarginValued::timeNanos)
                .run(connection, """
                        UPDATE margin_account a SET assets_minor = e.assets, market_minor = e.market,
                            ratio_ppm = e.ratio, excess_minor = e.excess, valued_nanos = e.at
                        FROM %s AS e (id, assets, market, ratio, excess, at)
                        WHERE a.account_id = e.id""");
        new Rows<>(fold.debts.values())
                .bigint(MarginFold.Debt::accountId)
                .bigint(MarginFold.Debt::debtMinor)
                .bigint(MarginFold.Debt::interestMinor)
                .run(connection, """
                        UPDATE margin_account a SET debt_minor = e.debt, interest_minor = e.interest
                        FROM %s AS e (id, debt, interest)
                        WHERE a.account_id = e.id""");
        new Rows<>(fold.statuses.values())
                .bigint(MarginStatusChanged::accountId)
                .text(e -> e.status().name())
                .text(e -> e.reason().name())
                .bigint(MarginStatusChanged::requiredMinor)
                .integer(MarginStatusChanged::callDate)
                .integer(MarginStatusChanged::callDays)
                .bigint(MarginStatusChanged::timeNanos)
                .run(connection, """
                        UPDATE margin_account a SET status = e.status, reason = e.reason, required_minor = e.required,
                            call_date = e.call_date, call_days = e.call_days, status_nanos = e.at
                        FROM %s AS e (id, status, reason, required, call_date, call_days, at)
                        WHERE a.account_id = e.id""");
        new Rows<>(fold.loans.values())
                .bigint(MarginLoanChanged::accountId)
                .integer(MarginLoanChanged::instrumentId)
                .bigint(MarginLoanChanged::principalMinor)
                .bigint(MarginLoanChanged::reservedMinor)
                .bigint(MarginLoanChanged::timeNanos)
                .run(connection, """
                        INSERT INTO margin_loan (account_id, instrument_id, principal_minor, reserved_minor, changed_nanos)
                        SELECT * FROM %s
                        ON CONFLICT (account_id, instrument_id) DO UPDATE SET
                            principal_minor = excluded.principal_minor, reserved_minor = excluded.reserved_minor,
                            changed_nanos = excluded.changed_nanos""");
    }

    private static void history(Connection connection, MarginFold fold) throws SQLException {
        new Rows<>(fold.changes)
                .bigint(MarginStatusChanged::sequence)
                .bigint(MarginStatusChanged::accountId)
                .text(e -> e.status().name())
                .text(e -> e.previous().name())
                .text(e -> e.reason().name())
                .bigint(MarginStatusChanged::assetsMinor)
                .bigint(MarginStatusChanged::debtMinor)
                .bigint(MarginStatusChanged::interestMinor)
                .bigint(MarginStatusChanged::ratioPpm)
                .bigint(MarginStatusChanged::requiredMinor)
                .bigint(MarginStatusChanged::timeNanos)
                .run(connection, """
                        INSERT INTO margin_status_change (sequence, account_id, status, previous, reason, assets_minor,
                            debt_minor, interest_minor, ratio_ppm, required_minor, at_nanos)
                        SELECT * FROM %s""");
        new Rows<>(fold.sales)
                .bigint(MarginSaleForced::orderId)
                .bigint(MarginSaleForced::accountId)
                .integer(MarginSaleForced::instrumentId)
                .bigint(MarginSaleForced::quantityLots)
                .bigint(MarginSaleForced::filledLots)
                .bigint(MarginSaleForced::priceTicks)
                .bigint(MarginSaleForced::neededMinor)
                .bigint(MarginSaleForced::timeNanos)
                .run(connection, """
                        INSERT INTO margin_sale (order_id, account_id, instrument_id, quantity_lots, filled_lots,
                            price_ticks, needed_minor, at_nanos)
                        SELECT * FROM %s""");
    }
}
