package io.pharos.platform.trading.projection;

import io.pharos.cluster.message.CoreEvent.CorporateActionAdvanced;
import io.pharos.cluster.message.CoreEvent.CorporateActionAnnounced;
import io.pharos.cluster.message.CoreEvent.EndOfDayAdvanced;
import io.pharos.cluster.message.CoreEvent.FeeScheduleAssigned;
import io.pharos.cluster.message.CoreEvent.FeeScheduleSet;
import io.pharos.cluster.message.CoreEvent.InterestAccrued;
import io.pharos.cluster.message.CoreEvent.InterestTermsSet;
import java.sql.Connection;
import java.sql.SQLException;

/** The statements that write what a batch did to fee schedules and asset servicing. */
final class ServicingStatements {
    private ServicingStatements() {}

    static void write(Connection connection, ServicingFold fold) throws SQLException {
        fees(connection, fold);
        actions(connection, fold);
        interest(connection, fold);
        runs(connection, fold);
    }

    private static void fees(Connection connection, ServicingFold fold) throws SQLException {
        new Rows<>(fold.schedules.values())
                .integer(FeeScheduleSet::scheduleId)
                .integer(FeeScheduleSet::version)
                .integer(FeeScheduleSet::assetId)
                .integer(FeeScheduleSet::calendarId)
                .integer(FeeScheduleSet::effectiveDate)
                .bigint(FeeScheduleSet::commissionMinimumMinor)
                .integer(FeeScheduleSet::makerPpm)
                .integer(FeeScheduleSet::takerPpm)
                .text(ServicingStatements::tiers)
                .integer(FeeScheduleSet::stampDutyPpm)
                .integer(FeeScheduleSet::transferFeePpm)
                .text(e -> e.commissionRounding().name())
                .text(e -> e.stampDutyRounding().name())
                .text(e -> e.transferFeeRounding().name())
                .bool(FeeScheduleSet::inForce)
                .run(connection, """
                        INSERT INTO fee_schedule (schedule_id, version, asset_id, calendar_id, effective_date,
                            commission_minimum_minor, maker_ppm, taker_ppm, tiers, stamp_duty_ppm, transfer_fee_ppm,
                            commission_rounding, stamp_duty_rounding, transfer_fee_rounding, in_force)
                        SELECT * FROM %s
                        ON CONFLICT (schedule_id, version) DO UPDATE SET in_force = excluded.in_force""");
        // Of each schedule one version is in force: the one that came into force last.
        new Rows<>(fold.schedules.values().stream()
                        .filter(FeeScheduleSet::inForce)
                        .toList())
                .integer(FeeScheduleSet::scheduleId)
                .integer(FeeScheduleSet::version)
                .bigint(FeeScheduleSet::sequence)
                .run(connection, """
                        UPDATE fee_schedule f SET in_force = f.version = l.version
                        FROM (SELECT DISTINCT ON (schedule) schedule, version
                              FROM %s AS s (schedule, version, at) ORDER BY schedule, at DESC) l
                        WHERE f.schedule_id = l.schedule""");
        new Rows<>(fold.assignments.values())
                .integer(FeeScheduleAssigned::instrumentId)
                .integer(FeeScheduleAssigned::scheduleId)
                .run(connection, """
                        INSERT INTO fee_assignment (instrument_id, schedule_id) SELECT * FROM %s
                        ON CONFLICT (instrument_id) DO UPDATE SET schedule_id = excluded.schedule_id""");
    }

    private static String tiers(FeeScheduleSet e) {
        StringBuilder tiers = new StringBuilder();
        tier(tiers, e.tier1TurnoverMinor(), e.tier1MakerPpm(), e.tier1TakerPpm());
        tier(tiers, e.tier2TurnoverMinor(), e.tier2MakerPpm(), e.tier2TakerPpm());
        tier(tiers, e.tier3TurnoverMinor(), e.tier3MakerPpm(), e.tier3TakerPpm());
        return tiers.toString().strip();
    }

    private static void tier(StringBuilder tiers, long turnoverMinor, int makerPpm, int takerPpm) {
        if (turnoverMinor > 0) {
            tiers.append(turnoverMinor)
                    .append(':')
                    .append(makerPpm)
                    .append(':')
                    .append(takerPpm)
                    .append(' ');
        }
    }

    private static void actions(Connection connection, ServicingFold fold) throws SQLException {
        new Rows<>(fold.announced)
                .bigint(CorporateActionAnnounced::actionId)
                .text(e -> e.kind().name())
                .integer(CorporateActionAnnounced::instrumentId)
                .integer(CorporateActionAnnounced::calendarId)
                .integer(CorporateActionAnnounced::exDate)
                .integer(CorporateActionAnnounced::payDate)
                .integer(CorporateActionAnnounced::expiryDate)
                .bigint(CorporateActionAnnounced::numerator)
                .bigint(CorporateActionAnnounced::denominator)
                .bigint(CorporateActionAnnounced::priceNumerator)
                .bigint(CorporateActionAnnounced::priceDenominator)
                .integer(CorporateActionAnnounced::taxPpm)
                .text(e -> e.rounding().name())
                .integer(CorporateActionAnnounced::rightsAssetId)
                .run(connection, """
                        INSERT INTO corporate_action (action_id, kind, instrument_id, calendar_id, ex_date, pay_date,
                            expiry_date, numerator, denominator, price_numerator, price_denominator, tax_ppm, rounding,
                            rights_asset_id)
                        SELECT * FROM %s""");
        new Rows<>(fold.advanced.values())
                .bigint(CorporateActionAdvanced::actionId)
                .text(e -> e.stage().name())
                .bigint(CorporateActionAdvanced::accounts)
                .bigint(CorporateActionAdvanced::positionMinor)
                .bigint(CorporateActionAdvanced::grossMinor)
                .bigint(CorporateActionAdvanced::taxMinor)
                .bigint(CorporateActionAdvanced::unitsMinor)
                .bigint(CorporateActionAdvanced::lieuMinor)
                .bigint(CorporateActionAdvanced::roundingParts)
                .bigint(CorporateActionAdvanced::roundingScale)
                .bigint(CorporateActionAdvanced::unpaid)
                .run(connection, """
                        UPDATE corporate_action a SET stage = e.stage, accounts = e.accounts, position_minor = e.position,
                            gross_minor = e.gross, tax_minor = e.tax, units_minor = e.units, lieu_minor = e.lieu,
                            rounding_parts = e.parts, rounding_scale = e.scale, unpaid = e.unpaid
                        FROM %s AS e (id, stage, accounts, position, gross, tax, units, lieu, parts, scale, unpaid)
                        WHERE a.action_id = e.id""");
    }

    private static void interest(Connection connection, ServicingFold fold) throws SQLException {
        new Rows<>(fold.terms.values())
                .integer(InterestTermsSet::assetId)
                .integer(InterestTermsSet::calendarId)
                .integer(InterestTermsSet::dayCount)
                .integer(InterestTermsSet::creditDay)
                .integer(InterestTermsSet::creditMonths)
                .integer(InterestTermsSet::ratePpm)
                .bigint(InterestTermsSet::band1Minor)
                .integer(InterestTermsSet::band1Ppm)
                .bigint(InterestTermsSet::band2Minor)
                .integer(InterestTermsSet::band2Ppm)
                .run(connection, """
                        INSERT INTO interest_terms (asset_id, calendar_id, day_count, credit_day, credit_months, rate_ppm,
                            band1_minor, band1_ppm, band2_minor, band2_ppm)
                        SELECT * FROM %s
                        ON CONFLICT (asset_id) DO UPDATE SET calendar_id = excluded.calendar_id,
                            day_count = excluded.day_count, credit_day = excluded.credit_day,
                            credit_months = excluded.credit_months, rate_ppm = excluded.rate_ppm,
                            band1_minor = excluded.band1_minor, band1_ppm = excluded.band1_ppm,
                            band2_minor = excluded.band2_minor, band2_ppm = excluded.band2_ppm""");
        new Rows<>(fold.accrued)
                .integer(InterestAccrued::assetId)
                .integer(InterestAccrued::date)
                .integer(InterestAccrued::days)
                .bigint(InterestAccrued::accounts)
                .bigint(InterestAccrued::balanceMinor)
                .bigint(InterestAccrued::accruedMinor)
                .bigint(InterestAccrued::accruedParts)
                .bigint(InterestAccrued::creditedMinor)
                .bigint(InterestAccrued::sequence)
                .run(connection, """
                        INSERT INTO interest_run (asset_id, date, days, accounts, balance_minor, accrued_minor,
                            accrued_parts, credited_minor, sequence)
                        SELECT * FROM %s""");
    }

    private static void runs(Connection connection, ServicingFold fold) throws SQLException {
        new Rows<>(fold.runs.values())
                .integer(EndOfDayAdvanced::calendarId)
                .integer(EndOfDayAdvanced::date)
                .text(e -> e.stage().name())
                .bigint(EndOfDayAdvanced::expiredOrders)
                .bigint(EndOfDayAdvanced::settledCount)
                .bigint(EndOfDayAdvanced::failedCount)
                .bigint(EndOfDayAdvanced::servicedAccounts)
                .bigint(EndOfDayAdvanced::accruedAccounts)
                .bigint(EndOfDayAdvanced::steps)
                .bigint(EndOfDayAdvanced::staffId)
                .bigint(EndOfDayAdvanced::timeNanos)
                .bigint(EndOfDayAdvanced::sequence)
                .run(connection, """
                        INSERT INTO end_of_day (calendar_id, date, stage, expired_orders, settled_count, failed_count,
                            serviced_accounts, accrued_accounts, steps, staff_id, at_nanos, sequence)
                        SELECT * FROM %s
                        ON CONFLICT (calendar_id, date) DO UPDATE SET stage = excluded.stage,
                            expired_orders = excluded.expired_orders, settled_count = excluded.settled_count,
                            failed_count = excluded.failed_count, serviced_accounts = excluded.serviced_accounts,
                            accrued_accounts = excluded.accrued_accounts, steps = excluded.steps,
                            staff_id = excluded.staff_id, at_nanos = excluded.at_nanos, sequence = excluded.sequence""");
    }
}
