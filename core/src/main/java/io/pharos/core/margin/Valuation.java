package io.pharos.core.margin;

import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.ledger.Proportion;
import io.pharos.core.trading.MarginTrading;
import org.jspecify.annotations.Nullable;

/**
 * Values one account after another, at the last prices. All amounts are minor units of the program's currency.
 *
 * <pre>
 *   maintenance ratio = (own cash + market value of collateral) / (debt + interest)
 *
 *   free margin = own cash
 *               + sum of (market value - debt) x conversion rate, for what is bought with it; all of it where that is a loss
 *               + sum of market value x conversion rate, for other collateral
 *               - sum of (debt + what is lent to orders) x initial margin ratio
 *               - interest
 *
 *   150,000 of cash spent with a loan of 150,000 on shares that are worth 300,000 now, conversion 70 %, initial 100 %:
 *   ratio 300,000 / 150,000 = 200 %;  free (300,000 - 150,000) x 70 % - 150,000 = -45,000
 * </pre>
 *
 * <p>The whole holding of an instrument stands for the debt that bought a part of it. What a hold sets aside to leave is not
 * counted, what is bought or sold and has not settled is.
 *
 * <p>Source: Shanghai Stock Exchange, Implementing Rules for Margin Trading and Securities Lending (2023), on the initial
 * margin ratio, the available margin balance and the maintenance margin ratio.
 */
final class Valuation implements Claims.Visitor {
    private static final int MILLION = 1_000_000;

    private final Ledger ledger;
    private final Balances balances;
    private final MarginTrading trading;
    private final CollateralList collateral;
    private @Nullable Claims claims;
    private int assetIndex;
    private long plusMinor;
    private long minusMinor;

    /** Own cash, and what sales have yet to bring and does not pay a loan. */
    long cashMinor;

    /** Collateral at market value, and what corporate actions have yet to bring. */
    long marketMinor;

    /** Cash and collateral. */
    long assetsMinor;

    /** Loans and interest, less the proceeds of sales that are to pay them. */
    long debtMinor;

    /** Free margin; below zero where some is missing. */
    long excessMinor;

    /** Whether a corporate action is changing a holding, so that it cannot be valued now. */
    boolean uncertain;

    Valuation(Ledger ledger, MarginTrading trading, CollateralList collateral) {
        this.ledger = ledger;
        this.trading = trading;
        this.collateral = collateral;
        balances = ledger.balances();
    }

    void claims(Claims claims) {
        this.claims = claims;
    }

    void value(MarginAccount account) {
        assetIndex = account.program().assetIndex;
        plusMinor = 0;
        minusMinor = account.interestMinor;
        marketMinor = 0;
        uncertain = false;
        for (int i = 0; i < collateral.size(); i++) {
            CollateralList.Entry of = collateral.at(i);
            if (of.collateral && of.quoteAssetIndex == assetIndex) {
                add(account, of);
            }
        }
        for (int place = 0; place < account.loanCount(); place++) {
            addUncovered(account.loan(place));
        }
        cashMinor = Math.max(0, ownMinor(account.accountIndex, assetIndex) - account.reservedMinor());
        Claims of = claims;
        if (of != null) {
            of.forEach(account.accountIndex, this);
        }
        excessMinor = Proportion.sum(plusMinor, cashMinor) - minusMinor;
        debtMinor = Proportion.sum(account.principalMinor(), account.interestMinor);
        // Proceeds that are to pay a loan, and have not come yet, count as paid.
        long paidMinor = Math.min(Math.min(account.dueMinor(), cashMinor), debtMinor);
        cashMinor -= paidMinor;
        debtMinor -= paidMinor;
        assetsMinor = Proportion.sum(cashMinor, marketMinor);
    }

    private void add(MarginAccount account, CollateralList.Entry of) {
        long quantityMinor = ownMinor(account.accountIndex, of.baseAssetIndex);
        int place = account.find(of.instrumentId);
        if (quantityMinor == 0 && place < 0) {
            return;
        }
        uncertain |= trading.isInAction(of.instrumentId);
        long valueMinor = trading.valueMinor(of.instrumentId, quantityMinor);
        marketMinor = Proportion.sum(marketMinor, valueMinor);
        long debtMinor = place < 0 ? 0 : account.loan(place).principalMinor;
        if (valueMinor >= debtMinor) {
            addConverted(of, valueMinor - debtMinor);
        } else {
            minusMinor = Proportion.sum(minusMinor, debtMinor - valueMinor);
        }
        if (place >= 0) {
            long lentMinor = debtMinor + account.loan(place).reservedMinor;
            minusMinor = Proportion.sum(minusMinor, Proportion.ceiling(lentMinor, of.initialPpm, MILLION));
        }
    }

    /** A loan for what is no collateral any more. */
    private void addUncovered(Loan loan) {
        CollateralList.Entry of = collateral.find(loan.instrumentId);
        if (of == null || !of.collateral) {
            int initialPpm = of == null ? MILLION : of.initialPpm;
            long lentMinor = loan.principalMinor + loan.reservedMinor;
            minusMinor = Proportion.sum(minusMinor, loan.principalMinor);
            minusMinor = Proportion.sum(minusMinor, Proportion.ceiling(lentMinor, initialPpm, MILLION));
        }
    }

    @Override
    public void onClaim(int instrumentId, long unitsMinor, long cashMinor) {
        CollateralList.Entry of = collateral.find(instrumentId);
        if (trading.quoteAssetIndex(instrumentId) != assetIndex) {
            return;
        }
        marketMinor = Proportion.sum(marketMinor, cashMinor);
        plusMinor = Proportion.sum(plusMinor, cashMinor);
        if (of != null && of.collateral && unitsMinor > 0) {
            long valueMinor = trading.valueMinor(instrumentId, unitsMinor);
            marketMinor = Proportion.sum(marketMinor, valueMinor);
            addConverted(of, valueMinor);
        }
    }

    private void addConverted(CollateralList.Entry of, long valueMinor) {
        plusMinor = Proportion.sum(plusMinor, Proportion.floor(valueMinor, of.conversionPpm, MILLION));
    }

    /** What an account has of an asset and is not about to leave. */
    private long ownMinor(int accountIndex, int ofAssetIndex) {
        int slot = balances.find(accountIndex, ofAssetIndex);
        return slot == Balances.NOT_FOUND
                ? 0
                : balances.availableMinor(slot)
                        + balances.heldMinor(slot)
                        - ledger.heldByHoldsMinor(slot)
                        + balances.unsettledInMinor(slot);
    }

    /** Market value of what an account has of an instrument. */
    long holdingMinor(MarginAccount account, CollateralList.Entry of) {
        return trading.valueMinor(of.instrumentId, ownMinor(account.accountIndex, of.baseAssetIndex));
    }

    /** Whether the maintenance ratio is below a line; never where nothing is owed. */
    boolean isBelow(int linePpm) {
        return Proportion.isLess(assetsMinor, MILLION, debtMinor, linePpm);
    }

    /** Maintenance ratio, parts per million, rounded down; 0 where nothing is owed. */
    long ratioPpm() {
        return debtMinor == 0 ? 0 : Proportion.floor(assetsMinor, MILLION, debtMinor);
    }

    /** Cash that, paid in, brings the ratio to a line; 0 where it is there. */
    long requiredMinor(int linePpm) {
        return Math.max(0, Proportion.ceiling(debtMinor, linePpm, MILLION) - assetsMinor);
    }

    /**
     * What must be paid of the debt, out of what the account has, to bring the ratio to a line:
     *
     * <pre>  (assets - x) / (debt - x) = line;  x = debt - (assets - debt) / (line - 1)</pre>
     *
     * @return 0 where it is there, all of the debt where the assets do not cover it
     */
    long toPayMinor(int linePpm) {
        return toPayMinor(assetsMinor, debtMinor, linePpm);
    }

    /** The same of what remains when all cash has been paid: what must be sold. */
    long toSellMinor(int linePpm) {
        long paidMinor = Math.min(cashMinor, debtMinor);
        return toPayMinor(assetsMinor - paidMinor, debtMinor - paidMinor, linePpm);
    }

    private static long toPayMinor(long assetsMinor, long debtMinor, int linePpm) {
        return assetsMinor <= debtMinor
                ? debtMinor
                : Math.max(0, debtMinor - Proportion.floor(assetsMinor - debtMinor, MILLION, linePpm - MILLION));
    }
}
