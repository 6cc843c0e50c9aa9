package io.pharos.platform.trading.web;

import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.entry.ClientOrders;
import io.pharos.platform.trading.entry.OrderEntry;
import io.pharos.platform.trading.entry.OrderForms;
import io.pharos.platform.trading.entry.TradingProblem;
import io.pharos.platform.trading.projection.OrderRow;
import io.pharos.platform.trading.query.OrderQueries;
import org.jspecify.annotations.Nullable;

/**
 * What an order stream needs of the rest of trading: the forms, the entry, and orders that were placed elsewhere.
 *
 * @param entry sends commands
 * @param forms checks what programs write
 */
public record OrderStreamActions(
        OrderEntry entry,
        OrderForms forms,
        InstrumentDirectory directory,
        OrderReader reader,
        OrderQueries queries,
        ClientOrders clientOrders) {

    /**
     * An order that a connection can change. The price and total are those last known to be accepted.
     *
     * @param isPriceKnown false where the core may have given it another price, which the tables know
     */
    record Target(long orderId, Instrument instrument, long priceTicks, long quantityLots, boolean isPriceKnown) {}

    /** The target with the price that the tables have. */
    Target priced(long accountId, Target target) {
        return target.isPriceKnown() ? target : find(accountId, "ord_" + target.orderId(), null);
    }

    /** Finds an order of the account by its public id or by the customer's own, in the tables. */
    Target find(long accountId, @Nullable String orderId, @Nullable String clientOrderId) {
        if (orderId != null) {
            return target(reader.require(accountId, orderId).row());
        }
        if (clientOrderId == null) {
            throw ProblemException.at("/params/orderId", EdgeProblem.VALUE_MISSING);
        }
        return clientOrders
                .find(accountId, clientOrderId)
                .flatMap(claim -> queries.byTag(accountId, claim.clientTag()))
                .map(order -> target(order.row()))
                .orElseThrow(() -> new ProblemException(TradingProblem.ORDER_NOT_FOUND));
    }

    private Target target(OrderRow row) {
        return new Target(
                row.orderId(), directory.instrument(row.instrumentId()), row.priceTicks(), row.quantityLots(), true);
    }
}
