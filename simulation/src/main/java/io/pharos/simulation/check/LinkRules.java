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
        boolean isKnown = c.side() != Side.NONE
                && c.otherSide() != Side.NONE
                && c.orderType() != OrderType.NONE
                && c.otherOrderType() != OrderType.NONE
                && c.timeInForce() != TimeInForce.NONE;
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
            boolean mayNot = !state.risk.maySend(2, c.accountId(), c.instrumentId(), state.timeNanos);
            return state.risk.isUncertain ? Verdict.UNKNOWN : Verdict.brokenIf(mayNot);
        }
        Verdict other = alone.apply(RefLinks.other(c), rule);
        Verdict first = alone.apply(RefLinks.first(c), rule);
        if (other == Verdict.BROKEN || first == Verdict.BROKEN) {
            return Verdict.BROKEN;
        }
        return other == Verdict.KEPT && first == Verdict.KEPT ? Verdict.KEPT : Verdict.UNKNOWN;
    }

    private boolean hasRoomForTwo(CoreCommand.PlaceOco c, RefInstrument of) {
        return state.orders(0).size() + state.reservedOrders() + 2 <= state.limits.openOrders()
                && state.orders(c.accountId()).size() + 2 <= state.limits.accountOpenOrders()
                && risk.hasRoom(c.accountId(), of, 2);
    }

    /** Both stay, and neither would end the other at once, by the table of {@code docs/concepts/orders.md}. */
    private static boolean canBeLinked(CoreCommand.PlaceOco c) {
        boolean stays = switch (c.timeInForce()) {
            case GTC, DAY, GTD -> true;
            default -> false;
        };
        boolean firstWaits = c.orderType().isConditional();
        boolean otherWaits = c.otherOrderType().isConditional();
        boolean areKinds = (firstWaits || c.orderType() == OrderType.LIMIT)
                && (otherWaits || c.otherOrderType() == OrderType.LIMIT);
        if (!stays || !areKinds) {
            return false;
        }
        long first = firstWaits ? c.triggerPriceTicks() : c.priceTicks();
        long other = otherWaits ? c.otherTriggerPriceTicks() : c.otherPriceTicks();
        boolean startsAtDistance = (firstWaits && first == 0) || (otherWaits && other == 0);
        if (c.side() == c.otherSide()) {
            if (firstWaits == otherWaits) {
                return firstWaits;
            }
            long limit = firstWaits ? other : first;
            long trigger = firstWaits ? first : other;
            return startsAtDistance || (c.side() == Side.BUY ? trigger > limit : trigger < limit);
        }
        long buy = c.side() == Side.BUY ? first : other;
        long sell = c.side() == Side.BUY ? other : first;
        return startsAtDistance || firstWaits != otherWaits || (firstWaits ? buy > sell : buy < sell);
    }

    /** How many messages a pair was: the first order is looked at only where the other was not refused. */
    int messages(CoreCommand.PlaceOco c, Outcome outcome) {
        switch (outcome) {
            case MALFORMED, LINK_INVALID, ACCOUNT_NOT_FOUND, INSTRUMENT_NOT_FOUND -> {
                return 0;
            }
            case MESSAGE_RATE_EXCEEDED -> {
                return state.risk.maySend(1, c.accountId(), c.instrumentId(), state.timeNanos) ? 1 : 0;
            }
            case ACCEPTED -> {
                return 2;
            }
            default -> {}
        }
        Verdict other = alone.apply(RefLinks.other(c), outcome);
        if (other != Verdict.UNKNOWN) {
            return other == Verdict.BROKEN ? 1 : 2;
        }
        boolean otherWaits = c.otherOrderType().isConditional();
        return switch (outcome) {
            case PRICE_OUTSIDE_COLLAR,
                    CONCENTRATION_LIMIT,
                    INSUFFICIENT_FUNDS,
                    INSUFFICIENT_HOLDINGS,
                    BALANCE_OVERFLOW,
                    PROCEEDS_UNSETTLED -> {
                state.risk.isUncertain |= !otherWaits;
                yield 2;
            }
            case NOTIONAL_OVERFLOW -> {
                state.risk.isUncertain |= !(otherWaits && c.otherPriceTicks() == 0);
                yield otherWaits && c.otherPriceTicks() == 0 ? 2 : 1;
            }
            case TIME_IN_FORCE_NOT_ALLOWED, ORDER_QUANTITY_LIMIT, QUANTITY_TOO_LARGE -> 1;
            default -> {
                state.risk.isUncertain = true;
                yield 1;
            }
        };
    }
}
