package io.pharos.platform.trading.web;

import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.instrument.Parsed;
import io.pharos.platform.market.MarketQuotes;
import io.pharos.platform.market.MarketQuotes.Quote;
import io.pharos.platform.peer.RoleUnavailable;
import io.pharos.platform.trading.position.Position;
import io.pharos.platform.trading.projection.BalanceRow;
import io.pharos.platform.trading.query.AccountQueries.Holdings;
import io.pharos.platform.trading.web.PortfolioController.MarketData;
import io.pharos.platform.trading.web.PortfolioController.Positions;
import io.pharos.protocol.AssetKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values holdings at the market's last prices; without the market it says since when, and shows the rest. */
public final class PositionValuation {
    private static final int PERCENT_DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final InstrumentDirectory directory;
    private final MarketQuotes market;

    public PositionValuation(InstrumentDirectory directory, MarketQuotes market) {
        this.directory = directory;
        this.market = market;
    }

    Positions of(Holdings holdings) {
        Map<String, Quote> quotes = new HashMap<>();
        MarketData marketData;
        try {
            market.quotes().items().forEach(quote -> quotes.put(quote.symbol(), quote));
            marketData = new MarketData(true, null);
        } catch (RoleUnavailable absent) {
            marketData = new MarketData(false, absent.since());
        }
        List<PositionView> items = new ArrayList<>();
        for (Instrument instrument : directory.instruments()) {
            if (instrument.base().kind() == AssetKind.CURRENCY) {
                continue;
            }
            for (BalanceRow balance : holdings.balances().rows()) {
                long unsettledMinor =
                        holdings.balances().unsettled(balance.assetId()).inMinor();
                boolean held = balance.availableMinor() != 0 || balance.heldMinor() != 0 || unsettledMinor != 0;
                if (balance.assetId() == instrument.base().assetId() && held) {
                    Position position = holdings.positions().getOrDefault(balance.assetId(), Position.NONE);
                    items.add(view(instrument, balance, unsettledMinor, position, quotes.get(instrument.symbol())));
                }
            }
        }
        return new Positions(items, marketData);
    }

    private static PositionView view(
            Instrument instrument, BalanceRow balance, long unsettledMinor, Position position, @Nullable Quote quote) {
        long quantityMinor =
                Math.addExact(Math.addExact(balance.availableMinor(), balance.heldMinor()), unsettledMinor);
        String last = quote == null ? null : quote.last() == null ? quote.previousClose() : quote.last();
        Long value = last == null ? null : marketValue(instrument, quantityMinor, last);
        Long profit = value == null ? null : (Long) (value - position.costMinor());
        return new PositionView(
                instrument.symbol(),
                instrument.base().code(),
                instrument.quote().code(),
                instrument.base().format(quantityMinor),
                instrument.base().format(balance.availableMinor()),
                instrument.base().format(balance.heldMinor()),
                instrument.base().format(unsettledMinor),
                averageCost(instrument, position),
                instrument.quote().format(position.costMinor()),
                last,
                value == null ? null : instrument.quote().format(value),
                profit == null ? null : instrument.quote().format(profit),
                profit == null ? null : percent(profit, position.costMinor()),
                instrument.quote().format(position.realisedMinor()));
    }

    /** Rounded down to a minor unit: a holding is never shown as worth more than it is. Null past 64 bits. */
    private static @Nullable Long marketValue(Instrument instrument, long quantityMinor, String last) {
        if (!(instrument.parsePrice(last) instanceof Parsed.Exact ticks)) {
            return null;
        }
        BigDecimal value = BigDecimal.valueOf(quantityMinor)
                .multiply(BigDecimal.valueOf(ticks.value()))
                .multiply(BigDecimal.valueOf(instrument.tickValueMinor()))
                .divide(BigDecimal.valueOf(instrument.lotMinor()), 0, RoundingMode.DOWN);
        return value.toBigInteger().bitLength() > Long.SIZE - 1 ? null : (Long) value.longValueExact();
    }

    private static String averageCost(Instrument instrument, Position position) {
        if (position.quantityMinor() == 0) {
            return "0";
        }
        BigDecimal units =
                BigDecimal.valueOf(position.quantityMinor(), instrument.base().scale());
        return BigDecimal.valueOf(position.costMinor(), instrument.quote().scale())
                .divide(units, instrument.priceDecimals() + PERCENT_DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static @Nullable String percent(long profitMinor, long costMinor) {
        return costMinor == 0
                ? null
                : BigDecimal.valueOf(profitMinor)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(costMinor), PERCENT_DECIMALS, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
