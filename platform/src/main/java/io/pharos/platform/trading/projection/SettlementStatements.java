package io.pharos.platform.trading.projection;

import io.pharos.cluster.message.CoreEvent.BusinessDayBegan;
import io.pharos.cluster.message.CoreEvent.BuyInRecorded;
import io.pharos.cluster.message.CoreEvent.ObligationChanged;
import io.pharos.cluster.message.CoreEvent.SettlementCompleted;
import io.pharos.cluster.message.CoreEvent.SettlementFailed;
import io.pharos.cluster.message.CoreEvent.SettlementRulesSet;
import io.pharos.platform.trading.projection.SettlementFold.ObligationKey;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The statements that write what a batch did to settlement and the trial balance. */
final class SettlementStatements {
    /** The trial balance is kept for the first batch that ends beyond each multiple of this many events. */
    static final long CHECKPOINT_EVENTS = 10_000;

    private SettlementStatements() {}

    static void write(Connection connection, Batch batch, long sequenceBefore) throws SQLException {
        SettlementFold fold = batch.settlement;
        unsettled(connection, fold);
        rules(connection, fold);
        days(connection, fold);
        obligations(connection, fold);
        records(connection, fold);
        trial(connection, batch, sequenceBefore);
    }

    private static void unsettled(Connection connection, SettlementFold fold) throws SQLException {
        new Rows<>(fold.unsettled.entrySet())
                .bigint(e -> e.getKey().accountId())
                .integer(e -> e.getKey().assetId())
                .bigint(e -> e.getValue().inMinor())
                .bigint(e -> e.getValue().outMinor())
                .run(connection, """
                        INSERT INTO unsettled (account_id, asset_id, in_minor, out_minor)
                        SELECT * FROM %s
                        ON CONFLICT (account_id, asset_id) DO UPDATE SET
                            in_minor = unsettled.in_minor + excluded.in_minor,
                            out_minor = unsettled.out_minor + excluded.out_minor""");
    }

    private static void rules(Connection connection, SettlementFold fold) throws SQLException {
        new Rows<>(fold.rules.values())
                .integer(SettlementRulesSet::instrumentId)
                .bigint(SettlementRulesSet::clearingAccountId)
                .integer(SettlementRulesSet::calendarId)
                .integer(SettlementRulesSet::lagDays)
                .integer(SettlementRulesSet::buyInDays)
                .bool(SettlementRulesSet::proceedsUsable)
                .bool(SettlementRulesSet::sameDaySale)
                .bool(SettlementRulesSet::suspended)
                .run(connection, """
                        INSERT INTO settlement_rules (instrument_id, clearing_account_id, calendar_id, lag_days,
                            buy_in_days, proceeds_usable, same_day_sale, suspended)
                        SELECT * FROM %s
                        ON CONFLICT (instrument_id) DO UPDATE SET
                            clearing_account_id = excluded.clearing_account_id,
                            calendar_id = excluded.calendar_id,
                            lag_days = excluded.lag_days,
                            buy_in_days = excluded.buy_in_days,
                            proceeds_usable = excluded.proceeds_usable,
                            same_day_sale = excluded.same_day_sale,
                            suspended = excluded.suspended""");
    }

    private static void days(Connection connection, SettlementFold fold) throws SQLException {
        new Rows<>(fold.began)
                .integer(BusinessDayBegan::calendarId)
                .bigint(BusinessDayBegan::day)
                .integer(BusinessDayBegan::date)
                .bigint(BusinessDayBegan::dueCount)
                .bigint(BusinessDayBegan::timeNanos)
                .run(connection, """
                        INSERT INTO business_day (calendar_id, day, date, due_count, began_nanos)
                        SELECT * FROM %s""");
        new Rows<>(fold.completed)
                .integer(SettlementCompleted::calendarId)
                .bigint(SettlementCompleted::day)
                .bigint(SettlementCompleted::settledCount)
                .bigint(SettlementCompleted::failedCount)
                .bigint(SettlementCompleted::timeNanos)
                .run(connection, """
                        UPDATE business_day d
                        SET settled_count = c.settled, failed_count = c.failed, completed_nanos = c.at
                        FROM %s AS c (calendar_id, day, settled, failed, at)
                        WHERE d.calendar_id = c.calendar_id AND d.day = c.day""");
    }

    private static void obligations(Connection connection, SettlementFold fold) throws SQLException {
        new Rows<>(fold.changed.values())
                .integer(ObligationChanged::instrumentId)
                .bigint(ObligationChanged::accountId)
                .bigint(ObligationChanged::dueDay)
                .integer(ObligationChanged::calendarId)
                .integer(ObligationChanged::tradeDate)
                .bigint(ObligationChanged::baseInMinor)
                .bigint(ObligationChanged::baseOutMinor)
                .bigint(ObligationChanged::baseCreditedMinor)
                .bigint(ObligationChanged::quoteInMinor)
                .bigint(ObligationChanged::quoteOutMinor)
                .bigint(ObligationChanged::quoteCreditedMinor)
                .run(connection, """
                        INSERT INTO obligation (instrument_id, account_id, due_day, calendar_id, trade_date,
                            base_in_minor, base_out_minor, base_credited_minor,
                            quote_in_minor, quote_out_minor, quote_credited_minor)
                        SELECT * FROM %s
                        ON CONFLICT (instrument_id, account_id, due_day) DO UPDATE SET
                            base_in_minor = excluded.base_in_minor,
                            base_out_minor = excluded.base_out_minor,
                            base_credited_minor = excluded.base_credited_minor,
                            quote_in_minor = excluded.quote_in_minor,
                            quote_out_minor = excluded.quote_out_minor,
                            quote_credited_minor = excluded.quote_credited_minor""");
        new Rows<>(fold.failed.values())
                .integer(SettlementFailed::instrumentId)
                .bigint(SettlementFailed::accountId)
                .bigint(SettlementFailed::dueDay)
                .integer(SettlementFailed::failedDays)
                .text(e -> e.reason().name())
                .run(connection, """
                        UPDATE obligation o SET failed_days = f.days, reason = f.reason
                        FROM %s AS f (instrument_id, account_id, due_day, days, reason)
                        WHERE o.instrument_id = f.instrument_id AND o.account_id = f.account_id
                            AND o.due_day = f.due_day""");
        new Rows<>(fold.settled)
                .integer(ObligationKey::instrumentId)
                .bigint(ObligationKey::accountId)
                .bigint(ObligationKey::dueDay)
                .run(connection, """
                        DELETE FROM obligation o USING %s AS s (instrument_id, account_id, due_day)
                        WHERE o.instrument_id = s.instrument_id AND o.account_id = s.account_id
                            AND o.due_day = s.due_day""");
    }

    private static void records(Connection connection, SettlementFold fold) throws SQLException {
        new Rows<>(fold.fails)
                .bigint(SettlementFailed::sequence)
                .integer(SettlementFailed::instrumentId)
                .bigint(SettlementFailed::accountId)
                .bigint(SettlementFailed::dueDay)
                .integer(SettlementFailed::date)
                .bigint(SettlementFailed::baseMinor)
                .bigint(SettlementFailed::quoteMinor)
                .integer(SettlementFailed::failedDays)
                .text(e -> e.reason().name())
                .run(connection, "INSERT INTO settlement_fail SELECT * FROM %s");
        new Rows<>(fold.buyIns)
                .bigint(BuyInRecorded::sequence)
                .integer(BuyInRecorded::instrumentId)
                .bigint(BuyInRecorded::accountId)
                .bigint(BuyInRecorded::dueDay)
                .integer(BuyInRecorded::date)
                .bigint(BuyInRecorded::baseMinor)
                .integer(BuyInRecorded::failedDays)
                .run(connection, "INSERT INTO buy_in SELECT * FROM %s");
    }

    private static void trial(Connection connection, Batch batch, long sequenceBefore) throws SQLException {
        new Rows<>(batch.trial.lines().entrySet())
                .bigint(e -> e.getKey().accountClass())
                .integer(e -> e.getKey().assetId())
                .numeric(e -> new BigDecimal(e.getValue().paidMinor()))
                .numeric(e -> new BigDecimal(e.getValue().receivedMinor()))
                .run(connection, """
                        INSERT INTO trial_line (account_class, asset_id, paid_minor, received_minor)
                        SELECT * FROM %s
                        ON CONFLICT (account_class, asset_id) DO UPDATE SET
                            paid_minor = trial_line.paid_minor + excluded.paid_minor,
                            received_minor = trial_line.received_minor + excluded.received_minor""");
        if (batch.sequence / CHECKPOINT_EVENTS > sequenceBefore / CHECKPOINT_EVENTS) {
            try (PreparedStatement statement = connection.prepareStatement("""
                    INSERT INTO trial_checkpoint (sequence, account_class, asset_id, paid_minor, received_minor)
                    SELECT ?, account_class, asset_id, paid_minor, received_minor FROM trial_line""")) {
                statement.setLong(1, batch.sequence);
                statement.executeUpdate();
            }
        }
    }
}
