package io.pharos.platform.trading.venue;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.instrument.Parsed;
import io.pharos.protocol.Side;
import io.pharos.protocol.VenueReportKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import quickfix.FieldNotFound;
import quickfix.IncorrectTagValue;
import quickfix.Message;
import quickfix.field.ClOrdID;
import quickfix.field.CumQty;
import quickfix.field.CxlRejReason;
import quickfix.field.ExecID;
import quickfix.field.ExecRefID;
import quickfix.field.ExecType;
import quickfix.field.LastPx;
import quickfix.field.LastQty;
import quickfix.field.MsgSeqNum;
import quickfix.field.MsgType;
import quickfix.field.OrdRejReason;
import quickfix.field.OrdStatus;
import quickfix.field.OrderQty;
import quickfix.field.Price;
import quickfix.field.SendingTime;
import quickfix.field.Symbol;

/** Turns ExecutionReport (35=8) and OrderCancelReject (35=9) into reports of the core, in its units. */
final class FixReports {
    private static final int NO_REASON = 0;

    private final InstrumentDirectory directory;
    private final int venueId;

    FixReports(InstrumentDirectory directory, int venueId) {
        this.directory = directory;
        this.venueId = venueId;
    }

    /**
     * The report of a message; empty for one that tells nothing final, such as pending states.
     *
     * @throws IncorrectTagValue where a value cannot be, so that the session rejects the message
     */
    Optional<CoreCommand.VenueReport> of(Message message) throws FieldNotFound, IncorrectTagValue {
        String type = message.getHeader().getString(MsgType.FIELD);
        if (type.equals(MsgType.ORDER_CANCEL_REJECT)) {
            return cancelReject(message);
        }
        return type.equals(MsgType.EXECUTION_REPORT) ? execution(message) : Optional.empty();
    }

    private Optional<CoreCommand.VenueReport> execution(Message message) throws FieldNotFound, IncorrectTagValue {
        VenueReportKind kind = kind(message);
        if (kind == VenueReportKind.NONE) {
            return Optional.empty();
        }
        Instrument instrument = directory
                .bySymbol(message.getString(Symbol.FIELD))
                .orElseThrow(() -> new IncorrectTagValue(Symbol.FIELD));
        boolean asked = message.getChar(ExecType.FIELD) == ExecType.ORDER_STATUS;
        boolean isTrade = kind == VenueReportKind.FILL || kind == VenueReportKind.CORRECT;
        boolean isReplaced = kind == VenueReportKind.REPLACED;
        boolean refers = kind == VenueReportKind.CORRECT || kind == VenueReportKind.BUST;
        ClOrdId id = ClOrdId.parse(optional(message, ClOrdID.FIELD)).orElse(new ClOrdId(0, 0));
        return Optional.of(new CoreCommand.VenueReport(
                asked ? askedId(message) : hash(message.getString(ExecID.FIELD)),
                refers ? hash(message.getString(ExecRefID.FIELD)) : 0,
                id.orderId(),
                isTrade
                        ? lots(instrument, message, LastQty.FIELD)
                        : isReplaced ? lots(instrument, message, OrderQty.FIELD) : 0,
                isTrade
                        ? ticks(instrument, message, LastPx.FIELD)
                        : isReplaced ? ticks(instrument, message, Price.FIELD) : 0,
                message.isSetField(CumQty.FIELD) ? lots(instrument, message, CumQty.FIELD) : 0,
                instrument.instrumentId(),
                venueId,
                id.requestNumber(),
                message.isSetField(OrdRejReason.FIELD) ? message.getInt(OrdRejReason.FIELD) : NO_REASON,
                kind,
                side(message)));
    }

    private Optional<CoreCommand.VenueReport> cancelReject(Message message) throws FieldNotFound {
        ClOrdId id = ClOrdId.parse(message.getString(ClOrdID.FIELD)).orElse(new ClOrdId(0, 0));
        // The message names no instrument: the sender knows the order.
        return Optional.of(new CoreCommand.VenueReport(
                askedId(message),
                0,
                id.orderId(),
                0,
                0,
                0,
                0,
                venueId,
                id.requestNumber(),
                message.isSetField(CxlRejReason.FIELD) ? message.getInt(CxlRejReason.FIELD) : NO_REASON,
                VenueReportKind.CANCEL_REJECTED,
                Side.NONE));
    }

    private static VenueReportKind kind(Message message) throws FieldNotFound {
        return switch (message.getChar(ExecType.FIELD)) {
            case ExecType.NEW -> VenueReportKind.NEW;
            case ExecType.TRADE -> VenueReportKind.FILL;
            case ExecType.TRADE_CORRECT -> VenueReportKind.CORRECT;
            case ExecType.TRADE_CANCEL -> VenueReportKind.BUST;
            case ExecType.CANCELED -> VenueReportKind.CANCELLED;
            case ExecType.REPLACED -> VenueReportKind.REPLACED;
            case ExecType.EXPIRED, ExecType.DONE_FOR_DAY -> VenueReportKind.EXPIRED;
            // A repeated order was refused because the venue has it: what became of it is asked.
            case ExecType.REJECTED ->
                isReason(message, OrdRejReason.DUPLICATE_ORDER) ? VenueReportKind.NONE : VenueReportKind.REJECTED;
            case ExecType.ORDER_STATUS -> status(message);
            default -> VenueReportKind.NONE;
        };
    }

    private static VenueReportKind status(Message message) throws FieldNotFound {
        return switch (message.getChar(OrdStatus.FIELD)) {
            case OrdStatus.NEW, OrdStatus.PARTIALLY_FILLED -> VenueReportKind.STATUS;
            case OrdStatus.FILLED -> VenueReportKind.FILLED;
            case OrdStatus.CANCELED -> VenueReportKind.CANCELLED;
            case OrdStatus.EXPIRED, OrdStatus.DONE_FOR_DAY -> VenueReportKind.EXPIRED;
            case OrdStatus.REJECTED ->
                isReason(message, OrdRejReason.UNKNOWN_ORDER)
                        ? VenueReportKind.UNKNOWN_ORDER
                        : VenueReportKind.REJECTED;
            default -> VenueReportKind.NONE;
        };
    }

    private static boolean isReason(Message message, int reason) throws FieldNotFound {
        return message.isSetField(OrdRejReason.FIELD) && message.getInt(OrdRejReason.FIELD) == reason;
    }

    private static Side side(Message message) throws FieldNotFound, IncorrectTagValue {
        return switch (message.getChar(quickfix.field.Side.FIELD)) {
            case quickfix.field.Side.BUY -> Side.BUY;
            case quickfix.field.Side.SELL -> Side.SELL;
            default -> throw new IncorrectTagValue(quickfix.field.Side.FIELD);
        };
    }

    private static long lots(Instrument instrument, Message message, int tag) throws FieldNotFound, IncorrectTagValue {
        return exact(instrument.parseQuantity(message.getString(tag)), tag);
    }

    private static long ticks(Instrument instrument, Message message, int tag) throws FieldNotFound, IncorrectTagValue {
        return exact(instrument.parsePrice(message.getString(tag)), tag);
    }

    private static long exact(Parsed parsed, int tag) throws IncorrectTagValue {
        if (parsed instanceof Parsed.Exact number && number.value() >= 0) {
            return number.value();
        }
        throw new IncorrectTagValue(tag);
    }

    private static String optional(Message message, int tag) throws FieldNotFound {
        return message.isSetField(tag) ? message.getString(tag) : "";
    }

    /** An answer has no execution id of its own: the message is its id. */
    private static long askedId(Message message) throws FieldNotFound {
        return hash("message " + message.getHeader().getString(MsgSeqNum.FIELD) + " at "
                + message.getHeader().getString(SendingTime.FIELD) + " of " + optional(message, ClOrdID.FIELD));
    }

    /** The first 64 bits of the SHA-256 of an id, and never 0; the core compares the report's body, too. */
    static long hash(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            long hash = ByteBuffer.wrap(digest).getLong();
            return hash == 0 ? 1 : hash;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
