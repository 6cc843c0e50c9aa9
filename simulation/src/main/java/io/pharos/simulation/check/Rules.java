package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Phase;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.math.BigInteger;

/**
 * The rules of {@code docs/reference/outcomes.md}, as far as they can be judged from outside: a command that breaks one is
 * not accepted, and one that is refused for it breaks it.
 */
final class Rules {
    /** What can be said of a rule. */
    enum Verdict {
        KEPT,
        BROKEN,
        UNKNOWN;

        static Verdict brokenIf(boolean broken) {
            return broken ? BROKEN : KEPT;
        }
    }

    private final RefState state;
    private final RiskRules risk;
    private final SessionRules sessions;
    private final FeeRules fees;
    private final LinkRules links;
    private final ServicingRules servicing;
    private final RefDays days;

    Rules(RefState state, RefDays days) {
        this.state = state;
        this.days = days;
        servicing = new ServicingRules(state);
        risk = new RiskRules(state);
        sessions = new SessionRules(state);
        fees = new FeeRules(state);
        links = new LinkRules(state, risk, this::place);
    }

    /** Judges the outcome of a command before it is carried out, and counts the messages that it is. */
    void judge(CoreCommand command, Outcome outcome) {
        judgeAlone(command, outcome);
        risk.count(command, outcome, links);
    }

    private void judgeAlone(CoreCommand command, Outcome outcome) {
        if (outcome != Outcome.ACCEPTED) {
            if (verdict(command, outcome) == Verdict.KEPT) {
                throw new Violation("rules", "refused as " + outcome + ", which it is not: " + command);
            }
            return;
        }
        for (Outcome rule : Outcome.values()) {
            if (verdict(command, rule) == Verdict.BROKEN) {
                throw new Violation("rules", "accepted though " + rule + ": " + command);
            }
        }
    }

    private Verdict verdict(CoreCommand command, Outcome rule) {
        return switch (command) {
            case CoreCommand.Transfer c -> transfer(c, rule);
            case CoreCommand.Hold c -> hold(c, rule);
            case CoreCommand.CaptureHold c -> capture(c, rule);
            case CoreCommand.ReleaseHold c ->
                rule == Outcome.HOLD_NOT_FOUND
                        ? Verdict.brokenIf(!state.holds.containsKey(c.holdId()))
                        : Verdict.UNKNOWN;
            case CoreCommand.PlaceOrder c -> place(c, rule);
            case CoreCommand.PlaceOco c -> links.place(c, rule);
            case CoreCommand.PlaceBracket c -> bracket(c, rule);
            case CoreCommand.ReplaceOrder c -> replace(c, rule);
            case CoreCommand.CancelOrder c -> cancel(c, rule);
            case CoreCommand.ChangePhase c -> phase(c.instrumentId(), c.phase(), rule);
            case CoreCommand.ReverseTransfer c -> reverse(c, rule);
            case CoreCommand.MassCancel c ->
                rule == Outcome.ACCOUNT_NOT_FOUND ? noAccount(c.accountId()) : Verdict.UNKNOWN;
            case CoreCommand.RegisterAccount c ->
                rule == Outcome.ACCOUNTS_LIMIT
                        ? Verdict.brokenIf(!state.accounts.containsKey(c.accountId())
                                && state.accounts.size() >= state.limits.accounts())
                        : Verdict.UNKNOWN;
            case CoreCommand.LinkedTransfers c ->
                rule == Outcome.ASSET_FROZEN
                        ? Verdict.brokenIf(c.legs().stream().anyMatch(leg -> state.isFrozen(leg.assetId())))
                        : Verdict.UNKNOWN;
            case CoreCommand.AnnounceCorporateAction c -> servicing.announce(c, rule);
            case CoreCommand.WithdrawCorporateAction c -> servicing.withdraw(c, rule);
            case CoreCommand.ExerciseRights c -> servicing.exercise(c, rule);
            case CoreCommand.SetInterestTerms c -> servicing.interest(c, rule);
            case CoreCommand.RunEndOfDay c -> servicing.run(c, days.runningDate(c.calendarId()), rule);
            case CoreCommand.BeginBusinessDay c -> servicing.beginDay(c, days.isBusy(c.calendarId()), rule);
            case CoreCommand.SetFeeSchedule c -> fees.set(c, rule);
            case CoreCommand.AssignFeeSchedule c -> fees.assign(c, rule);
            case CoreCommand.ScheduleSession c -> sessions.schedule(c, rule);
            case CoreCommand.SetMarketBreaker c -> sessions.breaker(c, rule);
            case CoreCommand.SetLimit c -> risk.setLimit(c, rule);
            case CoreCommand.SetKillSwitch c -> risk.setKillSwitch(c, rule);
            case CoreCommand.OpenInstrument c -> phase(c.instrumentId(), Phase.OPEN, rule);
            case CoreCommand.HaltInstrument c -> phase(c.instrumentId(), Phase.HALTED, rule);
            case CoreCommand.CloseInstrument c -> phase(c.instrumentId(), Phase.CLOSED, rule);
            default -> Verdict.UNKNOWN;
        };
    }

    private Verdict phase(int instrumentId, Phase to, Outcome rule) {
        RefInstrument of = state.instruments.get(instrumentId);
        return switch (rule) {
            case INSTRUMENT_NOT_FOUND -> Verdict.brokenIf(of == null);
            case CANCELS_PENDING -> of == null ? Verdict.UNKNOWN : risk.pending(of);
            case ALREADY_IN_PHASE -> of == null ? Verdict.UNKNOWN : Verdict.brokenIf(of.phase == to);
            default -> Verdict.UNKNOWN;
        };
    }

    private Verdict reverse(CoreCommand.ReverseTransfer c, Outcome rule) {
        CoreEvent.Posted posted = state.reversals.find(c.transferId());
        return switch (rule) {
            case TRANSFER_NOT_FOUND -> Verdict.brokenIf(posted == null);
            case NOT_FIRST_OF_LINK ->
                Verdict.brokenIf(posted != null && posted.linkId() != 0 && posted.linkId() != c.transferId());
            case ASSET_FROZEN ->
                Verdict.brokenIf(
                        state.reversals.legs(c.transferId()).stream().anyMatch(leg -> state.isFrozen(leg.assetId())));
            case ALREADY_REVERSED -> Verdict.brokenIf(state.reversals.isReversed(c.transferId()));
            default -> Verdict.UNKNOWN;
        };
    }

    private Verdict transfer(CoreCommand.Transfer c, Outcome rule) {
        return switch (rule) {
            case AMOUNT_NOT_POSITIVE -> Verdict.brokenIf(c.amountMinor() <= 0);
            case POSTING_CODE_UNKNOWN -> Verdict.brokenIf(c.code() == PostingCode.NONE);
            case SAME_ACCOUNT -> Verdict.brokenIf(c.debitAccountId() == c.creditAccountId());
            case ASSET_NOT_FOUND -> Verdict.brokenIf(!state.assets.containsKey(c.assetId()));
            case ACCOUNT_NOT_FOUND -> noAccount(c.debitAccountId());
            case CREDIT_ACCOUNT_NOT_FOUND -> noAccount(c.creditAccountId());
            case ASSET_FROZEN -> Verdict.brokenIf(state.isFrozen(c.assetId()));
            case NOTHING_TO_BALANCE -> Verdict.brokenIf(c.amountMinor() > 0 && state.transfers.amount(c) == 0);
            case INSUFFICIENT_FUNDS ->
                tooDear(c.debitAccountId(), c.assetId(), BigInteger.valueOf(state.transfers.amount(c)));
            default -> Verdict.UNKNOWN;
        };
    }

    private Verdict hold(CoreCommand.Hold c, Outcome rule) {
        return switch (rule) {
            case AMOUNT_NOT_POSITIVE -> Verdict.brokenIf(c.amountMinor() <= 0);
            case DEADLINE_PASSED -> Verdict.brokenIf(c.deadlineNanos() != 0 && c.deadlineNanos() <= state.timeNanos);
            case ASSET_NOT_FOUND -> Verdict.brokenIf(!state.assets.containsKey(c.assetId()));
            case ACCOUNT_NOT_FOUND -> noAccount(c.accountId());
            case ASSET_FROZEN -> Verdict.brokenIf(state.isFrozen(c.assetId()));
            case HOLDS_LIMIT -> Verdict.brokenIf(state.holds.size() >= state.limits.holds());
            case INSUFFICIENT_FUNDS -> tooDear(c.accountId(), c.assetId(), BigInteger.valueOf(c.amountMinor()));
            default -> Verdict.UNKNOWN;
        };
    }

    private Verdict capture(CoreCommand.CaptureHold c, Outcome rule) {
        RefState.RefHold hold = state.holds.get(c.holdId());
        return switch (rule) {
            case AMOUNT_NOT_POSITIVE -> Verdict.brokenIf(c.amountMinor() <= 0);
            case HOLD_NOT_FOUND -> Verdict.brokenIf(hold == null);
            case CREDIT_ACCOUNT_NOT_FOUND -> noAccount(c.creditAccountId());
            case SAME_ACCOUNT ->
                hold == null ? Verdict.UNKNOWN : Verdict.brokenIf(hold.accountId() == c.creditAccountId());
            case CAPTURE_EXCEEDS_HOLD ->
                hold == null ? Verdict.UNKNOWN : Verdict.brokenIf(c.amountMinor() > hold.amountMinor());
            default -> Verdict.UNKNOWN;
        };
    }

    private Verdict place(CoreCommand.PlaceOrder c, Outcome rule) {
        RefInstrument of = state.instruments.get(c.instrumentId());
        switch (rule) {
            case ACCOUNT_NOT_FOUND -> {
                return noAccount(c.accountId());
            }
            case INSTRUMENT_NOT_FOUND -> {
                return Verdict.brokenIf(of == null);
            }
            case MESSAGE_RATE_EXCEEDED,
                    INSTRUMENT_IN_ACTION,
                    INSTRUMENT_DELISTED,
                    FIRM_BLOCKED,
                    ACCOUNT_BLOCKED,
                    INSTRUMENT_BLOCKED -> {
                return of == null || !isValue(c) ? Verdict.UNKNOWN : risk.entry(c.accountId(), of, rule);
            }
            case EXPIRY_INVALID -> {
                boolean dated = c.timeInForce() == TimeInForce.GTD;
                long expires = c.conditions().expiresNanos();
                return Verdict.brokenIf(dated ? expires <= state.timeNanos : expires != 0);
            }
            case QUANTITY_NOT_POSITIVE -> {
                return Verdict.brokenIf(c.quantityLots() <= 0);
            }
            case PRICE_NOT_POSITIVE -> {
                boolean isPriced = c.orderType() == OrderType.LIMIT
                        || c.orderType() == OrderType.STOP_LIMIT
                        || c.orderType() == OrderType.PEGGED;
                return Verdict.brokenIf(c.priceTicks() < 0 || (isPriced && c.priceTicks() == 0));
            }
            case PRICE_TOO_LARGE -> {
                return Verdict.brokenIf(c.priceTicks() > RefInstrument.PRICE_MAX);
            }
            case PRICE_OUTSIDE_BAND -> {
                return of == null
                        ? Verdict.UNKNOWN
                        : Verdict.brokenIf(c.priceTicks() != 0 && of.outside(c.priceTicks()));
            }
            case PEG_INVALID -> {
                return Verdict.brokenIf(!isPeg(c));
            }
            case POST_ONLY_NOT_ALLOWED -> {
                boolean isForAuction = c.timeInForce() == TimeInForce.AT_OPEN || isAtClose(c);
                boolean mayBe =
                        c.orderType() == OrderType.LIMIT && !c.timeInForce().isImmediate() && !isForAuction;
                return Verdict.brokenIf(
                        (c.postOnly() && !mayBe) || (c.conditions().reprice() && !c.postOnly()));
            }
            default -> {}
        }
        if (of == null || c.quantityLots() <= 0 || !isValue(c)) {
            return Verdict.UNKNOWN;
        }
        return switch (rule) {
            case NOT_IN_THIS_PHASE -> inPhase(c, of);
            case INSTRUMENT_PENDING -> Verdict.brokenIf(of.phase == Phase.PENDING);
            case INSTRUMENT_HALTED -> Verdict.brokenIf(of.phase == Phase.HALTED);
            case INSTRUMENT_CLOSED -> Verdict.brokenIf(of.phase == Phase.CLOSED || of.phase == Phase.POST_CLOSE);
            case OFF_LOT ->
                c.side() == Side.BUY
                        ? Verdict.brokenIf(c.quantityLots() % of.terms.boardLotLots() != 0)
                        : Verdict.UNKNOWN;
            case OPEN_ORDERS_LIMIT -> room(c, of);
            case PEGGED_ORDERS_LIMIT ->
                Verdict.brokenIf(c.orderType() == OrderType.PEGGED && !RefPegs.hasRoom(of, state.limits));
            case NO_LIQUIDITY, CANNOT_FILL, MINIMUM_NOT_MET, WOULD_TAKE -> liquidity(c, of, rule);
            case INSUFFICIENT_FUNDS -> c.side() == Side.BUY ? means(c, of) : Verdict.UNKNOWN;
            case INSUFFICIENT_HOLDINGS -> c.side() == Side.SELL ? means(c, of) : Verdict.UNKNOWN;
            default -> risk.place(c, of, rule);
        };
    }

    private static boolean isValue(CoreCommand.PlaceOrder c) {
        return c.side() != Side.NONE && c.orderType() != OrderType.NONE && c.timeInForce() != TimeInForce.NONE;
    }

    /** The exits first, as far as they can be known; then the entry as if it came alone, with room for all three. */
    private Verdict bracket(CoreCommand.PlaceBracket c, Outcome rule) {
        RefInstrument of = state.instruments.get(c.instrumentId());
        boolean isKnown = c.side() != Side.NONE
                && c.orderType() != OrderType.NONE
                && c.timeInForce() != TimeInForce.NONE
                && c.stopType() != OrderType.NONE;
        CoreCommand.SetSettlementRules later = of == null ? null : of.deferred();
        return switch (rule) {
            case MALFORMED -> Verdict.brokenIf(!isKnown);
            case BRACKET_INVALID -> isKnown ? Verdict.brokenIf(!isBracket(c)) : Verdict.UNKNOWN;
            case EXIT_NOT_SELLABLE -> Verdict.brokenIf(later != null && !later.sameDaySale());
            case PRICE_OUTSIDE_BAND -> {
                boolean areOutside = of != null
                        && (of.outside(c.takeProfitTicks())
                                || (c.stopPriceTicks() > 0 && of.outside(c.stopPriceTicks())));
                yield areOutside ? Verdict.BROKEN : place(RefBrackets.entry(c), rule);
            }
            case OPEN_ORDERS_LIMIT ->
                of == null
                        ? Verdict.UNKNOWN
                        : Verdict.brokenIf(
                                state.orders(0).size() + state.reservedOrders() + 3 > state.limits.openOrders()
                                        || state.orders(c.accountId()).size() + 3 > state.limits.accountOpenOrders()
                                        || !risk.hasRoom(c.accountId(), of, 3));
            default -> isKnown ? place(RefBrackets.entry(c), rule) : Verdict.UNKNOWN;
        };
    }

    /** A buy between its exits. */
    private static boolean isBracket(CoreCommand.PlaceBracket c) {
        boolean isPriced = c.orderType() == OrderType.LIMIT || c.orderType() == OrderType.STOP_LIMIT;
        boolean isBetween =
                !isPriced || (c.priceTicks() < c.takeProfitTicks() && c.priceTicks() > c.stopTriggerTicks());
        boolean trails = c.stopType() == OrderType.TRAILING_STOP;
        boolean hasTrigger = isPrice(c.stopTriggerTicks()) || (trails && c.stopTriggerTicks() == 0);
        boolean hasDistance = trails
                ? c.stopTrailPpm() == 0
                        ? isPrice(c.stopTrailTicks())
                        : c.stopTrailTicks() == 0 && c.stopTrailPpm() > 0 && c.stopTrailPpm() < 1_000_000
                : c.stopTrailTicks() == 0 && c.stopTrailPpm() == 0;
        boolean hasPrice =
                isPrice(c.stopPriceTicks()) || (c.stopPriceTicks() == 0 && c.stopType() != OrderType.STOP_LIMIT);
        return c.side() == Side.BUY
                && c.orderType() != OrderType.PEGGED
                && c.stopType().isConditional()
                && isPrice(c.takeProfitTicks())
                && c.stopTriggerTicks() < c.takeProfitTicks()
                && c.stopPriceTicks() < c.takeProfitTicks()
                && hasTrigger
                && hasDistance
                && hasPrice
                && isBetween;
    }

    private static boolean isPrice(long ticks) {
        return ticks > 0 && ticks <= RefInstrument.PRICE_MAX;
    }

    /** A reference with a distance that goes with it, or neither. */
    private static boolean isPeg(CoreCommand.PlaceOrder c) {
        long offset = c.conditions().pegOffsetTicks();
        boolean isPegged = c.orderType() == OrderType.PEGGED;
        return switch (c.conditions().pegReference()) {
            case NONE -> !isPegged && offset == 0;
            case PRIMARY -> isPegged && (offset == 0 || isPrice(offset));
            case MARKET -> isPegged && isPrice(offset);
            case MIDPOINT -> isPegged && offset == 0;
        };
    }

    private Verdict room(CoreCommand.PlaceOrder c, RefInstrument of) {
        boolean mayStay = (c.orderType() != OrderType.MARKET && !c.timeInForce().isImmediate()) || isAtClose(c);
        boolean isFull = state.orders(0).size() + state.reservedOrders() >= state.limits.openOrders()
                || state.orders(c.accountId()).size() >= state.limits.accountOpenOrders()
                || !risk.hasRoom(c.accountId(), of, 1);
        return mayStay ? Verdict.brokenIf(isFull) : Verdict.UNKNOWN;
    }

    private static Verdict liquidity(CoreCommand.PlaceOrder c, RefInstrument of, Outcome rule) {
        boolean meetsOwn = c.conditions().selfTradePrevention() != SelfTradePrevention.NONE;
        if (c.orderType().isConditional() || of.phase != Phase.OPEN || of.hasCollar() || isAtClose(c)) {
            return Verdict.UNKNOWN;
        }
        long best = of.best(RefInstrument.opposite(c.side()));
        if (rule == Outcome.WOULD_TAKE) {
            boolean crosses = best != 0 && RefInstrument.reaches(c.side(), c.priceTicks(), best);
            boolean refusesToTake = c.postOnly() && !c.conditions().reprice();
            return refusesToTake ? Verdict.brokenIf(crosses) : Verdict.UNKNOWN;
        }
        if (c.orderType() != OrderType.LIMIT || meetsOwn || c.conditions().reprice()) {
            return Verdict.UNKNOWN;
        }
        long reachable = of.reachable(c.side(), c.priceTicks(), 0);
        return switch (rule) {
            case CANNOT_FILL ->
                c.timeInForce() == TimeInForce.FOK ? Verdict.brokenIf(reachable < c.quantityLots()) : Verdict.UNKNOWN;
            case MINIMUM_NOT_MET ->
                Verdict.brokenIf(c.conditions().minimumLots() > Math.min(reachable, c.quantityLots()));
            default -> Verdict.UNKNOWN;
        };
    }

    /** What must trade at once, or not at all, has no place in a call; an order at the open comes before the opening. */
    private static Verdict inPhase(CoreCommand.PlaceOrder c, RefInstrument of) {
        boolean isBeforeOpen = of.phase == Phase.PRE_OPEN || of.phase == Phase.OPENING_AUCTION;
        if (c.timeInForce() == TimeInForce.AT_OPEN) {
            return Verdict.brokenIf(!isBeforeOpen);
        }
        if (isAtClose(c) || c.orderType().isConditional() || c.orderType() == OrderType.PEGGED) {
            return Verdict.KEPT;
        }
        boolean mayRest = c.orderType() == OrderType.LIMIT
                && !c.timeInForce().isImmediate()
                && !c.postOnly()
                && c.conditions().minimumLots() == 0;
        return Verdict.brokenIf(of.phase.isCall() && !mayRest);
    }

    private static boolean isAtClose(CoreCommand.PlaceOrder c) {
        return c.timeInForce() == TimeInForce.AT_CLOSE;
    }

    /** Whether the means of the account do not cover a limit order that is not repriced. */
    private Verdict means(CoreCommand.PlaceOrder c, RefInstrument of) {
        boolean isKind = c.orderType() == OrderType.LIMIT || c.orderType() == OrderType.PEGGED;
        if (!isKind || c.conditions().reprice()) {
            return Verdict.UNKNOWN;
        }
        BigInteger need = c.side() == Side.SELL
                ? BigInteger.valueOf(c.quantityLots()).multiply(BigInteger.valueOf(of.terms.lotMinor()))
                : costWithFee(of, c.priceTicks(), c.quantityLots());
        return tooDear(c.accountId(), of.spentAsset(c.side()), need);
    }

    private static BigInteger costWithFee(RefInstrument of, long price, long lots) {
        BigInteger notional = of.notional(price, lots);
        return notional.add(new RefCharges(of.fees, true).most(notional, of.dearerFeePpm()));
    }

    private Verdict replace(CoreCommand.ReplaceOrder c, Outcome rule) {
        RefOrder order = state.order(c.orderId());
        if (order == null || order.accountId != c.accountId()) {
            return rule == Outcome.ORDER_NOT_FOUND ? Verdict.BROKEN : Verdict.UNKNOWN;
        }
        return switch (rule) {
            case ORDER_NOT_FOUND -> Verdict.KEPT;
            case LINK_INVALID -> {
                RefOrder partner = order.linked == 0 ? null : state.order(order.linked);
                boolean meets = partner != null
                        && !order.waits
                        && !partner.waits
                        && order.side != partner.side
                        && (order.buys() ? c.priceTicks() >= partner.price : c.priceTicks() <= partner.price);
                yield Verdict.brokenIf(order.linked != 0 && (meets || c.quantityLots() != order.quantity));
            }
            case INSTRUMENT_HALTED -> Verdict.brokenIf(order.of.phase == Phase.HALTED);
            case INSTRUMENT_CLOSED ->
                Verdict.brokenIf(order.of.phase == Phase.CLOSED || order.of.phase == Phase.POST_CLOSE);
            case ORDERS_LOCKED -> Verdict.brokenIf(order.of.isLocked());
            case QUANTITY_NOT_POSITIVE -> Verdict.brokenIf(c.quantityLots() <= 0);
            case QUANTITY_BELOW_FILLED ->
                c.quantityLots() <= 0 ? Verdict.UNKNOWN : Verdict.brokenIf(c.quantityLots() <= order.filled);
            case PRICE_OUTSIDE_BAND -> Verdict.brokenIf(c.priceTicks() != 0 && order.of.outside(c.priceTicks()));
            case BRACKET_INVALID ->
                Verdict.brokenIf(order.bracket != null && !order.bracket.encloses(order.type, c.priceTicks()));
            case NO_CHANGE ->
                Verdict.brokenIf(c.priceTicks() == order.bound()
                        && c.quantityLots() == order.quantity
                        && (c.triggerPriceTicks() == 0 || c.triggerPriceTicks() == order.trigger));
            default -> risk.replace(c, order, rule);
        };
    }

    private Verdict cancel(CoreCommand.CancelOrder c, Outcome rule) {
        RefOrder order = state.order(c.orderId());
        boolean isNone = order == null || order.accountId != c.accountId();
        return switch (rule) {
            case ORDER_NOT_FOUND -> Verdict.brokenIf(isNone);
            case ORDERS_LOCKED -> Verdict.brokenIf(order != null && !isNone && order.of.isLocked());
            default -> Verdict.UNKNOWN;
        };
    }

    private Verdict noAccount(long accountId) {
        return Verdict.brokenIf(!state.accounts.containsKey(accountId));
    }

    private Verdict tooDear(long accountId, int assetId, BigInteger amount) {
        if (state.accounts.get(accountId) != AccountKind.CUSTOMER || !state.assets.containsKey(assetId)) {
            return Verdict.UNKNOWN;
        }
        return Verdict.brokenIf(amount.compareTo(BigInteger.valueOf(state.ledger.available(accountId, assetId))) > 0);
    }
}
