package io.pharos.core.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.OpenInstrument;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.RegisterInstrument;
import io.pharos.core.command.SetSessionRules;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Phase;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import org.junit.jupiter.api.Test;

/** What the breaker of a market makes of several instruments. */
class MarketBreakerTest {
    private static final int OTHER = 2;

    private final TestMarket market = new TestMarket(terms -> terms.referencePriceTicks = 100);

    @Test
    void doesNotCountYesterdaysMovesWhileANewDayBegins() {
        RegisterInstrument terms = TestMarket.terms();
        terms.instrumentId = OTHER;
        terms.symbol = "OTHER";
        terms.referencePriceTicks = 100;
        market.engine().apply(market.identify(terms));
        OpenInstrument open = market.identify(new OpenInstrument());
        open.instrumentId = OTHER;
        market.engine().apply(open);
        for (int instrumentId : new int[] {TestMarket.INSTRUMENT, OTHER}) {
            SetSessionRules rules = market.identify(new SetSessionRules());
            rules.instrumentId = instrumentId;
            rules.calendarId = 1;
            market.engine().apply(rules);
            place(instrumentId, "A", Side.SELL);
            place(instrumentId, "B", Side.BUY);
        }
        market.run("breaker 5% for 60");
        market.run("plan closed@10 pre_open@20");

        market.run("time 20");

        assertThat(market.events().terse()).noneMatch(line -> line.startsWith("market moved"));
        assertThat(market.engine().view().trading().phase(TestMarket.INSTRUMENT))
                .isEqualTo(Phase.PRE_OPEN);
        assertThat(market.engine().view().trading().phase(OTHER)).isEqualTo(Phase.PRE_OPEN);
    }

    /** One of two orders that trade a tenth above the reference price. */
    private void place(int instrumentId, String customer, Side side) {
        PlaceOrder order = market.identify(new PlaceOrder());
        order.accountId = TestMarket.customer(customer);
        order.instrumentId = instrumentId;
        order.side = side;
        order.orderType = OrderType.LIMIT;
        order.timeInForce = TimeInForce.GTC;
        order.quantityLots = 1;
        order.priceTicks = 110;
        assertThat(market.engine().apply(order).outcome.isAccepted()).isTrue();
    }
}
