package io.pharos.platform.trading.entry;

import io.pharos.cluster.message.CoreCommand.PlaceOco;
import io.pharos.cluster.message.CoreCommand.PlaceOrder;
import io.pharos.cluster.message.OrderConditions;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.entry.FormFields.Broken;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks what customers write, in the order of the fields: symbol, side, type, time in force, price, quantity, conditions,
 * client order id. What goes together and what depends on the state of the market is the core's to check.
 */
public final class OrderForms {
    private static final Pattern CLIENT_ORDER_ID = Pattern.compile("[\\x21-\\x7e]{1,64}");

    /** What the stop of two linked orders has for itself. */
    private static final Set<String> OF_THE_STOP =
            Set.of("/type", "/price", "/triggerPrice", "/trailAmount", "/trailPercent");

    private final InstrumentDirectory directory;

    public OrderForms(InstrumentDirectory directory) {
        this.directory = directory;
    }

    /** An order that may be sent, and what it trades. The command has no client tag yet. */
    public record NewOrder(
            Instrument instrument,
            PlaceOrder command,
            @Nullable String clientOrderId) {
        /** Whether the core may give the order another price than the command's. */
        public boolean isPricedByCore() {
            TimeInForce timeInForce = command.timeInForce();
            boolean isForAuction = timeInForce == TimeInForce.AT_OPEN || timeInForce == TimeInForce.AT_CLOSE;
            return command.orderType() == OrderType.MARKET_TO_LIMIT
                    || (command.orderType() == OrderType.MARKET && isForAuction)
                    || command.conditions().reprice();
        }

        /** Whether the core's reply says all there is to say of an order that has not traded. */
        public boolean isPlain() {
            return !isPricedByCore()
                    && !command.orderType().isConditional()
                    && command.conditions().selfTradePrevention() == SelfTradePrevention.NONE;
        }
    }

    /** Checks a new order. */
    public Checked<NewOrder> check(long accountId, PlaceForm form) {
        try {
            return new Checked.Good<>(read(accountId, form));
        } catch (Broken broken) {
            return new Checked.Bad<>(broken.field);
        }
    }

    /** Two orders that may be sent as one command. */
    public record NewOco(NewOrder limit, NewOrder stop, PlaceOco command) {
        /** The command with the tag that stands for the orders' own id. */
        public PlaceOco tagged(long clientTag) {
            return new PlaceOco(
                    command.accountId(),
                    command.instrumentId(),
                    command.side(),
                    command.stopType(),
                    command.timeInForce(),
                    command.priceTicks(),
                    command.stopPriceTicks(),
                    command.triggerPriceTicks(),
                    command.trailTicks(),
                    command.trailPpm(),
                    command.quantityLots(),
                    command.expiresNanos(),
                    command.selfTradePrevention(),
                    clientTag);
        }
    }

    /** Checks a limit order and a stop of which one cancels the other. */
    public Checked<NewOco> check(long accountId, OcoForm form) {
        try {
            return new Checked.Good<>(read(accountId, form));
        } catch (Broken broken) {
            return new Checked.Bad<>(broken.field);
        }
    }

    /** Checks a price for an instrument. */
    public Checked<Long> price(Instrument instrument, String text) {
        return price("/price", instrument, text);
    }

    /** Checks the price in a field for an instrument. */
    public Checked<Long> price(String pointer, Instrument instrument, String text) {
        try {
            return new Checked.Good<>(FormFields.price(pointer, instrument, text));
        } catch (Broken broken) {
            return new Checked.Bad<>(broken.field);
        }
    }

    /** Checks a quantity for an instrument. */
    public Checked<Long> quantity(Instrument instrument, String text) {
        try {
            return new Checked.Good<>(FormFields.quantity("/quantity", instrument, text));
        } catch (Broken broken) {
            return new Checked.Bad<>(broken.field);
        }
    }

    private NewOrder read(long accountId, PlaceForm form) throws Broken {
        String symbol = FormFields.present("/symbol", form.symbol());
        Instrument instrument = directory
                .bySymbol(symbol)
                .orElseThrow(() -> new Broken("/symbol", TradingProblem.INSTRUMENT_NOT_FOUND, symbol));
        Side side = FormFields.choice("/side", Side.class, form.side());
        OrderType type = FormFields.choice("/type", OrderType.class, form.type());
        TimeInForce timeInForce = timeInForce(type, form.timeInForce());
        if (form.price() == null && (type == OrderType.LIMIT || type == OrderType.STOP_LIMIT)) {
            throw new Broken("/price", TradingProblem.PRICE_REQUIRED);
        }
        long priceTicks = FormFields.optionalPrice("/price", instrument, form.price());
        long quantityLots =
                FormFields.quantity("/quantity", instrument, FormFields.present("/quantity", form.quantity()));
        OrderConditions conditions = conditions(instrument, form);
        String clientOrderId = form.clientOrderId();
        if (clientOrderId != null && !CLIENT_ORDER_ID.matcher(clientOrderId).matches()) {
            throw new Broken("/clientOrderId", EdgeProblem.VALUE_MALFORMED);
        }
        PlaceOrder command = new PlaceOrder(
                accountId,
                instrument.instrumentId(),
                side,
                type,
                timeInForce,
                Boolean.TRUE.equals(form.postOnly()),
                priceTicks,
                quantityLots,
                0,
                conditions);
        return new NewOrder(instrument, command, clientOrderId);
    }

    private NewOco read(long accountId, OcoForm form) throws Broken {
        OcoForm.Stop stop = form.stop();
        if (stop == null) {
            throw new Broken("/stop", EdgeProblem.VALUE_MISSING);
        }
        NewOrder limit = read(accountId, part(form, new OcoForm.Stop("LIMIT", null, form.price(), null, null)));
        NewOrder waiting;
        try {
            waiting = read(accountId, part(form, stop));
        } catch (Broken broken) {
            throw OF_THE_STOP.contains(broken.field.pointer()) ? broken.below("/stop") : broken;
        }
        PlaceOrder command = waiting.command();
        OrderConditions conditions = command.conditions();
        PlaceOco oco = new PlaceOco(
                accountId,
                command.instrumentId(),
                command.side(),
                command.orderType(),
                command.timeInForce(),
                limit.command().priceTicks(),
                command.priceTicks(),
                conditions.triggerPriceTicks(),
                conditions.trailTicks(),
                conditions.trailPpm(),
                command.quantityLots(),
                conditions.expiresNanos(),
                conditions.selfTradePrevention(),
                0);
        return new NewOco(limit, waiting, oco);
    }

    /** One of two linked orders as a form of its own. */
    private static PlaceForm part(OcoForm form, OcoForm.Stop order) {
        return new PlaceForm(
                form.symbol(),
                form.side(),
                order.type(),
                form.timeInForce(),
                null,
                null,
                order.price(),
                form.quantity(),
                order.triggerPrice(),
                order.trailAmount(),
                order.trailPercent(),
                null,
                null,
                form.expiresAt(),
                form.selfTradePrevention(),
                form.clientOrderId());
    }

    private static OrderConditions conditions(Instrument instrument, PlaceForm form) throws Broken {
        return new OrderConditions(
                FormFields.optionalPrice("/triggerPrice", instrument, form.triggerPrice()),
                FormFields.optionalPrice("/trailAmount", instrument, form.trailAmount()),
                FormFields.percentPpm("/trailPercent", form.trailPercent()),
                FormFields.optionalQuantity("/displayQuantity", instrument, form.displayQuantity()),
                FormFields.optionalQuantity("/minimumQuantity", instrument, form.minimumQuantity()),
                FormFields.nanos("/expiresAt", form.expiresAt()),
                form.selfTradePrevention() == null
                        ? SelfTradePrevention.NONE
                        : FormFields.choice(
                                "/selfTradePrevention", SelfTradePrevention.class, form.selfTradePrevention()),
                Boolean.TRUE.equals(form.reprice()));
    }

    private static TimeInForce timeInForce(OrderType type, @Nullable String text) throws Broken {
        if (text == null) {
            return type == OrderType.MARKET ? TimeInForce.IOC : TimeInForce.GTC;
        }
        TimeInForce given = FormFields.choice("/timeInForce", TimeInForce.class, text);
        if (type == OrderType.MARKET && given == TimeInForce.GTC) {
            throw new Broken("/timeInForce", TradingProblem.TIME_IN_FORCE_NOT_ALLOWED);
        }
        return given;
    }
}
