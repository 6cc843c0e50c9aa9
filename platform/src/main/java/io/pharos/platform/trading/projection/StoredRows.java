package io.pharos.platform.trading.projection;

import io.pharos.platform.trading.position.Position;
import io.pharos.protocol.LimitKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.PegReference;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.RiskScope;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of the derived tables as records. */
public final class StoredRows {
    private StoredRows() {}

    /** A row of {@code orders}. */
    public static OrderRow order(ResultSet r) throws SQLException {
        return new OrderRow(
                r.getLong("order_id"),
                r.getLong("account_id"),
                r.getInt("instrument_id"),
                r.getLong("client_tag"),
                Side.valueOf(r.getString("side")),
                OrderType.valueOf(r.getString("type")),
                TimeInForce.valueOf(r.getString("time_in_force")),
                r.getBoolean("post_only"),
                new OrderTerms(
                        OrderType.valueOf(r.getString("ordered_type")),
                        r.getLong("trigger_price_ticks"),
                        r.getLong("trail_ticks"),
                        r.getInt("trail_ppm"),
                        r.getLong("display_lots"),
                        r.getLong("expires_nanos"),
                        r.getLong("linked_order_id"),
                        r.getLong("entry_order_id"),
                        new PegTerms(
                                PegReference.valueOf(r.getString("peg_reference")),
                                r.getLong("peg_offset_ticks"),
                                r.getLong("peg_price_ticks")),
                        new ExitTerms(
                                r.getLong("take_profit_ticks"),
                                OrderType.valueOf(r.getString("exit_stop_type")),
                                r.getLong("exit_trigger_ticks"),
                                r.getLong("exit_price_ticks"),
                                r.getLong("exit_trail_ticks"),
                                r.getInt("exit_trail_ppm"))),
                r.getLong("price_ticks"),
                r.getLong("quantity_lots"),
                r.getLong("filled_lots"),
                r.getLong("notional_minor"),
                r.getLong("fee_minor"),
                r.getLong("tax_minor"),
                OrderStatus.valueOf(r.getString("status")),
                r.getString("reason"),
                r.getLong("created_nanos"),
                r.getLong("updated_nanos"),
                r.getLong("created_sequence"),
                r.getLong("sequence"));
    }

    /** A row of {@code execution}. */
    public static ExecutionRow execution(ResultSet r) throws SQLException {
        return new ExecutionRow(
                r.getLong("execution_id"),
                r.getLong("trade_id"),
                r.getLong("order_id"),
                r.getLong("account_id"),
                r.getInt("instrument_id"),
                Side.valueOf(r.getString("side")),
                r.getLong("price_ticks"),
                r.getLong("quantity_lots"),
                r.getLong("notional_minor"),
                r.getLong("fee_minor"),
                r.getLong("tax_minor"),
                r.getBoolean("taker"),
                r.getLong("at_nanos"),
                r.getLong("sequence"),
                r.getString("status"));
    }

    /** A row of {@code movement}. */
    public static MovementRow movement(ResultSet r) throws SQLException {
        return new MovementRow(
                r.getLong("movement_id"),
                r.getLong("account_id"),
                r.getInt("asset_id"),
                r.getLong("amount_minor"),
                r.getLong("balance_after_minor"),
                PostingCode.valueOf(r.getString("code")),
                r.getLong("transfer_id"),
                r.getLong("order_id"),
                r.getLong("trade_id"),
                r.getLong("reference"),
                r.getLong("at_nanos"));
    }

    /** A row of {@code balance}. */
    public static BalanceRow balance(ResultSet r) throws SQLException {
        return new BalanceRow(
                r.getLong("account_id"),
                r.getInt("asset_id"),
                r.getLong("available_minor"),
                r.getLong("held_minor"),
                r.getLong("sequence"));
    }

    /** A row of {@code position}. */
    public static Position position(ResultSet r) throws SQLException {
        return new Position(r.getLong("quantity_minor"), r.getLong("cost_minor"), r.getLong("realised_minor"));
    }

    /** A row of {@code risk_change}. */
    public static RiskChangeRow riskChange(ResultSet r) throws SQLException {
        return new RiskChangeRow(
                r.getLong("sequence"),
                RiskScope.valueOf(r.getString("scope")),
                r.getLong("subject_id"),
                LimitKind.valueOf(r.getString("kind")),
                r.getLong("previous_value"),
                r.getLong("value"),
                r.getLong("open_orders"),
                r.getLong("staff_account_id"),
                r.getInt("reason_code"),
                r.getLong("client_id"),
                r.getLong("command_id"),
                r.getLong("at_nanos"));
    }
}
