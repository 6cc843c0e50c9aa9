package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.PegReference;
import io.pharos.protocol.SelfTradePrevention;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** An open order of the reference. */
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

    /** What it follows, and how far behind; its limit, which is its price for those that are not pegged. */
    final PegReference peg;

    final long pegOffset;
    long limit;

    /** Pegged, and kept out of the book for want of a price. */
    boolean unpriced;

    /** What it brings forth as it is filled; null for nothing. */
    RefBrackets.@Nullable Bracket bracket;

    /** Order of arrival in its queue: the smaller goes first within a price. */
    long arrival;

    /** The order that is cancelled when this one ends; 0 for none. */
    long linked;

    /** What it holds of what it spends. */
    long hold;

    /** The version of the fee schedule that it came under; null for the fees of the instrument. */
    final CoreCommand.@Nullable SetFeeSchedule fees;

    final RefCharges charges;

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
        peg = command.conditions().pegReference();
        pegOffset = command.conditions().pegOffsetTicks();
        limit = price;
        quantity = command.quantityLots();
        fees = of.fees;
        charges = new RefCharges(fees, buys());
    }

    boolean isPegged() {
        return peg != PegReference.NONE;
    }

    /** The worst price at which it may trade as long as it rests. */
    long bound() {
        return isPegged() ? limit : price;
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
        return isPegged() || (type == OrderType.LIMIT && !timeInForce.isImmediate());
    }

    /** What it must hold to be filled for lots at a price. */
    long need(long price, long lots) {
        if (!buys()) {
            return Math.multiplyExact(lots, of.terms.lotMinor());
        }
        BigInteger notional = of.notional(price, lots);
        return notional.add(charges.most(notional, of.dearerFeePpm())).longValueExact();
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
