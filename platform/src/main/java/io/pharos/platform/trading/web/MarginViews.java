package io.pharos.platform.trading.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pharos.platform.catalogue.BusinessCalendar;
import io.pharos.platform.catalogue.Catalogue;
import io.pharos.platform.instrument.Asset;
import io.pharos.platform.instrument.DecimalText;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.query.MarginPower;
import io.pharos.platform.trading.query.MarginQueries.Account;
import io.pharos.platform.trading.query.MarginQueries.Loan;
import io.pharos.platform.trading.query.MarginQueries.Program;
import io.pharos.platform.trading.query.MarginQueries.Sale;
import io.pharos.platform.trading.query.MarginQueries.StatusChange;
import io.pharos.platform.trading.query.MarginQueries.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of margin accounts as the API shows them. Ratios and rates are shares: 1.5 is 150 %. */
final class MarginViews {
    private final InstrumentDirectory directory;
    private final Catalogue catalogue;

    MarginViews(InstrumentDirectory directory, Catalogue catalogue) {
        this.directory = directory;
        this.catalogue = catalogue;
    }

    /**
     * A margin program: lines of the maintenance ratio, and limits.
     *
     * @param concentration the most that one instrument may be of all assets; 0 for no limit
     * @param callDays business days after its own within which a call must be met
     * @param protection how far below the last price a close-out may sell
     * @param creditMax the most that may be lent to all accounts
     * @param lent what is lent to all accounts now
     */
    record MarginProgramView(
            int programId,
            String asset,
            @DecimalText String closing,
            @DecimalText String warning,
            @DecimalText String restore,
            @DecimalText String withdrawal,
            @DecimalText String concentration,
            int callDays,
            @DecimalText String protection,
            @DecimalText String creditMax,
            @DecimalText String lent,
            int revalueSeconds,
            int dayCount) {}

    /**
     * What an instrument counts as margin.
     *
     * @param conversion what of its market value counts as margin
     * @param initial margin for what is borrowed to buy it
     * @param borrowable what the caller could borrow now to buy it; absent for staff
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MarginTermsView(
            String symbol,
            @DecimalText String conversion,
            @DecimalText String initial,
            boolean collateral,
            boolean financing,
            @Nullable @DecimalText String borrowable) {}

    /** A loan for the purchases of one instrument; reserved is lent to open orders and bears no interest. */
    record MarginLoanView(
            String symbol,
            @DecimalText String debt,
            @DecimalText String reserved) {}

    /**
     * A margin account as it was valued last.
     *
     * @param ratio maintenance ratio; absent where nothing is owed
     * @param excess free margin; below zero where some is missing
     * @param required cash that would restore the ratio, in a call or close-out
     * @param deadline last business day to meet a call
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MarginAccountView(
            String account,
            boolean active,
            int programId,
            String asset,
            @DecimalText String creditLimit,
            @DecimalText String rate,
            String status,
            String reason,
            @DecimalText String assets,
            @DecimalText String market,
            @DecimalText String debt,
            @DecimalText String reserved,
            @DecimalText String interest,
            @Nullable @DecimalText String ratio,
            @DecimalText String excess,
            @Nullable @DecimalText String required,
            @Nullable LocalDate callDate,
            @Nullable LocalDate deadline,
            @Nullable Instant valuedAt) {}

    /** A call, a close-out, or their end. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MarginChangeView(
            String account,
            String status,
            String previous,
            String reason,
            @DecimalText String debt,
            @Nullable @DecimalText String ratio,
            @DecimalText String required,
            Instant at) {}

    /** A sale that a close-out made. */
    record MarginSaleView(
            String account,
            String orderId,
            String symbol,
            @DecimalText String quantity,
            @DecimalText String filled,
            @DecimalText String protectionPrice,
            Instant at) {}

    MarginProgramView program(Program program, long lentMinor) {
        Asset asset = directory.asset(program.assetId());
        return new MarginProgramView(
                program.programId(),
                asset.code(),
                share(program.closingPpm()),
                share(program.warningPpm()),
                share(program.restorePpm()),
                share(program.withdrawalPpm()),
                share(program.concentrationPpm()),
                program.callDays(),
                share(program.protectionPpm()),
                asset.format(program.creditMaxMinor()),
                asset.format(lentMinor),
                (int) (program.revalueNanos() / 1_000_000_000L),
                program.dayCount());
    }

    MarginTermsView terms(Terms terms, @Nullable Account of, @Nullable Program program) {
        Instrument instrument = directory.instrument(terms.instrumentId());
        boolean isOwn = of != null
                && program != null
                && terms.financing()
                && instrument.quote().assetId() == program.assetId();
        return new MarginTermsView(
                instrument.symbol(),
                share(terms.conversionPpm()),
                share(terms.initialPpm()),
                terms.collateral(),
                terms.financing(),
                isOwn && of != null ? instrument.quote().format(MarginPower.borrowableMinor(of, terms)) : null);
    }

    MarginLoanView loan(Loan loan) {
        Instrument instrument = directory.instrument(loan.instrumentId());
        return new MarginLoanView(
                instrument.symbol(),
                instrument.quote().format(loan.principalMinor()),
                instrument.quote().format(loan.reservedMinor()));
    }

    MarginAccountView account(Account of, Program program) {
        Asset asset = directory.asset(program.assetId());
        boolean isCalled = !of.status().equals("NORMAL");
        return new MarginAccountView(
                "acc_" + of.accountId(),
                of.active(),
                of.programId(),
                asset.code(),
                asset.format(of.creditLimitMinor()),
                share(of.ratePpm()),
                of.status(),
                of.reason(),
                asset.format(of.assetsMinor()),
                asset.format(of.marketMinor()),
                asset.format(of.debtMinor()),
                asset.format(of.reservedMinor()),
                asset.format(of.interestMinor()),
                of.debtMinor() + of.interestMinor() == 0 ? null : share(of.ratioPpm()),
                asset.format(of.excessMinor()),
                isCalled ? asset.format(of.requiredMinor()) : null,
                of.callDate(),
                deadline(of, program),
                of.valuedNanos() == 0 ? null : Views.instant(of.valuedNanos()));
    }

    private @Nullable LocalDate deadline(Account of, Program program) {
        LocalDate date = of.callDate();
        for (BusinessCalendar calendar : catalogue.calendars()) {
            if (date != null && calendar.calendarId() == program.calendarId()) {
                for (int day = 0; day < of.callDays(); day++) {
                    date = calendar.after(date);
                }
            }
        }
        return date;
    }

    MarginChangeView change(StatusChange change, Asset asset) {
        return new MarginChangeView(
                "acc_" + change.accountId(),
                change.status(),
                change.previous(),
                change.reason(),
                asset.format(change.debtMinor() + change.interestMinor()),
                change.debtMinor() + change.interestMinor() == 0 ? null : share(change.ratioPpm()),
                asset.format(change.requiredMinor()),
                Views.instant(change.atNanos()));
    }

    MarginSaleView sale(Sale sale) {
        Instrument instrument = directory.instrument(sale.instrumentId());
        return new MarginSaleView(
                "acc_" + sale.accountId(),
                "ord_" + sale.orderId(),
                instrument.symbol(),
                instrument.formatQuantity(sale.quantityLots()),
                instrument.formatQuantity(sale.filledLots()),
                instrument.formatPrice(sale.priceTicks()),
                Views.instant(sale.atNanos()));
    }

    List<MarginSaleView> sales(List<Sale> sales) {
        return sales.stream().map(this::sale).toList();
    }

    static String share(long ppm) {
        BigDecimal share = BigDecimal.valueOf(ppm, 6).stripTrailingZeros();
        return (share.signum() == 0 ? BigDecimal.ZERO : share).toPlainString();
    }
}
