package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.CorporateActionStage;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Corporate actions as {@code docs/concepts/corporate-actions.md} says them. What holders had when an ex date began is copied at
 * that moment, all of it; whom a step looks at, and in which order, is taken from the events; what each gets, and that each gets
 * it once, is predicted.
 */
final class RefActions {
    private final RefState state;
    private final Map<Long, RefAction> actions = new LinkedHashMap<>();
    private Runnable sweep = () -> {};

    RefActions(RefState state) {
        this.state = state;
    }

    /**
     * @param sweep cancels some of the orders that nothing may be left of
     */
    void sweeps(Runnable sweep) {
        this.sweep = sweep;
    }

    @Nullable
    RefAction find(long actionId) {
        return actions.get(actionId);
    }

    /** All that were announced, in that order. */
    List<RefAction> all() {
        return List.copyOf(actions.values());
    }

    void announce(CoreCommand.AnnounceCorporateAction terms, List<String> lines) {
        if (actions.putIfAbsent(terms.actionId(), new RefAction(terms)) == null) {
            lines.add(ServicingLines.announced(terms));
        }
    }

    void withdraw(long actionId, List<String> lines) {
        RefAction action = known(actionId);
        if (action.stage != CorporateActionStage.WITHDRAWN) {
            action.stage = CorporateActionStage.WITHDRAWN;
            lines.add(ServicingLines.advanced(action));
        }
    }

    /** Begins what a business day brings, kind by kind, and within one in the order of the announcements. */
    void dayBegan(int calendarId, int date, List<String> lines) {
        for (CorporateActionKind kind : CorporateActionKind.values()) {
            for (RefAction action : all()) {
                if (action.terms.kind() == kind
                        && action.terms.calendarId() == calendarId
                        && begins(action, date, lines)) {
                    follow(action);
                    lines.add(ServicingLines.advanced(action));
                }
            }
        }
    }

    private boolean begins(RefAction action, int date, List<String> lines) {
        switch (action.stage) {
            case ANNOUNCED -> {
                if (action.terms.exDate() <= date) {
                    beginExDate(action, lines);
                    return true;
                }
            }
            case RECORDED -> {
                if (action.terms.payDate() <= date) {
                    action.stage = CorporateActionStage.PAYING;
                    return true;
                }
            }
            case EXERCISABLE -> {
                if (action.terms.expiryDate() < date) {
                    action.stage = CorporateActionStage.EXPIRING;
                    return true;
                }
            }
            default -> {}
        }
        return false;
    }

    private void beginExDate(RefAction action, List<String> lines) {
        RefInstrument of = action.of(state);
        action.stage = CorporateActionStage.CANCELLING;
        if (action.hasRecord()) {
            int asset = of.terms.baseAssetId();
            state.accounts.forEach((accountId, kind) -> {
                long position = state.ledger.available(accountId, asset)
                        + state.ledger.held(accountId, asset)
                        + state.ledger.unsettledIn(accountId, asset);
                if (kind == AccountKind.CUSTOMER && position > 0) {
                    action.entitled.put(accountId, position);
                }
            });
        }
        if (action.cancelsOrders()) {
            of.restriction = Outcome.INSTRUMENT_IN_ACTION;
            sweep.run();
        }
        long close = of.mark();
        long reference = close == 0 ? 0 : ExDate.reference(action.terms, of, close);
        if (reference != close) {
            of.reference = reference;
            if (of.lastPrice > 0) {
                of.lastPrice = reference;
                of.auctionPrice = 0;
            }
            lines.add(ServicingLines.adjusted(action.terms.actionId(), close, reference, of.lower(), of.upper()));
        }
        action.stage = action.afterCancelling(of);
    }

    /** A step of an action says how far it is: no further than what is done, and no less far than that. */
    void advanced(CoreEvent.CorporateActionAdvanced event, int date, List<String> lines) {
        RefAction action = known(event.actionId());
        CorporateActionStage to = event.stage();
        boolean may = switch (action.stage) {
            case CANCELLING -> to != CorporateActionStage.CANCELLING && to == action.afterCancelling(action.of(state));
            case RECORDING ->
                to == CorporateActionStage.RECORDING
                        || to
                                == (action.terms.payDate() <= date
                                        ? CorporateActionStage.PAYING
                                        : CorporateActionStage.RECORDED);
            case PAYING -> {
                boolean isRights = action.terms.kind() == CorporateActionKind.RIGHTS_ISSUE;
                boolean isAfter = to == (isRights ? CorporateActionStage.EXERCISABLE : CorporateActionStage.COMPLETED);
                yield to == CorporateActionStage.PAYING || (isAfter && action.hasPaidAll());
            }
            case CONVERTING ->
                to == CorporateActionStage.CONVERTING
                        || (to == CorporateActionStage.COMPLETED && hasConvertedAll(action));
            case EXPIRING ->
                to == CorporateActionStage.EXPIRING || (to == CorporateActionStage.COMPLETED && !hasRights(action));
            default -> false;
        };
        Violation.unless(may, "actions", "an action that is " + action.stage + " is " + to + " now: " + event);
        action.stage = to;
        follow(action);
        lines.add(ServicingLines.advanced(action));
    }

    private boolean hasConvertedAll(RefAction action) {
        if (action.totals.accounts == 0 && action.entitled.isEmpty()) {
            action.entitled.putAll(holdings(action));
        }
        return action.hasPaidAll();
    }

    /** Whether anybody but the source has some of the rights. */
    private boolean hasRights(RefAction action) {
        int rights = action.terms.rightsAssetId();
        return state.accounts.keySet().stream()
                .anyMatch(account -> account != action.terms.sourceAccountId()
                        && Math.max(0, state.ledger.available(account, rights)) + state.ledger.held(account, rights)
                                > 0);
    }

    private Map<Long, Long> holdings(RefAction action) {
        Map<Long, Long> holdings = new LinkedHashMap<>();
        int asset = action.of(state).terms.baseAssetId();
        for (long accountId : state.accounts.keySet()) {
            long available = state.ledger.available(accountId, asset);
            if (available > 0 && accountId != action.terms.sourceAccountId()) {
                holdings.put(accountId, available);
            }
        }
        return holdings;
    }

    /** An account is paid or converted, in full and once. */
    void paid(CoreEvent.EntitlementPaid event, List<String> lines) {
        RefAction action = known(event.actionId());
        RefInstrument of = action.of(state);
        long accountId = event.accountId();
        CorporateActionStage wanted = action.converts() ? CorporateActionStage.CONVERTING : CorporateActionStage.PAYING;
        Violation.unless(action.stage == wanted, "actions", "paid while the action is " + action.stage + ": " + event);
        if (action.converts()) {
            Violation.unless(
                    state.isAtRest(of) && state.heldOfAll(of.terms.baseAssetId()) == 0,
                    "actions",
                    "converted before trades have settled and holds have ended: " + event);
            if (action.entitled.isEmpty()) {
                action.entitled.putAll(holdings(action));
            }
            boolean hasStayed = action.entitled.getOrDefault(accountId, -1L)
                    == state.ledger.available(accountId, of.terms.baseAssetId());
            Violation.unless(
                    hasStayed || action.paid.contains(accountId), "actions", "moved while it was frozen: " + event);
        }
        Long position = action.entitled.get(accountId);
        Violation.unless(
                position != null && position == event.positionMinor(),
                "actions",
                "account " + accountId + " had " + position + " when the ex date began: " + event);
        Violation.unless(action.paid.add(accountId), "actions", "paid twice: " + event);
        ExDate.Entitlement due = ExDate.entitlement(action.terms, event.positionMinor());
        boolean isCovered = state.canSpend(action.terms.sourceAccountId(), of.terms.quoteAssetId(), due.cash())
                && state.canSpend(action.terms.sourceAccountId(), action.unitAsset(of), Math.max(0, due.units()));
        if (isCovered) {
            post(action, of, accountId, due, lines);
        }
        action.totals.add(event.positionMinor(), due, isCovered);
        lines.add(ServicingLines.paid(action.terms, accountId, event.positionMinor(), due, isCovered));
    }

    private static void post(
            RefAction action, RefInstrument of, long accountId, ExDate.Entitlement due, List<String> lines) {
        CoreCommand.AnnounceCorporateAction terms = action.terms;
        long source = terms.sourceAccountId();
        int units = action.unitAsset(of);
        int cash = of.terms.quoteAssetId();
        if (due.units() > 0) {
            post(source, accountId, units, due.units(), action.unitCode(), lines);
        } else {
            post(accountId, source, units, -due.units(), action.unitCode(), lines);
        }
        post(source, accountId, cash, due.cash(), due.lieu() > 0 ? PostingCode.CASH_IN_LIEU : action.cashCode(), lines);
        post(accountId, terms.taxAccountId(), cash, due.tax(), PostingCode.WITHHOLDING_TAX, lines);
    }

    private static void post(long from, long to, int asset, long amount, PostingCode code, List<String> lines) {
        if (amount > 0) {
            lines.add(Lines.posted(from, "AVAILABLE", to, "AVAILABLE", asset, amount, code, 0));
        }
    }

    /** Rights that were not exercised go back: all that an account has. */
    void expired(long actionId, CoreEvent.Posted posted, List<String> lines) {
        RefAction action = known(actionId);
        long accountId = posted.debitAccountId();
        int rights = action.terms.rightsAssetId();
        Violation.unless(
                action.stage == CorporateActionStage.EXPIRING && accountId != action.terms.sourceAccountId(),
                "actions",
                "taken while the action is " + action.stage + ": " + posted);
        Violation.unless(state.heldOfAll(rights) == 0, "actions", "taken while some are held: " + posted);
        long all = state.ledger.available(accountId, rights);
        Violation.unless(all > 0, "actions", "taken without having any: " + posted);
        post(accountId, action.terms.sourceAccountId(), rights, all, PostingCode.RIGHTS, lines);
    }

    /** Rights are exercised one for one at the price, rounded up. */
    void exercise(CoreCommand.ExerciseRights c, List<String> lines) {
        RefAction action = known(c.actionId());
        RefInstrument of = action.of(state);
        long source = action.terms.sourceAccountId();
        long cost = ExDate.subscription(action.terms, c.quantityMinor());
        post(c.accountId(), source, action.terms.rightsAssetId(), c.quantityMinor(), PostingCode.RIGHTS, lines);
        post(c.accountId(), source, of.terms.quoteAssetId(), cost, PostingCode.SUBSCRIPTION, lines);
        post(source, c.accountId(), of.terms.baseAssetId(), c.quantityMinor(), PostingCode.SUBSCRIPTION, lines);
        lines.add(ServicingLines.exercised(c, cost));
    }

    /** Whether something of a calendar is due that can be done now. */
    boolean hasWork(int calendarId) {
        return actions.values().stream().anyMatch(action -> action.terms.calendarId() == calendarId && hasWork(action));
    }

    /** The same, of what does not wait for holds to end and trades to settle. */
    boolean hasWorkThatNeverWaits(int calendarId) {
        return actions.values().stream()
                .anyMatch(action -> action.terms.calendarId() == calendarId
                        && action.stage != CorporateActionStage.CONVERTING
                        && action.stage != CorporateActionStage.EXPIRING
                        && hasWork(action));
    }

    private boolean hasWork(RefAction action) {
        int date = state.settlement.date(action.terms.calendarId());
        return switch (action.stage) {
            case ANNOUNCED -> action.terms.exDate() <= date;
            case CANCELLING, RECORDING, PAYING -> true;
            case EXPIRING -> state.heldOfAll(action.terms.rightsAssetId()) == 0;
            case RECORDED -> action.terms.payDate() <= date;
            case CONVERTING -> {
                RefInstrument of = action.of(state);
                yield state.isAtRest(of) && state.heldOfAll(of.terms.baseAssetId()) == 0;
            }
            default -> false;
        };
    }

    /** Whether an asset is being converted, or rights are being taken back, so that nothing of it moves. */
    boolean isFrozen(int assetId) {
        return actions.values().stream()
                .anyMatch(action -> (action.converts()
                                && action.isUnderWay()
                                && action.of(state).terms.baseAssetId() == assetId)
                        || (action.stage == CorporateActionStage.EXPIRING && action.terms.rightsAssetId() == assetId));
    }

    private void follow(RefAction changed) {
        RefInstrument of = changed.of(state);
        of.restriction = Outcome.ACCEPTED;
        for (RefAction action : actions.values()) {
            if (action.terms.instrumentId() != changed.terms.instrumentId()) {
                continue;
            }
            if (action.endsTrading() && action.stage == CorporateActionStage.COMPLETED) {
                of.restriction = Outcome.INSTRUMENT_DELISTED;
                return;
            }
            if (action.cancelsOrders() && action.isUnderWay()) {
                of.restriction = Outcome.INSTRUMENT_IN_ACTION;
            }
        }
    }

    private RefAction known(long actionId) {
        RefAction action = actions.get(actionId);
        if (action == null) {
            throw new Violation("actions", "no such action was announced: " + actionId);
        }
        return action;
    }
}
