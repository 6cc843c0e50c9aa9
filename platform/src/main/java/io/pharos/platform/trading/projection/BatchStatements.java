package io.pharos.platform.trading.projection;

import io.pharos.platform.instrument.Asset;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.trading.position.Position;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The statements that write a batch, one a table. */
final class BatchStatements {
    private BatchStatements() {}

    static void write(Connection connection, Batch batch, long sequenceBefore) throws SQLException {
        assets(connection, batch);
        instruments(connection, batch);
        orders(connection, batch);
        executions(connection, batch);
        movements(connection, batch);
        balances(connection, batch);
        positions(connection, batch);
        riskChanges(connection, batch);
        VenueStatements.write(connection, batch.venue);
        SettlementStatements.write(connection, batch, sequenceBefore);
        ServicingStatements.write(connection, batch.servicing);
        MarginStatements.write(connection, batch.margin);
    }

    private static void assets(Connection connection, Batch batch) throws SQLException {
        new Rows<>(batch.assets.values())
                .integer(Asset::assetId)
                .text(Asset::code)
                .integer(Asset::scale)
                .text(a -> a.kind().name())
                .run(connection, "INSERT INTO asset (asset_id, code, scale, kind) SELECT * FROM %s");
    }

    private static void instruments(Connection connection, Batch batch) throws SQLException {
        new Rows<>(batch.instruments.values())
                .integer(Instrument::instrumentId)
                .text(Instrument::symbol)
                .integer(i -> i.base().assetId())
                .integer(i -> i.quote().assetId())
                .bigint(Instrument::lotMinor)
                .bigint(Instrument::boardLotLots)
                .bigint(Instrument::tickValueMinor)
                .integer(Instrument::bandPpm)
                .bigint(Instrument::referencePriceTicks)
                .bigint(Instrument::lowerLimitTicks)
                .bigint(Instrument::upperLimitTicks)
                .integer(Instrument::makerFeePpm)
                .integer(Instrument::takerFeePpm)
                .integer(Instrument::sellTaxPpm)
                .bigint(Instrument::maxOrderLots)
                .integer(Instrument::marketCollarPpm)
                .text(i -> i.phase().name())
                .run(connection, """
                        INSERT INTO instrument (instrument_id, symbol, base_asset_id, quote_asset_id, lot_minor,
                            board_lot_lots, tick_value_minor, band_ppm, reference_price_ticks, lower_limit_ticks,
                            upper_limit_ticks, maker_fee_ppm, taker_fee_ppm, sell_tax_ppm, max_order_lots,
                            market_collar_ppm, phase)
                        SELECT * FROM %s
                        ON CONFLICT (instrument_id) DO UPDATE SET
                            reference_price_ticks = excluded.reference_price_ticks,
                            lower_limit_ticks = excluded.lower_limit_ticks,
                            upper_limit_ticks = excluded.upper_limit_ticks,
                            phase = excluded.phase""");
    }

    private static void orders(Connection connection, Batch batch) throws SQLException {
        new Rows<>(batch.changedOrders.stream().map(batch::order).toList())
                .bigint(OrderRow::orderId)
                .bigint(OrderRow::accountId)
                .integer(OrderRow::instrumentId)
                .bigint(OrderRow::clientTag)
                .text(o -> o.side().name())
                .text(o -> o.type().name())
                .text(o -> o.timeInForce().name())
                .bool(OrderRow::postOnly)
                .text(o -> o.terms().orderedType().name())
                .bigint(o -> o.terms().triggerPriceTicks())
                .bigint(o -> o.terms().trailTicks())
                .integer(o -> o.terms().trailPpm())
                .bigint(o -> o.terms().displayLots())
                .bigint(o -> o.terms().expiresNanos())
                .bigint(o -> o.terms().linkedOrderId())
                .bigint(o -> o.terms().entryOrderId())
                .text(o -> o.terms().peg().reference().name())
                .bigint(o -> o.terms().peg().offsetTicks())
                .bigint(o -> o.terms().peg().priceTicks())
                .bigint(o -> o.terms().exits().takeProfitTicks())
                .text(o -> o.terms().exits().stopType().name())
                .bigint(o -> o.terms().exits().stopTriggerTicks())
                .bigint(o -> o.terms().exits().stopPriceTicks())
                .bigint(o -> o.terms().exits().stopTrailTicks())
                .integer(o -> o.terms().exits().stopTrailPpm())
                .bigint(OrderRow::priceTicks)
                .bigint(OrderRow::quantityLots)
                .bigint(OrderRow::filledLots)
                .bigint(OrderRow::notionalMinor)
                .bigint(OrderRow::feeMinor)
                .bigint(OrderRow::taxMinor)
                .text(o -> o.status().name())
                .text(OrderRow::reason)
                .bigint(OrderRow::createdNanos)
                .bigint(OrderRow::updatedNanos)
                .bigint(OrderRow::createdSequence)
                .bigint(OrderRow::sequence)
                .run(connection, """
                        INSERT INTO orders (order_id, account_id, instrument_id, client_tag, side, type, time_in_force,
                            post_only, ordered_type, trigger_price_ticks, trail_ticks, trail_ppm, display_lots,
                            expires_nanos, linked_order_id, entry_order_id, peg_reference, peg_offset_ticks,
                            peg_price_ticks, take_profit_ticks, exit_stop_type, exit_trigger_ticks, exit_price_ticks,
                            exit_trail_ticks, exit_trail_ppm, price_ticks, quantity_lots, filled_lots, notional_minor,
                            fee_minor, tax_minor, status, reason, created_nanos, updated_nanos, created_sequence, sequence)
                        SELECT * FROM %s
                        ON CONFLICT (order_id) DO UPDATE SET
                            type = excluded.type,
                            trigger_price_ticks = excluded.trigger_price_ticks,
                            linked_order_id = excluded.linked_order_id,
                            entry_order_id = excluded.entry_order_id,
                            peg_price_ticks = excluded.peg_price_ticks,
                            take_profit_ticks = excluded.take_profit_ticks,
                            exit_stop_type = excluded.exit_stop_type,
                            exit_trigger_ticks = excluded.exit_trigger_ticks,
                            exit_price_ticks = excluded.exit_price_ticks,
                            exit_trail_ticks = excluded.exit_trail_ticks,
                            exit_trail_ppm = excluded.exit_trail_ppm,
                            price_ticks = excluded.price_ticks,
                            quantity_lots = excluded.quantity_lots,
                            filled_lots = excluded.filled_lots,
                            notional_minor = excluded.notional_minor,
                            fee_minor = excluded.fee_minor,
                            tax_minor = excluded.tax_minor,
                            status = excluded.status,
                            reason = excluded.reason,
                            updated_nanos = excluded.updated_nanos,
                            sequence = excluded.sequence""");
    }

    private static void executions(Connection connection, Batch batch) throws SQLException {
        new Rows<>(batch.executions)
                .bigint(ExecutionRow::executionId)
                .bigint(ExecutionRow::tradeId)
                .bigint(ExecutionRow::orderId)
                .bigint(ExecutionRow::accountId)
                .integer(ExecutionRow::instrumentId)
                .text(e -> e.side().name())
                .bigint(ExecutionRow::priceTicks)
                .bigint(ExecutionRow::quantityLots)
                .bigint(ExecutionRow::notionalMinor)
                .bigint(ExecutionRow::feeMinor)
                .bigint(ExecutionRow::taxMinor)
                .bool(ExecutionRow::taker)
                .bigint(ExecutionRow::atNanos)
                .bigint(ExecutionRow::sequence)
                .run(connection, """
                        INSERT INTO execution (execution_id, trade_id, order_id, account_id, instrument_id, side,
                            price_ticks, quantity_lots, notional_minor, fee_minor, tax_minor, taker, at_nanos, sequence)
                        SELECT * FROM %s""");
    }

    private static void movements(Connection connection, Batch batch) throws SQLException {
        new Rows<>(batch.movements)
                .bigint(MovementRow::movementId)
                .bigint(MovementRow::accountId)
                .integer(MovementRow::assetId)
                .bigint(MovementRow::amountMinor)
                .bigint(MovementRow::balanceAfterMinor)
                .text(m -> m.code().name())
                .bigint(MovementRow::transferId)
                .bigint(MovementRow::orderId)
                .bigint(MovementRow::tradeId)
                .bigint(MovementRow::reference)
                .bigint(MovementRow::atNanos)
                .run(connection, """
                        INSERT INTO movement (movement_id, account_id, asset_id, amount_minor, balance_after_minor, code,
                            transfer_id, order_id, trade_id, reference, at_nanos)
                        SELECT * FROM %s""");
    }

    private static void balances(Connection connection, Batch batch) throws SQLException {
        new Rows<>(batch.balances.values())
                .bigint(BalanceRow::accountId)
                .integer(BalanceRow::assetId)
                .bigint(BalanceRow::availableMinor)
                .bigint(BalanceRow::heldMinor)
                .bigint(BalanceRow::sequence)
                .run(connection, """
                        INSERT INTO balance (account_id, asset_id, available_minor, held_minor, sequence)
                        SELECT * FROM %s
                        ON CONFLICT (account_id, asset_id) DO UPDATE SET
                            available_minor = excluded.available_minor,
                            held_minor = excluded.held_minor,
                            sequence = excluded.sequence""");
    }

    private static void positions(Connection connection, Batch batch) throws SQLException {
        record Holding(HoldingKey key, Position position) {}
        new Rows<>(batch.positions.entrySet().stream()
                        .filter(e -> batch.changedPositions.contains(e.getKey()))
                        .map((Map.Entry<HoldingKey, Position> e) -> new Holding(e.getKey(), e.getValue()))
                        .toList())
                .bigint(h -> h.key().accountId())
                .integer(h -> h.key().assetId())
                .bigint(h -> h.position().quantityMinor())
                .bigint(h -> h.position().costMinor())
                .bigint(h -> h.position().realisedMinor())
                .run(connection, """
                        INSERT INTO position (account_id, asset_id, quantity_minor, cost_minor, realised_minor)
                        SELECT * FROM %s
                        ON CONFLICT (account_id, asset_id) DO UPDATE SET
                            quantity_minor = excluded.quantity_minor,
                            cost_minor = excluded.cost_minor,
                            realised_minor = excluded.realised_minor""");
    }

    private static void riskChanges(Connection connection, Batch batch) throws SQLException {
        new Rows<>(batch.riskChanges)
                .bigint(RiskChangeRow::sequence)
                .text(c -> c.scope().name())
                .bigint(RiskChangeRow::subjectId)
                .text(c -> c.kind().name())
                .bigint(RiskChangeRow::previousValue)
                .bigint(RiskChangeRow::value)
                .bigint(RiskChangeRow::openOrders)
                .bigint(RiskChangeRow::staffAccountId)
                .integer(RiskChangeRow::reasonCode)
                .bigint(RiskChangeRow::clientId)
                .bigint(RiskChangeRow::commandId)
                .bigint(RiskChangeRow::atNanos)
                .run(connection, """
                        INSERT INTO risk_change (sequence, scope, subject_id, kind, previous_value, value, open_orders,
                            staff_account_id, reason_code, client_id, command_id, at_nanos)
                        SELECT * FROM %s""");
    }
}
