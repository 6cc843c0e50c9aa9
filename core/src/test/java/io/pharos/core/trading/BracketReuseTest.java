package io.pharos.core.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.PlaceBracket;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import org.junit.jupiter.api.Test;

/** What the exits of an entry do when they meet the entry itself. */
class BracketReuseTest {
    private final TestMarket market = new TestMarket();

    /** A market-to-limit entry may come to rest above its take-profit price, which then trades with it while it is placed. */
    @Test
    void keepsTheEntriesApartThatComeAfterOneWhoseExitMetIt() {
        market.run("B sells 5@105");
        assertThat(enter("A", OrderType.MARKET_TO_LIMIT, 0, 10, 100)).isEqualTo(Outcome.ACCEPTED);
        assertThat(enter("A", OrderType.LIMIT, 90, 4, 110)).isEqualTo(Outcome.ACCEPTED);
        assertThat(enter("C", OrderType.LIMIT, 91, 3, 110)).isEqualTo(Outcome.ACCEPTED);
        market.events().clear();

        market.run("D sells 3@91");

        assertThat(market.events().full().stream()
                        .filter(line -> line.startsWith("ExitsPlaced"))
                        .toList())
                .hasSize(1)
                .allMatch(line -> line.contains("accountId=" + TestMarket.customer("C")));
        market.engine().audit();
    }

    private Outcome enter(String customer, OrderType type, long priceTicks, long quantityLots, long takeProfitTicks) {
        PlaceBracket bracket = new PlaceBracket();
        bracket.accountId = TestMarket.customer(customer);
        bracket.instrumentId = TestMarket.INSTRUMENT;
        bracket.side = Side.BUY;
        bracket.orderType = type;
        bracket.timeInForce = TimeInForce.GTC;
        bracket.priceTicks = priceTicks;
        bracket.quantityLots = quantityLots;
        bracket.takeProfitTicks = takeProfitTicks;
        bracket.stopType = OrderType.STOP;
        bracket.stopTriggerTicks = 80;
        return market.engine().apply(market.identify(bracket)).outcome;
    }
}
