package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.RiskScope;
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
        return instruments.values().stream().anyMatch(of -> !of.orders.isEmpty() && risk.isBlocked(of));
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
