package io.pharos.platform.trading.projection;

import io.pharos.cluster.message.CoreEvent.ListingSet;
import io.pharos.cluster.message.CoreEvent.OrderRouted;
import io.pharos.cluster.message.CoreEvent.ReceivableChanged;
import io.pharos.cluster.message.CoreEvent.VenueBreakFound;
import io.pharos.cluster.message.CoreEvent.VenueBreakResolved;
import io.pharos.cluster.message.CoreEvent.VenueOrderChanged;
import io.pharos.cluster.message.CoreEvent.VenueStateChanged;
import io.pharos.cluster.message.CoreEvent.VenueTradeChanged;
import io.pharos.cluster.message.CoreEvent.VenueTraded;
import java.sql.Connection;
import java.sql.SQLException;

/** The statements that write what a batch did to venues. */
final class VenueStatements {
    private VenueStatements() {}

    static void write(Connection connection, VenueFold fold) throws SQLException {
        listings(connection, fold);
        orders(connection, fold);
        trades(connection, fold);
        breaks(connection, fold);
        receivables(connection, fold);
    }

    private static void listings(Connection connection, VenueFold fold) throws SQLException {
        new Rows<>(fold.listings.values())
                .integer(ListingSet::instrumentId)
                .integer(ListingSet::venueId)
                .bigint(ListingSet::clearingAccountId)
                .bigint(ListingSet::errorAccountId)
                .bool(ListingSet::queuesWhenDown)
                .run(connection, """
                        INSERT INTO listing (instrument_id, venue_id, clearing_account_id, error_account_id,
                            queues_when_down)
                        SELECT * FROM %s
                        ON CONFLICT (instrument_id) DO UPDATE SET
                            venue_id = excluded.venue_id,
                            clearing_account_id = excluded.clearing_account_id,
                            error_account_id = excluded.error_account_id,
                            queues_when_down = excluded.queues_when_down""");
        new Rows<>(fold.venues.values())
                .integer(VenueStateChanged::venueId)
                .bool(VenueStateChanged::up)
                .bigint(VenueStateChanged::timeNanos)
                .run(connection, """
                        INSERT INTO venue (venue_id, up, since_nanos) SELECT * FROM %s
                        ON CONFLICT (venue_id) DO UPDATE SET up = excluded.up, since_nanos = excluded.since_nanos""");
    }

    private static void orders(Connection connection, VenueFold fold) throws SQLException {
        new Rows<>(fold.orders.values())
                .bigint(VenueOrderChanged::orderId)
                .bigint(VenueOrderChanged::accountId)
                .integer(VenueOrderChanged::instrumentId)
                .integer(VenueOrderChanged::venueId)
                .integer(VenueOrderChanged::requestNumber)
                .text(e -> e.state().name())
                .bool(VenueOrderChanged::unknown)
                .bool(VenueOrderChanged::cancelWanted)
                .bigint(VenueOrderChanged::finalLots)
                .integer(VenueOrderChanged::reasonCode)
                .bigint(VenueOrderChanged::timeNanos)
                .run(connection, """
                        INSERT INTO venue_order (order_id, account_id, instrument_id, venue_id, request_number, state,
                            unknown, cancel_wanted, final_lots, reason_code, changed_nanos)
                        SELECT * FROM %s
                        ON CONFLICT (order_id) DO UPDATE SET
                            request_number = excluded.request_number,
                            state = excluded.state,
                            unknown = excluded.unknown,
                            cancel_wanted = excluded.cancel_wanted,
                            final_lots = excluded.final_lots,
                            reason_code = excluded.reason_code,
                            changed_nanos = excluded.changed_nanos""");
        new Rows<>(fold.requests.values())
                .bigint(OrderRouted::orderId)
                .integer(OrderRouted::acceptedNumber)
                .bigint(OrderRouted::priceTicks)
                .bigint(OrderRouted::quantityLots)
                .run(connection, """
                        UPDATE venue_order o
                        SET accepted_number = r.accepted, request_price_ticks = r.price, request_lots = r.lots
                        FROM %s AS r (id, accepted, price, lots) WHERE o.order_id = r.id""");
        new Rows<>(fold.ended)
                .bigint(id -> id)
                .run(connection, "DELETE FROM venue_order o USING %s AS e (id) WHERE o.order_id = e.id");
    }

    private static void trades(Connection connection, VenueFold fold) throws SQLException {
        new Rows<>(fold.trades)
                .bigint(VenueTraded::tradeId)
                .bigint(VenueTraded::executionId)
                .bigint(VenueTraded::orderId)
                .bigint(VenueTraded::accountId)
                .integer(VenueTraded::instrumentId)
                .integer(VenueTraded::venueId)
                .text(e -> e.side().name())
                .bigint(VenueTraded::priceTicks)
                .bigint(VenueTraded::lots)
                .bigint(VenueTraded::houseLots)
                .bigint(VenueTraded::correctedTradeId)
                .text(e -> "BOOKED")
                .bigint(VenueTraded::timeNanos)
                .run(connection, "INSERT INTO venue_trade SELECT * FROM %s");
        new Rows<>(fold.changes.stream().filter(e -> e.newTradeId() != 0).toList())
                .bigint(VenueTradeChanged::newTradeId)
                .bigint(VenueTradeChanged::executionId)
                .bigint(VenueTradeChanged::orderId)
                .bigint(VenueTradeChanged::accountId)
                .integer(VenueTradeChanged::instrumentId)
                .integer(VenueTradeChanged::venueId)
                .text(e -> e.side().name())
                .bigint(VenueTradeChanged::priceTicks)
                .bigint(VenueTradeChanged::newLots)
                .bigint(e -> 0L)
                .bigint(VenueTradeChanged::tradeId)
                .text(e -> "BOOKED")
                .bigint(VenueTradeChanged::timeNanos)
                .run(connection, "INSERT INTO venue_trade SELECT * FROM %s");
        new Rows<>(fold.changes)
                .bigint(VenueTradeChanged::tradeId)
                .text(e -> e.newTradeId() == 0 ? "BUSTED" : "CORRECTED")
                .run(connection, """
                        UPDATE venue_trade t SET status = c.status FROM %s AS c (id, status) WHERE t.trade_id = c.id""");
        new Rows<>(fold.changes)
                .bigint(VenueTradeChanged::tradeId)
                .text(e -> e.newTradeId() == 0 ? "BUSTED" : "CORRECTED")
                .run(connection, """
                        UPDATE execution e SET status = c.status FROM %s AS c (id, status) WHERE e.trade_id = c.id""");
    }

    private static void breaks(Connection connection, VenueFold fold) throws SQLException {
        new Rows<>(fold.breaks)
                .bigint(VenueBreakFound::breakId)
                .text(e -> e.kind().name())
                .text(e -> e.reportKind().name())
                .bigint(VenueBreakFound::executionId)
                .bigint(VenueBreakFound::orderId)
                .bigint(VenueBreakFound::tradeId)
                .bigint(VenueBreakFound::lots)
                .bigint(VenueBreakFound::priceTicks)
                .integer(VenueBreakFound::instrumentId)
                .integer(VenueBreakFound::venueId)
                .text(e -> e.side().name())
                .bigint(VenueBreakFound::timeNanos)
                .run(connection, """
                        INSERT INTO venue_break (break_id, kind, report_kind, execution_id, order_id, trade_id, lots,
                            price_ticks, instrument_id, venue_id, side, found_nanos)
                        SELECT * FROM %s""");
        new Rows<>(fold.resolved)
                .bigint(VenueBreakResolved::breakId)
                .bigint(VenueBreakResolved::timeNanos)
                .run(connection, """
                        UPDATE venue_break b SET resolved_nanos = r.at FROM %s AS r (id, at) WHERE b.break_id = r.id""");
    }

    private static void receivables(Connection connection, VenueFold fold) throws SQLException {
        new Rows<>(fold.receivables.values())
                .bigint(ReceivableChanged::accountId)
                .integer(ReceivableChanged::assetId)
                .bigint(ReceivableChanged::owedMinor)
                .run(connection, """
                        INSERT INTO receivable (account_id, asset_id, owed_minor) SELECT * FROM %s
                        ON CONFLICT (account_id, asset_id) DO UPDATE SET owed_minor = excluded.owed_minor""");
        try (var statement = connection.createStatement()) {
            if (!fold.receivables.isEmpty()) {
                statement.executeUpdate("DELETE FROM receivable WHERE owed_minor = 0");
            }
        }
    }
}
