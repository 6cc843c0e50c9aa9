package io.pharos.platform.trading.entry;

import io.pharos.cluster.message.CoreCommand.PlaceBracket;
import io.pharos.cluster.message.CoreCommand.PlaceOco;
import io.pharos.cluster.message.CoreCommand.PlaceOrder;
import io.pharos.cluster.message.OrderConditions;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.entry.FormFields.Broken;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.PegReference;
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

    /** What the other of two linked orders, or the stop of a bracket, has for itself. */
    private static final Set<String> OF_ONE =
            Set.of("/side", "/type", "/price", "/triggerPrice", "/trailAmount", "/trailPercent");

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
                    && command.orderType() != OrderType.PEGGED
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

    /** Two orders that may be sent as one command; it has no client tag yet. */
    public record NewOco(NewOrder first, NewOrder other) {
        /** The command with the tag that stands for the orders' own id. */
        public PlaceOco tagged(long clientTag) {
            PlaceOrder order = first.command();
            PlaceOrder second = other.command();
            return new PlaceOco(
                    order.accountId(),
                    order.instrumentId(),
                    order.quantityLots(),
                    order.timeInForce(),
                    order.conditions().expiresNanos(),
                    order.side(),
                    order.orderType(),
                    order.priceTicks(),
                    order.conditions().triggerPriceTicks(),
                    order.conditions().trailTicks(),
                    order.conditions().trailPpm(),
                    second.side(),
                    second.orderType(),
                    second.priceTicks(),
                    second.conditions().triggerPriceTicks(),
                    second.conditions().trailTicks(),
                    second.conditions().trailPpm(),
                    order.conditions().selfTradePrevention(),
                    clientTag);
        }
    }

    /** An entry with its exits that may be sent; the command has no client tag yet. */
    public record NewBracket(NewOrder entry, long takeProfitTicks, NewOrder stop) {
        /** The command with the tag that stands for the entry's own id. */
        public PlaceBracket tagged(long clientTag) {
            PlaceOrder order = entry.command();
            PlaceOrder exit = stop.command();
            return new PlaceBracket(
                    order.accountId(),
                    order.instrumentId(),
                    order.side(),
                    order.orderType(),
                    order.timeInForce(),
                    order.priceTicks(),
                    order.conditions().triggerPriceTicks(),
                    order.quantityLots(),
                    order.conditions().expiresNanos(),
                    takeProfitTicks,
                    exit.orderType(),
                    exit.conditions().triggerPriceTicks(),
                    exit.priceTicks(),
                    exit.conditions().trailTicks(),
                    exit.conditions().trailPpm(),
                    order.conditions().selfTradePrevention(),
                    clientTag);
        }
    }

    /** Checks two orders of which one cancels the other. */
    public Checked<NewOco> check(long accountId, OcoForm form) {
        try {
            return new Checked.Good<>(read(accountId, form));
        } catch (Broken broken) {
            return new Checked.Bad<>(broken.field);
        }
    }

    /** Checks an entry with its exits. */
    public Checked<NewBracket> check(long accountId, BracketForm form) {
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
        if (form.price() == null
                && (type == OrderType.LIMIT || type == OrderType.STOP_LIMIT || type == OrderType.PEGGED)) {
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
        OcoForm.Other other = form.other();
        if (other == null) {
            throw new Broken("/other", EdgeProblem.VALUE_MISSING);
        }
        String side = other.side() == null ? form.side() : other.side();
        NewOrder first = read(
                accountId,
                part(
                        form,
                        new OcoForm.Other(
                                form.side(),
                                form.type() == null ? OrderType.LIMIT.name() : form.type(),
                                form.triggerPrice(),
                                form.price(),
                                form.trailAmount(),
                                form.trailPercent())));
        return new NewOco(
                first,
                readBelow(
                        "/other",
                        accountId,
                        part(
                                form,
                                new OcoForm.Other(
                                        side,
                                        other.type(),
                                        other.triggerPrice(),
                                        other.price(),
                                        other.trailAmount(),
                                        other.trailPercent()))));
    }

    private NewBracket read(long accountId, BracketForm form) throws Broken {
        BracketForm.StopLoss stop = form.stopLoss();
        if (stop == null) {
            throw new Broken("/stopLoss", EdgeProblem.VALUE_MISSING);
        }
        NewOrder entry = read(
                accountId,
                part(
                        form,
                        form.side(),
                        form.timeInForce(),
                        form.expiresAt(),
                        new OcoForm.Other(null, form.type(), form.triggerPrice(), form.price(), null, null)));
        long takeProfitTicks = FormFields.price(
                "/takeProfitPrice", entry.instrument(), FormFields.present("/takeProfitPrice", form.takeProfitPrice()));
        String type = stop.type() == null ? OrderType.STOP.name() : stop.type();
        Side exit = entry.command().side() == Side.BUY ? Side.SELL : Side.BUY;
        NewOrder protection = readBelow(
                "/stopLoss",
                accountId,
                part(
                        form,
                        exit.name(),
                        null,
                        null,
                        new OcoForm.Other(
                                null,
                                type,
                                stop.triggerPrice(),
                                stop.price(),
                                stop.trailAmount(),
                                stop.trailPercent())));
        return new NewBracket(entry, takeProfitTicks, protection);
    }

    /** Reads an order whose own fields stand below another field. */
    private NewOrder readBelow(String parent, long accountId, PlaceForm form) throws Broken {
        try {
            return read(accountId, form);
        } catch (Broken broken) {
            throw OF_ONE.contains(broken.field.pointer()) ? broken.below(parent) : broken;
        }
    }

    /** One of two linked orders as a form of its own. */
    private static PlaceForm part(OcoForm form, OcoForm.Other order) {
        return part(
                form.symbol(),
                order.side(),
                form.quantity(),
                form.timeInForce(),
                form.expiresAt(),
                form.selfTradePrevention(),
                form.clientOrderId(),
                order);
    }

    /** The entry or the stop of a bracket as a form of its own. */
    private static PlaceForm part(
            BracketForm form,
            @Nullable String side,
            @Nullable String timeInForce,
            @Nullable String expiresAt,
            OcoForm.Other order) {
        return part(
                form.symbol(),
                side,
                form.quantity(),
                timeInForce,
                expiresAt,
                form.selfTradePrevention(),
                form.clientOrderId(),
                order);
    }

    private static PlaceForm part(
            @Nullable String symbol,
            @Nullable String side,
            @Nullable String quantity,
            @Nullable String timeInForce,
            @Nullable String expiresAt,
            @Nullable String selfTradePrevention,
            @Nullable String clientOrderId,
            OcoForm.Other order) {
        return new PlaceForm(
                symbol,
                side,
                order.type(),
                timeInForce,
                null,
                null,
                order.price(),
                quantity,
                order.triggerPrice(),
                order.trailAmount(),
                order.trailPercent(),
                null,
                null,
                expiresAt,
                selfTradePrevention,
                null,
                null,
                clientOrderId);
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
                Boolean.TRUE.equals(form.reprice()),
                form.pegReference() == null
                        ? PegReference.NONE
                        : FormFields.choice("/pegReference", PegReference.class, form.pegReference()),
                offset(instrument, form.pegOffset()));
    }

    /** A distance of none is one, too. */
    private static long offset(Instrument instrument, @Nullable String text) throws Broken {
        return text == null || text.matches("0(\\.0+)?") ? 0 : FormFields.price("/pegOffset", instrument, text);
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
