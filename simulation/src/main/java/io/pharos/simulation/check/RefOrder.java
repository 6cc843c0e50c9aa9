package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.math.BigInteger;

/** An open order of the reference; fees are exact sums of millionths of a minor unit. */
final class RefOrder {
    static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    final long orderId;
    final long accountId;
    final long clientTag;
    final RefInstrument of;
    final Side side;
    final TimeInForce timeInForce;
    final SelfTradePrevention prevention;
    final boolean postOnly;
    final long display;
    final long expiresNanos;
    OrderType type;
    long price;
    long quantity;
    long filled;
    long trigger;

    /** The trigger price that its last event told. */
    long toldTrigger;

    long trailTicks;
    int trailPpm;
    long shown;
    boolean waits;

    /** Kept out of the book until the closing auction. */
    boolean parked;

    /** Order of arrival in its queue: the smaller goes first within a price. */
    long arrival;

    /** The order that is cancelled when this one ends; 0 for none. */
    long linked;

    /** What it holds of what it spends. */
    long hold;

    private BigInteger feeOwed = BigInteger.ZERO;
    private BigInteger feeCharged = BigInteger.ZERO;
    private BigInteger taxOwed = BigInteger.ZERO;
    private BigInteger taxCharged = BigInteger.ZERO;

    RefOrder(long orderId, CoreCommand.PlaceOrder command, RefInstrument of) {
        this.orderId = orderId;
        this.of = of;
        accountId = command.accountId();
        clientTag = command.clientTag();
        side = command.side();
        type = command.orderType();
        timeInForce = command.timeInForce();
        prevention = command.conditions().selfTradePrevention();
        postOnly = command.postOnly();
        display = command.conditions().displayLots();
        expiresNanos = command.conditions().expiresNanos();
        trailTicks = command.conditions().trailTicks();
        trailPpm = command.conditions().trailPpm();
        price = command.priceTicks();
        quantity = command.quantityLots();
    }

    boolean buys() {
        return side == Side.BUY;
    }

    long remaining() {
        return quantity - filled;
    }

    /** What of it trades before the orders behind it. */
    long openShown() {
        return display == 0 ? remaining() : shown;
    }

    /** Whether it waits for an auction, and does not trade now. */
    boolean isForAuction() {
        return of.phase.isCall() || timeInForce == TimeInForce.AT_CLOSE;
    }

    /** The worst price at which it may trade as a market order: its own, the limit of the day, the collar, or any. */
    long protection(long best) {
        if (price > 0) {
            return price;
        }
        if (of.hasLimits()) {
            return buys() ? of.upper() : of.lower();
        }
        int collar = of.terms.marketCollarPpm();
        if (collar > 0 && best > 0) {
            return buys()
                    ? Math.min(RefInstrument.PRICE_MAX, RefInstrument.shifted(best, collar))
                    : Math.max(1, RefInstrument.shifted(best, -collar));
        }
        return buys() ? RefInstrument.PRICE_MAX : 1;
    }

    boolean mayRest() {
        return type == OrderType.LIMIT && !timeInForce.isImmediate();
    }

    /** What it must hold to be filled for lots at a price. */
    long need(long price, long lots) {
        if (!buys()) {
            return Math.multiplyExact(lots, of.terms.lotMinor());
        }
        BigInteger notional = of.notional(price, lots);
        BigInteger fee = roundUp(feeOwed.add(notional.multiply(BigInteger.valueOf(of.dearerFeePpm()))));
        return notional.add(fee).subtract(feeCharged).longValueExact();
    }

    void owes(BigInteger notional, int feePpm, int taxPpm) {
        feeOwed = feeOwed.add(notional.multiply(BigInteger.valueOf(feePpm)));
        taxOwed = taxOwed.add(notional.multiply(BigInteger.valueOf(taxPpm)));
    }

    /** The fee due now; a seller pays at most what the fill brings. */
    long chargeFee(BigInteger notional) {
        BigInteger due = roundUp(feeOwed).subtract(feeCharged);
        BigInteger fee = buys() ? due : due.min(notional);
        feeCharged = feeCharged.add(fee);
        return fee.longValueExact();
    }

    /** The tax due now: at most what the fill has left after the fee. */
    long chargeTax(BigInteger left) {
        BigInteger tax = roundUp(taxOwed).subtract(taxCharged).min(left);
        taxCharged = taxCharged.add(tax);
        return tax.longValueExact();
    }

    static BigInteger roundUp(BigInteger millionths) {
        BigInteger[] parts = millionths.divideAndRemainder(MILLION);
        return parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
    }

    @Override
    public String toString() {
        return orderId + " " + side + " " + remaining() + "@" + price + (waits ? " waits for " + trigger : "");
    }
}
