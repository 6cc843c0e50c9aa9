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
import io.pharos.platform.trading.query.MarginPower;
import io.pharos.platform.trading.query.ServicingQueries;
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
    private final MarginPower margin;
    private final ServicingQueries servicing;
    private final MarketQuotes market;

    public EstimateController(
            InstrumentDirectory directory,
            OrderForms forms,
            AccountQueries queries,
            ServicingQueries servicing,
            MarginPower margin,
            MarketQuotes market) {
        this.margin = margin;
        this.servicing = servicing;
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
     * @param components of the fees by name, where the instrument has a fee schedule: at the rates of no turnover
     * @param total what a purchase takes, or what a sale brings
     * @param maxQuantity the largest quantity that the available balance covers, a multiple of the board lot
     * @param available what the account has of the asset that the order spends
     * @param borrowable what a margin account could borrow for it; absent where nothing is lent to it
     * @param borrowed what of the total it would borrow
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Estimate(
            String asset,
            @Nullable @DecimalText String price,
            @Nullable @DecimalText String notional,
            @Nullable @DecimalText String fees,
            @Nullable FeeComponents components,
            @Nullable @DecimalText String total,
            @Nullable @DecimalText String maxQuantity,
            @DecimalText String available,
            String availableAsset,
            @Nullable @DecimalText String borrowable,
            @Nullable @DecimalText String borrowed) {}

    /** What an order would be charged, by name. */
    public record FeeComponents(
            @DecimalText String commission,
            @DecimalText String stampDuty,
            @DecimalText String transferFee,
            @DecimalText String commissionMinimum) {}

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
        Charges charges = servicing
                .feesOf(instrument.instrumentId())
                .<Charges>map(schedule -> new Charges.Scheduled(schedule, buys))
                .orElseGet(() -> new Charges.Registered(rate));
        BigInteger fees = notional == null ? null : charges.of(notional);
        Long borrowable =
                buys ? margin.borrowableMinor(caller.accountId(), instrument).orElse(null) : null;
        long power = borrowable == null ? available : Math.addExact(available, borrowable);
        return new Estimate(
                instrument.quote().code(),
                ticks == null ? null : instrument.formatPrice(ticks),
                money(instrument, notional),
                money(instrument, fees),
                notional != null && charges instanceof Charges.Scheduled by
                        ? components(instrument, by, notional)
                        : null,
                notional == null || fees == null
                        ? null
                        : money(instrument, buys ? notional.add(fees) : notional.subtract(fees)),
                maxQuantity(instrument, buys, ticks, power, charges),
                directory.asset(spends).format(available),
                directory.asset(spends).code(),
                borrowable == null ? null : money(instrument, BigInteger.valueOf(borrowable)),
                borrowable == null || notional == null || fees == null
                        ? null
                        : money(
                                instrument,
                                notional.add(fees)
                                        .subtract(BigInteger.valueOf(available))
                                        .max(BigInteger.ZERO)));
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
            Instrument instrument, boolean buys, @Nullable Long ticks, long available, Charges charges) {
        long lots;
        if (!buys) {
            lots = available / instrument.lotMinor();
        } else if (ticks == null) {
            return null;
        } else {
            BigDecimal perLot = new BigDecimal(instrument.notionalMinor(ticks, 1))
                    .multiply(MILLION.add(charges.ratePpm()))
                    .divide(MILLION);
            lots = BigDecimal.valueOf(available)
                    .divide(perLot, 0, RoundingMode.DOWN)
                    .min(BigDecimal.valueOf(instrument.maxOrderLots()))
                    .longValueExact();
            lots -= lots % instrument.boardLotLots();
            // Fees are rounded as a whole, and may have a minimum: fewer board lots where that tips the balance.
            while (lots > 0 && !isCovered(instrument.notionalMinor(ticks, lots), charges, available)) {
                lots = Math.max(0, lots - instrument.boardLotLots());
            }
        }
        return instrument.formatQuantity(Math.min(lots, instrument.maxOrderLots()));
    }

    private static boolean isCovered(BigInteger notional, Charges charges, long available) {
        return notional.add(charges.of(notional)).compareTo(BigInteger.valueOf(available)) <= 0;
    }

    private static FeeComponents components(Instrument instrument, Charges.Scheduled by, BigInteger notional) {
        int scale = instrument.quote().scale();
        return new FeeComponents(
                new BigDecimal(by.commission(notional), scale).toPlainString(),
                new BigDecimal(by.stampDuty(notional), scale).toPlainString(),
                new BigDecimal(by.transferFee(notional), scale).toPlainString(),
                BigDecimal.valueOf(by.fees().commissionMinimumMinor(), scale).toPlainString());
    }

    private static @Nullable String money(Instrument instrument, @Nullable BigInteger minor) {
        return minor == null ? null : new BigDecimal(minor, instrument.quote().scale()).toPlainString();
    }
}
