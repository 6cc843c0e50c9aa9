package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.CorporateActionStage;
import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the reference knows to be there: lets a workload aim, and miss on purpose. */
public final class Known {
    /** An open order. */
    public record OpenOrder(
            long orderId,
            long accountId,
            int instrumentId,
            Side side,
            long priceTicks,
            long quantityLots,
            long filledLots,
            boolean waits,
            boolean isPegged,
            long limitTicks) {}

    /** An open hold. */
    public record OpenHold(long holdId, long accountId, int assetId, long amountMinor) {}

    private final RefState state;
    private final RefDays days;

    Known(RefState state, RefDays days) {
        this.days = days;
        this.state = state;
    }

    /** Log time. */
    public long timeNanos() {
        return state.timeNanos;
    }

    public List<OpenOrder> orders() {
        List<OpenOrder> orders = new ArrayList<>();
        for (RefInstrument of : state.instruments.values()) {
            for (RefOrder order : of.orders) {
                orders.add(new OpenOrder(
                        order.orderId,
                        order.accountId,
                        of.terms.instrumentId(),
                        order.side,
                        order.price,
                        order.quantity,
                        order.filled,
                        order.waits,
                        order.isPegged(),
                        order.bound()));
            }
        }
        return orders;
    }

    public List<OpenHold> holds() {
        return state.holds.values().stream()
                .map(hold -> new OpenHold(hold.holdId(), hold.accountId(), hold.assetId(), hold.amountMinor()))
                .toList();
    }

    /** Ids of transfers that may be reversed. */
    public List<Long> transfers() {
        return state.reversals.ids();
    }

    /** The engaged kill switches, to be released. */
    public List<CoreCommand.SetKillSwitch> engaged() {
        return state.risk.engaged().stream()
                .map(over -> new CoreCommand.SetKillSwitch(over.scope(), over.subjectId(), true, 0, 0))
                .toList();
    }

    /** What an account has of what is traded in an instrument, at its last price. */
    public long worth(long accountId, int instrumentId) {
        @Nullable RefInstrument of = state.instruments.get(instrumentId);
        if (of == null) {
            return 0;
        }
        int base = of.terms.baseAssetId();
        long has = state.ledger.available(accountId, base) + state.ledger.held(accountId, base);
        return of.notional(of.mark(), has / of.terms.lotMinor()).longValueExact();
    }

    /** The date of the present business day of a calendar; 0 before the first. */
    public int businessDate(int calendarId) {
        return state.settlement.date(calendarId);
    }

    /** The date of the run under way that ends a day of a calendar; 0 for none. */
    public int endOfDayDate(int calendarId) {
        return days.runningDate(calendarId);
    }

    /** Ids of the corporate actions that are in a stage. */
    public List<Long> actions(CorporateActionStage stage) {
        return state.actions.all().stream()
                .filter(action -> action.stage == stage)
                .map(action -> action.terms.actionId())
                .toList();
    }

    /** The asset of the rights of an action; 0 for none. */
    public int rightsAsset(long actionId) {
        RefAction action = state.actions.find(actionId);
        return action == null ? 0 : action.terms.rightsAssetId();
    }

    /** The phase that a calendar is in; NONE before its first. */
    public Phase calendarPhase(int calendarId) {
        RefCalendar calendar = state.calendars.get(calendarId);
        return calendar == null ? Phase.NONE : calendar.phase;
    }

    /** Phase of an instrument; NONE where there is none. */
    public Phase phase(int instrumentId) {
        RefInstrument of = state.instruments.get(instrumentId);
        return of == null ? Phase.NONE : of.phase;
    }

    /** Price of the last trade; 0 for none. */
    public long lastPrice(int instrumentId) {
        @Nullable RefInstrument of = state.instruments.get(instrumentId);
        return of == null ? 0 : of.lastPrice;
    }

    /** The best price of a side; 0 where it is empty. */
    public long best(int instrumentId, Side side) {
        @Nullable RefInstrument of = state.instruments.get(instrumentId);
        return of == null ? 0 : of.best(side);
    }

    /** What an account may spend. */
    public long available(long accountId, int assetId) {
        return state.ledger.available(accountId, assetId);
    }
}
