package io.pharos.platform.trading.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.instrument.DecimalText;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.instrument.Parsed;
import io.pharos.platform.market.MarketQuotes;
import io.pharos.platform.peer.RoleUnavailable;
import io.pharos.platform.trading.entry.OrderForms;
import io.pharos.platform.trading.entry.PlaceForm;
import io.pharos.platform.trading.entry.TradingProblem;
import io.pharos.platform.trading.projection.BalanceRow;
import io.pharos.platform.trading.query.AccountQueries;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the order ticket what an order would cost and how much could be afforded. Nothing is sent and nothing is held;
 * the core's own arithmetic decides when the order comes.
 */
@RestController
public final class EstimateController {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final InstrumentDirectory directory;
    private final OrderForms forms;
    private final AccountQueries queries;
    private final MarketQuotes market;

    public EstimateController(
            InstrumentDirectory directory, OrderForms forms, AccountQueries queries, MarketQuotes market) {
        this.directory = directory;
        this.forms = forms;
        this.queries = queries;
        this.market = market;
    }

    /**
     * What an order would come to.
     *
     * @param price that was reckoned with: the limit; without one the trigger price of a stop, else the best opposite price
     * @param notional price times quantity
     * @param fees at the taker's rate, and tax on a sale; rounded up
     * @param total what a purchase takes, or what a sale brings
     * @param maxQuantity the largest quantity that the available balance covers, a multiple of the board lot
     * @param available what the account has of the asset that the order spends
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Estimate(
            String asset,
            @Nullable @DecimalText String price,
            @Nullable @DecimalText String notional,
            @Nullable @DecimalText String fees,
            @Nullable @DecimalText String total,
            @Nullable @DecimalText String maxQuantity,
            @DecimalText String available,
            String availableAsset) {}

    @PostMapping("/api/v1/orders/estimate")
    Estimate estimate(Caller caller, @RequestBody PlaceForm form) {
        String symbol = form.symbol();
        Instrument instrument = directory
                .bySymbol(symbol)
                .orElseThrow(() ->
                        ProblemException.at("/symbol", TradingProblem.INSTRUMENT_NOT_FOUND, String.valueOf(symbol)));
        boolean buys = "BUY".equalsIgnoreCase(form.side());
        if (!buys && !"SELL".equalsIgnoreCase(form.side())) {
            throw ProblemException.at("/side", EdgeProblem.VALUE_MALFORMED);
        }
        int spends = buys ? instrument.quote().assetId() : instrument.base().assetId();
        long available = queries.balances(caller.accountId()).rows().stream()
                .filter(row -> row.assetId() == spends)
                .mapToLong(BalanceRow::availableMinor)
                .findFirst()
                .orElse(0);
        Long ticks = priceTicks(instrument, form, buys);
        long lots = form.quantity() == null
                ? 0
                : forms.quantity(instrument, form.quantity()).orThrow();
        BigDecimal rate = BigDecimal.valueOf((long) instrument.takerFeePpm() + (buys ? 0 : instrument.sellTaxPpm()));
        BigInteger notional = ticks == null ? null : instrument.notionalMinor(ticks, lots);
        BigInteger fees = notional == null ? null : feeRoundedUp(notional, rate);
        return new Estimate(
                instrument.quote().code(),
                ticks == null ? null : instrument.formatPrice(ticks),
                money(instrument, notional),
                money(instrument, fees),
                notional == null || fees == null
                        ? null
                        : money(instrument, buys ? notional.add(fees) : notional.subtract(fees)),
                maxQuantity(instrument, buys, ticks, available, rate),
                directory.asset(spends).format(available),
                directory.asset(spends).code());
    }

    private @Nullable Long priceTicks(Instrument instrument, PlaceForm form, boolean buys) {
        String price = form.price() == null ? form.triggerPrice() : form.price();
        if (price != null) {
            return forms.price(form.price() == null ? "/triggerPrice" : "/price", instrument, price)
                    .orThrow();
        }
        try {
            MarketQuotes.Depth depth = market.depth(instrument.symbol(), 1);
            var opposite = buys ? depth.asks() : depth.bids();
            if (!opposite.isEmpty()
                    && instrument.parsePrice(opposite.getFirst().getFirst()) instanceof Parsed.Exact exact) {
                return exact.value();
            }
            return null;
        } catch (RoleUnavailable absent) {
            return null;
        }
    }

    private static @Nullable String maxQuantity(
            Instrument instrument, boolean buys, @Nullable Long ticks, long available, BigDecimal rate) {
        long lots;
        if (!buys) {
            lots = available / instrument.lotMinor();
        } else if (ticks == null) {
            return null;
        } else {
            BigDecimal perLot = new BigDecimal(instrument.notionalMinor(ticks, 1))
                    .multiply(MILLION.add(rate))
                    .divide(MILLION);
            lots = BigDecimal.valueOf(available)
                    .divide(perLot, 0, RoundingMode.DOWN)
                    .min(BigDecimal.valueOf(instrument.maxOrderLots()))
                    .longValueExact();
            lots -= lots % instrument.boardLotLots();
            // The fee is rounded up as a whole: one board lot less where that tips the balance.
            BigInteger notional = instrument.notionalMinor(ticks, lots);
            if (notional.add(feeRoundedUp(notional, rate)).compareTo(BigInteger.valueOf(available)) > 0) {
                lots = Math.max(0, lots - instrument.boardLotLots());
            }
        }
        return instrument.formatQuantity(Math.min(lots, instrument.maxOrderLots()));
    }

    private static BigInteger feeRoundedUp(BigInteger notionalMinor, BigDecimal ratePpm) {
        return new BigDecimal(notionalMinor)
                .multiply(ratePpm)
                .divide(MILLION, 0, RoundingMode.UP)
                .toBigInteger();
    }

    private static @Nullable String money(Instrument instrument, @Nullable BigInteger minor) {
        return minor == null ? null : new BigDecimal(minor, instrument.quote().scale()).toPlainString();
    }
}
