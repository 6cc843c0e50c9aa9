package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.RiskScope;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the reference knows: plain maps, searched from end to end. */
final class RefState {
    /** An open hold. */
    record RefHold(long holdId, long accountId, int assetId, long amountMinor, long deadlineNanos, PostingCode code) {}

    private static final BigInteger OUTSTANDING_MAX = BigInteger.ONE.shiftLeft(62);

    final Limits limits;
    final Map<Integer, CoreCommand.RegisterAsset> assets = new TreeMap<>();
    final Map<Long, AccountKind> accounts = new TreeMap<>();
    final Map<Integer, RefInstrument> instruments = new LinkedHashMap<>();
    final Map<Integer, RefCalendar> calendars = new LinkedHashMap<>();
    final Map<Long, RefHold> holds = new TreeMap<>();
    final LedgerFold ledger = new LedgerFold();
    final RefSettlement settlement = new RefSettlement();
    final RefFees fees = new RefFees();
    final RefTransfers transfers = new RefTransfers(ledger);
    final RefReversals reversals = new RefReversals();
    final RefRisk risk = new RefRisk(accounts);
    final RefActions actions = new RefActions(this);
    final RefInterest interest = new RefInterest(this);
    long timeNanos;

    RefState(Limits limits) {
        this.limits = limits;
    }

    /** Lets later orders be charged by the versions that are in force now. */
    void followFees() {
        instruments.values().forEach(of -> of.fees = fees.of(of.feeScheduleId));
    }

    boolean isHouse(long accountId) {
        return accounts.get(accountId) == AccountKind.HOUSE;
    }

    @Nullable
    RefOrder order(long orderId) {
        for (RefInstrument instrument : instruments.values()) {
            for (RefOrder order : instrument.orders) {
                if (order.orderId == orderId) {
                    return order;
                }
            }
        }
        return null;
    }

    /** Open orders of an account, 0 for all, oldest first. */
    List<RefOrder> orders(long accountId) {
        List<RefOrder> orders = new ArrayList<>();
        for (RefInstrument instrument : instruments.values()) {
            for (RefOrder order : instrument.orders) {
                if (accountId == 0 || order.accountId == accountId) {
                    orders.add(order);
                }
            }
        }
        orders.sort(Comparator.comparingLong(order -> order.orderId));
        return orders;
    }

    /** Orders that the core may still place itself, for which it keeps room. */
    int reservedOrders() {
        return RefBrackets.EXITS
                * (int) orders(0).stream()
                        .filter(order -> order.bracket != null)
                        .count();
    }

    /** Open orders of a scope, oldest first. */
    List<RefOrder> orders(RiskScope scope, long subjectId) {
        return orders(scope == RiskScope.ACCOUNT ? subjectId : 0).stream()
                .filter(order -> scope != RiskScope.INSTRUMENT || order.of.terms.instrumentId() == subjectId)
                .toList();
    }

    /** The calendar of this id, from now on. */
    RefCalendar calendar(int calendarId) {
        return calendars.computeIfAbsent(calendarId, RefCalendar::new);
    }

    /** Whether orders are left that a kill switch is about to cancel. */
    boolean isSweeping() {
        return instruments.values().stream().anyMatch(of -> !of.orders.isEmpty() && isBlocked(of));
    }

    /** Whether nothing may trade in an instrument: for a kill switch, or a corporate action. */
    boolean isBlocked(RefInstrument of) {
        return of.restriction != Outcome.ACCEPTED || risk.isBlocked(of);
    }

    /** Whether a corporate action is converting an asset. */
    boolean isFrozen(int assetId) {
        return actions.isFrozen(assetId);
    }

    /** Whether no trade of an instrument is to be settled. */
    boolean isAtRest(RefInstrument of) {
        return !settlement.isOpen(of);
    }

    /** What is held of an asset by all. */
    long heldOfAll(int assetId) {
        return accounts.keySet().stream()
                .mapToLong(account -> ledger.held(account, assetId))
                .sum();
    }

    /** Whether an amount may leave an account: all that a customer has, and of the house's so much that it can be counted. */
    boolean canSpend(long accountId, int assetId, long amountMinor) {
        BigInteger left =
                BigInteger.valueOf(ledger.available(accountId, assetId)).subtract(BigInteger.valueOf(amountMinor));
        if (amountMinor == 0 || left.signum() >= 0) {
            return true;
        }
        BigInteger outstanding = left.negate();
        for (long other : accounts.keySet()) {
            if (other != accountId && isHouse(other)) {
                outstanding = outstanding.add(BigInteger.valueOf(Math.max(0, -ledger.available(other, assetId))));
            }
        }
        return isHouse(accountId) && outstanding.compareTo(OUTSTANDING_MAX) <= 0;
    }

    /** What the open orders and holds of an account hold of an asset. */
    long held(long accountId, int assetId) {
        long held = 0;
        for (RefInstrument instrument : instruments.values()) {
            for (RefOrder order : instrument.orders) {
                if (order.accountId == accountId && instrument.spentAsset(order.side) == assetId) {
                    held = Math.addExact(held, order.hold);
                }
            }
        }
        for (RefHold hold : holds.values()) {
            if (hold.accountId == accountId && hold.assetId == assetId) {
                held = Math.addExact(held, hold.amountMinor);
            }
        }
        return held;
    }
}
