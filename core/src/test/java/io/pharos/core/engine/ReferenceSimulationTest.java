package io.pharos.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.BeginBusinessDay;
import io.pharos.core.command.CancelOrder;
import io.pharos.core.command.CaptureHold;
import io.pharos.core.command.Command;
import io.pharos.core.command.Hold;
import io.pharos.core.command.LinkedTransfers;
import io.pharos.core.command.MassCancel;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.RegisterInstrument;
import io.pharos.core.command.ReleaseHold;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.core.command.ReverseTransfer;
import io.pharos.core.command.SetSettlementRules;
import io.pharos.core.command.SettleDue;
import io.pharos.core.command.Transfer;
import io.pharos.core.fixture.Dispatch;
import io.pharos.core.fixture.RandomSteps;
import io.pharos.core.fixture.Seeded;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Random commands on the core and on the {@link ReferenceExchange}: equal trades, books and balances after each one. */
class ReferenceSimulationTest {
    private static final int SEEDS = Integer.getInteger("pharos.seeds", 12);
    private static final int STEPS = 1_500;
    private static final int PROBE_EVERY = 8;
    private static final Pattern SETTLED = Pattern.compile("ObligationSettled\\[accountId=(\\d+) dueDay=(\\d+) .*");
    private static final Pattern LIMITS = Pattern.compile("OPEN (\\d+)\\.\\.(\\d+)");

    private long lowerTicks;
    private long upperTicks;

    private int tradesSeen;

    @Test
    void tradesAsTheReferenceDoes() {
        long seed = Seeded.seed("ReferenceSimulationTest", 20_261_122);
        for (int i = 0; i < SEEDS; i++) {
            simulate(seed + i);
        }
        assertThat(tradesSeen).as("trades").isGreaterThan(SEEDS * STEPS / 20);
    }

    private void simulate(long seed) {
        RegisterInstrument terms = TestMarket.terms();
        RandomSteps.chooseTerms(seed, terms);
        TestMarket market = new TestMarket(changed -> RandomSteps.chooseTerms(seed, changed));
        ReferenceExchange reference = new ReferenceExchange(terms);
        lowerTicks = terms.bandPpm == 0 ? 0 : 90;
        upperTicks = terms.bandPpm == 0 ? 0 : 110;
        int number = 0;
        for (RandomSteps.Step step : RandomSteps.of(seed, STEPS)) {
            String where = "seed " + seed + ", step " + ++number + ", "
                    + step.command().commandKind();
            market.events().clear();
            market.engine().advanceTo(step.timeNanos());
            reference.advanceTo(step.timeNanos());
            Command command = step.command();
            if (number % PROBE_EVERY == 0 && command instanceof PlaceOrder order) {
                probe(order, market, reference, terms, where);
            }
            Reply reply = Dispatch.apply(market.engine(), command);
            if (!reply.duplicate && reply.outcome == Outcome.ACCEPTED) {
                follow(command, reply, market, reference, terms);
            }
            assertThat(trades(market)).as(where).isEqualTo(reference.drainTrades());
            tradesSeen += trades(market).size();
            compare(market, reference, where);
        }
        market.engine().audit();
    }

    /** On a copy of the engine: where only the means or the book decide, the reference says what the core must answer. */
    private void probe(
            PlaceOrder order, TestMarket market, ReferenceExchange reference, RegisterInstrument terms, String where) {
        long bound = bound(order, reference, terms);
        boolean covered = bound != 0 && reference.covers(order, bound);
        long reachable = bound == 0 ? 0 : reference.reachable(order.side, bound);
        PlaceOrder probe = copy(order);
        probe.clientId = 9;
        Engine copy = SnapshotFixture.copy(market.engine());
        Outcome outcome = copy.apply(probe).outcome;
        switch (outcome) {
            case ACCEPTED -> assertThat(covered).as(where).isTrue();
            case INSUFFICIENT_FUNDS, INSUFFICIENT_HOLDINGS ->
                assertThat(covered).as(where).isFalse();
            case NO_LIQUIDITY -> assertThat(reachable).as(where).isZero();
            case CANNOT_FILL -> assertThat(reachable).as(where).isLessThan(order.quantityLots);
            case WOULD_TAKE -> assertThat(reachable).as(where).isPositive();
            default -> {}
        }
        if (outcome == Outcome.ACCEPTED && order.timeInForce == TimeInForce.FOK) {
            assertThat(reachable).as(where).isGreaterThanOrEqualTo(order.quantityLots);
        }
    }

    private void follow(
            Command command, Reply reply, TestMarket market, ReferenceExchange reference, RegisterInstrument terms) {
        switch (command) {
            case PlaceOrder c -> reference.place(c, reply.entityId, bound(c, reference, terms));
            case ReplaceOrder c -> reference.replace(c);
            case CancelOrder c -> reference.cancel(c);
            case MassCancel c -> reference.massCancel(c);
            case Transfer c -> reference.transfer(c, reply.entityId);
            case ReverseTransfer c -> reference.reverse(c);
            case LinkedTransfers c -> reference.linked(c, reply.entityId);
            case Hold c -> reference.hold(c, reply.entityId);
            case CaptureHold c -> reference.capture(c, reply.entityId);
            case ReleaseHold c -> reference.release(c);
            case SetSettlementRules c -> reference.rules(c);
            case BeginBusinessDay c -> reference.beginDay();
            case SettleDue c -> followSettled(market, reference);
            default -> followPhase(market, reference);
        }
    }

    private static void followSettled(TestMarket market, ReferenceExchange reference) {
        for (String event : market.events().full()) {
            Matcher settled = SETTLED.matcher(event);
            if (settled.matches()) {
                reference.settled(Long.parseLong(settled.group(1)), Long.parseLong(settled.group(2)));
            }
        }
    }

    private void followPhase(TestMarket market, ReferenceExchange reference) {
        for (String event : market.events().terse()) {
            Matcher limits = LIMITS.matcher(event);
            if (limits.matches()) {
                lowerTicks = Long.parseLong(limits.group(1));
                upperTicks = Long.parseLong(limits.group(2));
                reference.cancelOutside(lowerTicks, upperTicks);
            }
        }
    }

    /** The worst price of an order; 0 for a market order with nothing on the other side. */
    private long bound(PlaceOrder order, ReferenceExchange reference, RegisterInstrument terms) {
        if (order.orderType == OrderType.LIMIT || order.priceTicks > 0) {
            return order.priceTicks;
        }
        boolean buys = order.side == Side.BUY;
        if (upperTicks > 0) {
            return buys ? upperTicks : lowerTicks;
        }
        Long best = reference.best(buys ? Side.SELL : Side.BUY);
        if (best == null) {
            return 0;
        }
        if (terms.marketCollarPpm == 0) {
            return buys ? Long.MAX_VALUE : 1;
        }
        BigDecimal factor = BigDecimal.valueOf(1_000_000L + (buys ? terms.marketCollarPpm : -terms.marketCollarPpm), 6);
        return BigDecimal.valueOf(best)
                .multiply(factor)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static List<String> trades(TestMarket market) {
        List<String> trades = new ArrayList<>(market.events().terse());
        trades.removeIf(event -> !event.contains(" takes "));
        return trades;
    }

    private static void compare(TestMarket market, ReferenceExchange reference, String where) {
        assertThat(market.book())
                .as(where)
                .isEqualTo((reference.side(Side.BUY) + "| " + reference.side(Side.SELL)).strip());
        EngineView view = market.engine().view();
        for (long accountId = TestMarket.FIRST_CUSTOMER; accountId < TestMarket.FIRST_CUSTOMER + 5; accountId++) {
            for (int assetId : new int[] {TestMarket.CNY, TestMarket.SHR}) {
                assertThat(BigInteger.valueOf(view.availableMinor(accountId, assetId)))
                        .as(where)
                        .isEqualTo(reference.available(accountId, assetId));
                assertThat(BigInteger.valueOf(view.heldMinor(accountId, assetId)))
                        .as(where)
                        .isEqualTo(reference.held(accountId, assetId));
                assertThat(BigInteger.valueOf(view.unsettledInMinor(accountId, assetId)))
                        .as(where)
                        .isEqualTo(reference.coming(accountId, assetId));
            }
        }
        assertThat(BigInteger.valueOf(view.availableMinor(TestMarket.FEES, TestMarket.CNY)))
                .as(where)
                .isEqualTo(reference.owned(TestMarket.FEES, TestMarket.CNY));
        assertThat(BigInteger.valueOf(view.availableMinor(TestMarket.TAX, TestMarket.CNY)))
                .as(where)
                .isEqualTo(reference.owned(TestMarket.TAX, TestMarket.CNY));
    }

    private static PlaceOrder copy(PlaceOrder order) {
        PlaceOrder copy = new PlaceOrder();
        copy.commandId = order.commandId;
        copy.accountId = order.accountId;
        copy.instrumentId = order.instrumentId;
        copy.side = order.side;
        copy.orderType = order.orderType;
        copy.timeInForce = order.timeInForce;
        copy.postOnly = order.postOnly;
        copy.priceTicks = order.priceTicks;
        copy.quantityLots = order.quantityLots;
        copy.clientTag = order.clientTag;
        return copy;
    }
}
