package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.LimitKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.RiskScope;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import io.pharos.simulation.check.Rules.Verdict;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The rules of limits and kill switches, judged from outside. */
final class RiskRules {
    private static final long SURELY_ALLOWED = 999_999;

    private final RefState state;

    RiskRules(RefState state) {
        this.state = state;
    }

    Verdict setLimit(CoreCommand.SetLimit c, Outcome rule) {
        return switch (rule) {
            case MALFORMED -> Verdict.brokenIf(c.scope() == RiskScope.NONE || c.limitKind() == LimitKind.NONE);
            case SCOPE_INVALID -> Verdict.brokenIf(c.scope() == RiskScope.FIRM && c.subjectId() != 0);
            case LIMIT_VALUE_INVALID -> {
                boolean isTooLarge = c.value() > 1_000_000
                        && (c.limitKind() == LimitKind.PRICE_COLLAR || c.limitKind() == LimitKind.MESSAGE_RATE);
                if (c.value() < -1 || isTooLarge) {
                    yield Verdict.BROKEN;
                }
                yield c.value() <= SURELY_ALLOWED ? Verdict.KEPT : Verdict.UNKNOWN;
            }
            default -> subject(c.scope(), c.subjectId(), rule);
        };
    }

    Verdict setKillSwitch(CoreCommand.SetKillSwitch c, Outcome rule) {
        return switch (rule) {
            case MALFORMED -> Verdict.brokenIf(c.scope() == RiskScope.NONE);
            case SCOPE_INVALID -> Verdict.brokenIf((c.scope() == RiskScope.FIRM) != (c.subjectId() == 0));
            case CANCELS_PENDING -> {
                boolean releases = !c.engaged() && state.risk.isEngaged(c.scope(), c.subjectId());
                yield Verdict.brokenIf(
                        releases && !state.orders(c.scope(), c.subjectId()).isEmpty());
            }
            default -> subject(c.scope(), c.subjectId(), rule);
        };
    }

    private Verdict subject(RiskScope scope, long subjectId, Outcome rule) {
        return switch (rule) {
            case ACCOUNT_NOT_FOUND ->
                Verdict.brokenIf(
                        scope == RiskScope.ACCOUNT && subjectId != 0 && !state.accounts.containsKey(subjectId));
            case INSTRUMENT_NOT_FOUND ->
                Verdict.brokenIf(scope == RiskScope.INSTRUMENT
                        && subjectId != 0
                        && state.instruments.keySet().stream().noneMatch(id -> id == subjectId));
            default -> Verdict.UNKNOWN;
        };
    }

    /** A change of phase while orders of the instrument are being cancelled. */
    Verdict pending(RefInstrument of) {
        if (!state.isBlocked(of) || !state.isSweeping()) {
            return Verdict.KEPT;
        }
        return of.orders.isEmpty() ? Verdict.UNKNOWN : Verdict.BROKEN;
    }

    /** Whether an order or a change of it may come at all. */
    Verdict entry(long accountId, RefInstrument of, Outcome rule) {
        int instrumentId = of.terms.instrumentId();
        return switch (rule) {
            case MESSAGE_RATE_EXCEEDED ->
                state.risk.isUncertain
                        ? Verdict.UNKNOWN
                        : Verdict.brokenIf(!state.risk.maySend(1, accountId, instrumentId, state.timeNanos));
            case INSTRUMENT_DELISTED -> Verdict.brokenIf(of.restriction == rule);
            case INSTRUMENT_IN_ACTION ->
                Verdict.brokenIf(of.restriction == rule
                        || (of.restriction == Outcome.ACCEPTED
                                && (state.isFrozen(of.terms.baseAssetId())
                                        || state.isFrozen(of.terms.quoteAssetId()))));
            case FIRM_BLOCKED -> Verdict.brokenIf(state.risk.isEngaged(RiskScope.FIRM, 0));
            case ACCOUNT_BLOCKED -> Verdict.brokenIf(state.risk.isEngaged(RiskScope.ACCOUNT, accountId));
            case INSTRUMENT_BLOCKED -> Verdict.brokenIf(state.risk.isEngaged(RiskScope.INSTRUMENT, instrumentId));
            default -> Verdict.UNKNOWN;
        };
    }

    /** Whether so many more orders are within the limit of their number. */
    boolean hasRoom(long accountId, RefInstrument of, int more) {
        for (RefRisk.Over over : state.risk.bearers(accountId, of.terms.instrumentId())) {
            long bound = state.risk.bound(over, LimitKind.OPEN_ORDERS);
            if (bound != 0 && state.orders(over.scope(), over.subjectId()).size() + more > bound) {
                return false;
            }
        }
        return true;
    }

    Verdict place(CoreCommand.PlaceOrder c, RefInstrument of, Outcome rule) {
        RefOrder order = new RefOrder(0, c, of);
        boolean waits = c.orderType().isConditional();
        return switch (rule) {
            case ORDER_QUANTITY_LIMIT -> tooMany(c.quantityLots(), c.accountId(), of);
            case PRICE_OUTSIDE_COLLAR ->
                Verdict.brokenIf(c.orderType() == OrderType.LIMIT && isOutsideCollar(order, order.price));
            case ORDER_NOTIONAL_LIMIT -> tooDear(worth(order, c), c.accountId(), of);
            case CONCENTRATION_LIMIT ->
                waits || !order.buys()
                        ? Verdict.KEPT
                        : concentration(
                                order,
                                worth(order, c),
                                worst(order, c.conditions().reprice()),
                                null);
            default -> Verdict.UNKNOWN;
        };
    }

    Verdict replace(CoreCommand.ReplaceOrder c, RefOrder order, Outcome rule) {
        RefInstrument of = order.of;
        boolean hasTrigger = c.triggerPriceTicks() != 0 && c.triggerPriceTicks() != order.trigger;
        boolean onlySmaller = c.priceTicks() == order.bound() && c.quantityLots() <= order.quantity && !hasTrigger;
        if (onlySmaller || c.quantityLots() <= order.filled) {
            return onlySmaller && isLimit(rule) ? Verdict.KEPT : entry(order.accountId, of, rule);
        }
        long trigger = hasTrigger ? c.triggerPriceTicks() : order.trigger;
        return switch (rule) {
            case ORDER_QUANTITY_LIMIT -> tooMany(c.quantityLots(), order.accountId, of);
            case PRICE_OUTSIDE_COLLAR ->
                Verdict.brokenIf(!order.waits && !order.isPegged() && isOutsideCollar(order, c.priceTicks()));
            case ORDER_NOTIONAL_LIMIT -> {
                long price = order.waits && c.priceTicks() == 0 ? trigger : c.priceTicks();
                yield tooDear(of.notional(price, c.quantityLots()), order.accountId, of);
            }
            case CONCENTRATION_LIMIT -> {
                long left = c.quantityLots() - order.filled;
                if (order.waits || !order.buys() || order.need(c.priceTicks(), left) <= order.hold) {
                    yield Verdict.KEPT;
                }
                yield concentration(order, of.notional(c.priceTicks(), left), c.priceTicks(), order);
            }
            default -> entry(order.accountId, of, rule);
        };
    }

    private static boolean isLimit(Outcome rule) {
        return switch (rule) {
            case ORDER_QUANTITY_LIMIT, PRICE_OUTSIDE_COLLAR, ORDER_NOTIONAL_LIMIT, CONCENTRATION_LIMIT -> true;
            default -> false;
        };
    }

    /** Judges what became of an order that was set off, as it stands before. */
    void judgeSetOff(RefOrder order, OrderType becomes, Outcome outcome) {
        boolean isLimit = becomes == OrderType.LIMIT;
        for (Outcome rule :
                new Outcome[] {Outcome.ORDER_QUANTITY_LIMIT, Outcome.PRICE_OUTSIDE_COLLAR, Outcome.ORDER_NOTIONAL_LIMIT
                }) {
            Verdict verdict = switch (rule) {
                case ORDER_QUANTITY_LIMIT -> tooMany(order.quantity, order.accountId, order.of);
                case PRICE_OUTSIDE_COLLAR -> Verdict.brokenIf(isLimit && isOutsideCollar(order, order.price));
                default ->
                    tooDear(
                            isLimit ? order.of.notional(order.price, order.quantity) : taking(order, false),
                            order.accountId,
                            order.of);
            };
            if (outcome == Outcome.ACCEPTED ? verdict == Verdict.BROKEN : outcome == rule && verdict == Verdict.KEPT) {
                throw new Violation("rules", "set off as " + outcome + ", but of " + rule + ": " + order);
            }
        }
    }

    /** Counts a command as the messages that it is; called before it is carried out. */
    void count(CoreCommand command, Outcome outcome, LinkRules links) {
        switch (command) {
            case CoreCommand.PlaceOrder c -> {
                if (!comesBeforeRate(outcome)) {
                    state.risk.sent(c.accountId(), c.instrumentId(), state.timeNanos);
                }
            }
            case CoreCommand.ReplaceOrder c -> {
                RefOrder order = state.order(c.orderId());
                if (order != null && !comesBeforeRate(outcome)) {
                    state.risk.sent(order.accountId, order.of.terms.instrumentId(), state.timeNanos);
                }
            }
            case CoreCommand.CancelOrder c -> {
                RefOrder order = state.order(c.orderId());
                if (order != null && outcome == Outcome.ACCEPTED) {
                    state.risk.sent(order.accountId, order.of.terms.instrumentId(), state.timeNanos);
                }
            }
            case CoreCommand.MassCancel c -> {
                if (outcome == Outcome.ACCEPTED) {
                    state.risk.sent(c.accountId(), c.instrumentId(), state.timeNanos);
                }
            }
            case CoreCommand.PlaceBracket c -> {
                if (isMessage(c, outcome)) {
                    state.risk.sent(c.accountId(), c.instrumentId(), state.timeNanos);
                }
            }
            case CoreCommand.PlaceOco c -> {
                for (int i = links.messages(c, outcome); i > 0; i--) {
                    state.risk.sent(c.accountId(), c.instrumentId(), state.timeNanos);
                }
            }
            default -> {}
        }
    }

    /** Whether the entry of a bracket was looked at: its exits are before it. */
    private boolean isMessage(CoreCommand.PlaceBracket c, Outcome outcome) {
        RefInstrument of = state.instruments.get(c.instrumentId());
        if (of == null) {
            return false;
        }
        boolean areExitsRefused = switch (outcome) {
            case BRACKET_INVALID, EXIT_NOT_SELLABLE -> true;
            case PRICE_OUTSIDE_BAND ->
                of.outside(c.takeProfitTicks()) || (c.stopPriceTicks() > 0 && of.outside(c.stopPriceTicks()));
            case NOTIONAL_OVERFLOW ->
                c.quantityLots() > 0
                        && of.notional(c.takeProfitTicks(), c.quantityLots()).bitLength() > 62;
            default -> false;
        };
        return !areExitsRefused && !comesBeforeRate(outcome);
    }

    private static boolean comesBeforeRate(Outcome outcome) {
        return switch (outcome) {
            case MALFORMED, ACCOUNT_NOT_FOUND, INSTRUMENT_NOT_FOUND, ORDER_NOT_FOUND, MESSAGE_RATE_EXCEEDED -> true;
            default -> false;
        };
    }

    private Verdict tooMany(long lots, long accountId, RefInstrument of) {
        long limit = state.risk.strictest(LimitKind.ORDER_QUANTITY, accountId, of);
        return Verdict.brokenIf(limit != 0 && lots > limit);
    }

    private Verdict tooDear(@Nullable BigInteger worth, long accountId, RefInstrument of) {
        long limit = state.risk.strictest(LimitKind.ORDER_NOTIONAL, accountId, of);
        if (limit == 0) {
            return Verdict.KEPT;
        }
        return worth == null ? Verdict.UNKNOWN : Verdict.brokenIf(worth.compareTo(BigInteger.valueOf(limit)) > 0);
    }

    private boolean isOutsideCollar(RefOrder order, long price) {
        return state.risk.collared(order.accountId, order.of, order.side, price) != price;
    }

    /** What an order that comes is worth; null where that is not told here. */
    private @Nullable BigInteger worth(RefOrder order, CoreCommand.PlaceOrder c) {
        if (c.orderType() == OrderType.MARKET && !order.isForAuction()) {
            return taking(order, c.timeInForce() == TimeInForce.FOK);
        }
        long price = worst(order, c.conditions().reprice());
        if (c.orderType().isConditional()) {
            long given = c.conditions().triggerPriceTicks();
            long trigger = given > 0 ? given : RefMatching.trailed(order, order.of.lastPrice);
            price = order.price > 0 ? order.price : trigger;
        }
        return price <= 0 ? null : order.of.notional(price, order.quantity);
    }

    /** The price that the worth of an order counts at; 0 where that is not told here. */
    private long worst(RefOrder order, boolean reprices) {
        RefInstrument of = order.of;
        return switch (order.type) {
            case LIMIT -> reprices ? 0 : order.price;
            case PEGGED -> order.limit;
            case MARKET_TO_LIMIT -> of.best(RefInstrument.opposite(order.side));
            case MARKET -> {
                long anchor = order.isForAuction() ? of.mark() : of.best(RefInstrument.opposite(order.side));
                yield state.risk.collared(order.accountId, of, order.side, order.protection(anchor));
            }
            default -> 0;
        };
    }

    private BigInteger taking(RefOrder order, boolean isWhole) {
        RefInstrument of = order.of;
        long best = of.best(RefInstrument.opposite(order.side));
        long limit = state.risk.collared(order.accountId, of, order.side, order.protection(best));
        long except = order.prevention == SelfTradePrevention.NONE ? 0 : order.accountId;
        return of.costOfTaking(order.side, isWhole ? of.reach(order.side, limit) : limit, order.quantity, except);
    }

    /** What the account would have of the asset: its holdings, its resting buys, and the order. */
    private Verdict concentration(
            RefOrder order, @Nullable BigInteger worth, long priceTicks, @Nullable RefOrder changed) {
        RefInstrument of = order.of;
        long limit = state.risk.strictest(LimitKind.CONCENTRATION, order.accountId, of);
        if (limit == 0 || state.isHouse(order.accountId)) {
            return Verdict.KEPT;
        }
        if (worth == null || priceTicks <= 0) {
            return Verdict.UNKNOWN;
        }
        int base = of.terms.baseAssetId();
        BigInteger pieces = BigInteger.valueOf(state.ledger.available(order.accountId, base))
                .add(BigInteger.valueOf(state.ledger.held(order.accountId, base)))
                .add(BigInteger.valueOf(state.ledger.unsettledIn(order.accountId, base)));
        BigInteger total = worth;
        for (RefOrder open : state.orders(order.accountId)) {
            if (open == changed || open.waits || open.side != Side.BUY || open.of.terms.baseAssetId() != base) {
                continue;
            }
            if (open.of == of) {
                total = total.add(of.notional(open.price, open.remaining()));
            } else {
                BigInteger lot = BigInteger.valueOf(open.of.terms.lotMinor());
                pieces = pieces.add(lot.multiply(BigInteger.valueOf(open.remaining())));
            }
        }
        long mark = of.mark() > 0 ? of.mark() : priceTicks;
        BigInteger lots = pieces.divide(BigInteger.valueOf(of.terms.lotMinor()));
        total = total.add(of.notional(mark, 1).multiply(lots));
        return Verdict.brokenIf(total.compareTo(BigInteger.valueOf(limit)) > 0);
    }
}
