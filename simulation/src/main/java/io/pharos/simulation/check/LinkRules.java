package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import io.pharos.simulation.check.Rules.Verdict;
import java.util.function.BiFunction;

/** The rules of linked orders: those of both, the stop first. */
final class LinkRules {
    private final RefState state;
    private final RiskRules risk;
    private final BiFunction<CoreCommand.PlaceOrder, Outcome, Verdict> alone;

    /**
     * @param alone judges one order as if it came alone
     */
    LinkRules(RefState state, RiskRules risk, BiFunction<CoreCommand.PlaceOrder, Outcome, Verdict> alone) {
        this.state = state;
        this.risk = risk;
        this.alone = alone;
    }

    Verdict place(CoreCommand.PlaceOco c, Outcome rule) {
        boolean isKnown =
                c.side() != Side.NONE && c.otherOrderType() != OrderType.NONE && c.timeInForce() != TimeInForce.NONE;
        if (rule == Outcome.MALFORMED) {
            return Verdict.brokenIf(!isKnown);
        }
        if (rule == Outcome.LINK_INVALID) {
            return isKnown ? Verdict.brokenIf(!canBeLinked(c)) : Verdict.UNKNOWN;
        }
        if (!isKnown || !canBeLinked(c)) {
            return Verdict.UNKNOWN;
        }
        RefInstrument of = state.instruments.get(c.instrumentId());
        if (rule == Outcome.OPEN_ORDERS_LIMIT && of != null) {
            return Verdict.brokenIf(!hasRoomForTwo(c, of));
        }
        if (rule == Outcome.MESSAGE_RATE_EXCEEDED && of != null) {
            return Verdict.brokenIf(!state.risk.maySend(2, c.accountId(), c.instrumentId(), state.timeNanos));
        }
        Verdict stop = alone.apply(RefLinks.stop(c), rule);
        Verdict limit = alone.apply(RefLinks.limit(c), rule);
        if (stop == Verdict.BROKEN || limit == Verdict.BROKEN) {
            return Verdict.BROKEN;
        }
        return stop == Verdict.KEPT && limit == Verdict.KEPT ? Verdict.KEPT : Verdict.UNKNOWN;
    }

    private boolean hasRoomForTwo(CoreCommand.PlaceOco c, RefInstrument of) {
        return state.orders(0).size() + 2 <= state.limits.openOrders()
                && state.orders(c.accountId()).size() + 2 <= state.limits.accountOpenOrders()
                && risk.hasRoom(c.accountId(), of, 2);
    }

    /** A buy's stop waits above its limit, a sell's below; both stay. */
    private static boolean canBeLinked(CoreCommand.PlaceOco c) {
        boolean stays = switch (c.timeInForce()) {
            case GTC, DAY, GTD -> true;
            default -> false;
        };
        long above = c.side() == Side.BUY
                ? Long.compare(c.otherTriggerPriceTicks(), c.priceTicks())
                : Long.compare(c.priceTicks(), c.otherTriggerPriceTicks());
        return stays && c.otherOrderType().isConditional() && (c.otherTriggerPriceTicks() == 0 || above > 0);
    }

    /** How many messages a pair was: the limit order is looked at only where the stop was not refused. */
    int messages(CoreCommand.PlaceOco c, Outcome outcome) {
        return switch (outcome) {
            case MALFORMED, LINK_INVALID, ACCOUNT_NOT_FOUND, INSTRUMENT_NOT_FOUND -> 0;
            case MESSAGE_RATE_EXCEEDED ->
                state.risk.maySend(1, c.accountId(), c.instrumentId(), state.timeNanos) ? 1 : 0;
            case ACCEPTED,
                    PRICE_OUTSIDE_COLLAR,
                    CONCENTRATION_LIMIT,
                    INSUFFICIENT_FUNDS,
                    INSUFFICIENT_HOLDINGS,
                    BALANCE_OVERFLOW,
                    PROCEEDS_UNSETTLED -> 2;
            case NOTIONAL_OVERFLOW -> c.otherPriceTicks() == 0 ? 2 : 1;
            case PRICE_NOT_POSITIVE, PRICE_TOO_LARGE, PRICE_OUTSIDE_BAND, OPEN_ORDERS_LIMIT, ORDER_NOTIONAL_LIMIT ->
                alone.apply(RefLinks.stop(c), outcome) == Verdict.BROKEN ? 1 : 2;
            default -> 1;
        };
    }
}
