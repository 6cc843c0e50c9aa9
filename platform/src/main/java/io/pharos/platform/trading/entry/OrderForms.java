package io.pharos.platform.trading.entry;

import io.pharos.cluster.message.CoreCommand.PlaceOrder;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.FieldProblem;
import io.pharos.platform.edge.ProblemCode;
import io.pharos.platform.instrument.Decimals;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.instrument.Parsed;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks what customers write, in the order of the fields: symbol, side, type, time in force, price, quantity, client
 * order id. What depends on the state of the market is the core's to check.
 */
public final class OrderForms {
    private static final Pattern CLIENT_ORDER_ID = Pattern.compile("[\\x21-\\x7e]{1,64}");

    private final InstrumentDirectory directory;

    public OrderForms(InstrumentDirectory directory) {
        this.directory = directory;
    }

    /** An order that may be sent, and what it trades. The command has no client tag yet. */
    public record NewOrder(
            Instrument instrument,
            PlaceOrder command,
            @Nullable String clientOrderId) {}

    /** Checks a new order. */
    public Checked<NewOrder> check(long accountId, PlaceForm form) {
        try {
            return new Checked.Good<>(read(accountId, form));
        } catch (Broken broken) {
            return new Checked.Bad<>(broken.field);
        }
    }

    /** Checks a price for an instrument. */
    public Checked<Long> price(Instrument instrument, String text) {
        try {
            return new Checked.Good<>(readPrice(instrument, text));
        } catch (Broken broken) {
            return new Checked.Bad<>(broken.field);
        }
    }

    /** Checks a quantity for an instrument. */
    public Checked<Long> quantity(Instrument instrument, String text) {
        try {
            return new Checked.Good<>(readQuantity(instrument, text));
        } catch (Broken broken) {
            return new Checked.Bad<>(broken.field);
        }
    }

    private NewOrder read(long accountId, PlaceForm form) throws Broken {
        String symbol = present("/symbol", form.symbol());
        Instrument instrument = directory
                .bySymbol(symbol)
                .orElseThrow(() -> new Broken("/symbol", TradingProblem.INSTRUMENT_NOT_FOUND, symbol));
        Side side = choice("/side", Side.class, form.side());
        OrderType type = choice("/type", OrderType.class, form.type());
        TimeInForce timeInForce = timeInForce(type, form.timeInForce());
        boolean postOnly = Boolean.TRUE.equals(form.postOnly());
        if (postOnly && (type != OrderType.LIMIT || timeInForce != TimeInForce.GTC)) {
            throw new Broken("/postOnly", TradingProblem.POST_ONLY_NOT_ALLOWED);
        }
        long priceTicks = 0;
        if (form.price() != null) {
            priceTicks = readPrice(instrument, form.price());
        } else if (type == OrderType.LIMIT) {
            throw new Broken("/price", TradingProblem.PRICE_REQUIRED);
        }
        long quantityLots = readQuantity(instrument, present("/quantity", form.quantity()));
        String clientOrderId = form.clientOrderId();
        if (clientOrderId != null && !CLIENT_ORDER_ID.matcher(clientOrderId).matches()) {
            throw new Broken("/clientOrderId", EdgeProblem.VALUE_MALFORMED);
        }
        PlaceOrder command = new PlaceOrder(
                accountId, instrument.instrumentId(), side, type, timeInForce, postOnly, priceTicks, quantityLots, 0);
        return new NewOrder(instrument, command, clientOrderId);
    }

    private static TimeInForce timeInForce(OrderType type, @Nullable String text) throws Broken {
        if (text == null) {
            return type == OrderType.MARKET ? TimeInForce.IOC : TimeInForce.GTC;
        }
        TimeInForce given = choice("/timeInForce", TimeInForce.class, text);
        if (type == OrderType.MARKET && given == TimeInForce.GTC) {
            throw new Broken("/timeInForce", TradingProblem.TIME_IN_FORCE_NOT_ALLOWED);
        }
        return given;
    }

    private static long readPrice(Instrument instrument, String text) throws Broken {
        long ticks = exact(
                "/price",
                instrument.parsePrice(text),
                Decimals.SCALE_MAX,
                instrument.tickSize().toPlainString());
        if (ticks <= 0) {
            throw new Broken("/price", TradingProblem.PRICE_NOT_POSITIVE);
        }
        return ticks;
    }

    private static long readQuantity(Instrument instrument, String text) throws Broken {
        long lots = exact(
                "/quantity",
                instrument.parseQuantity(text),
                instrument.base().scale(),
                instrument.formatQuantity(instrument.boardLotLots()));
        if (lots <= 0) {
            throw new Broken("/quantity", TradingProblem.QUANTITY_NOT_POSITIVE);
        }
        return lots;
    }

    private static long exact(String pointer, Parsed parsed, int decimalsMax, String step) throws Broken {
        if (parsed instanceof Parsed.Exact exact) {
            return exact.value();
        }
        Parsed.Reason reason = ((Parsed.Refused) parsed).reason();
        throw new Broken(
                pointer, TradingProblem.of(reason), reason == Parsed.Reason.TOO_MANY_DECIMALS ? decimalsMax : step);
    }

    private static String present(String pointer, @Nullable String text) throws Broken {
        if (text == null || text.isBlank()) {
            throw new Broken(pointer, EdgeProblem.VALUE_MISSING);
        }
        return text;
    }

    private static <E extends Enum<E>> E choice(String pointer, Class<E> type, @Nullable String text) throws Broken {
        String name = present(pointer, text).toUpperCase(Locale.ROOT);
        return Optional.of(name)
                .filter(given -> !given.equals("NONE"))
                .flatMap(given -> find(type, given))
                .orElseThrow(() -> new Broken(pointer, EdgeProblem.VALUE_MALFORMED));
    }

    private static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** Carries the first broken rule out of the nested checks; it never leaves this class. */
    private static final class Broken extends Exception {
        private final transient FieldProblem field;

        Broken(String pointer, ProblemCode code, Object... arguments) {
            super(code.name(), null, false, false);
            this.field = FieldProblem.of(pointer, code, arguments);
        }
    }
}
