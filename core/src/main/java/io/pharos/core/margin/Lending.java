package io.pharos.core.margin;

import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.ledger.PostingCause;
import io.pharos.core.ledger.Proportion;
import io.pharos.core.settlement.Settlement;
import io.pharos.core.state.Invariant;
import io.pharos.core.trading.Credit;
import io.pharos.core.trading.MarginTrading;
import io.pharos.protocol.Bucket;
import io.pharos.protocol.MarginLoanChange;
import io.pharos.protocol.MarginStatus;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;

/**
 * Lends to orders and takes back: every loan is a transfer out of the lending account of the program, and every repayment
 * one back, so that the lending account is below zero by the sum of the loans.
 *
 * <pre>
 *   lending account --MARGIN_LOAN--> account         an order lacks cash; the account holds it at once
 *   account --MARGIN_REPAYMENT--> lending account    not spent, or paid back
 *   account --MARGIN_INTEREST--> income account
 * </pre>
 *
 * <p>A payment pays interest first. The proceeds of a sale pay the loan of the instrument sold; every other payment pays the
 * oldest loan first.
 */
final class Lending implements Credit {
    private static final int MILLION = 1_000_000;

    private final Ledger ledger;
    private final Balances balances;
    private final Settlement settlement;
    private final MarginTrading trading;
    private final MarginAccounts accounts;
    private final CollateralList collateral;
    private final Valuation valuation;
    private final MarginEvents events;
    private final PostingCause cause = new PostingCause();

    Lending(
            Ledger ledger,
            Settlement settlement,
            MarginTrading trading,
            MarginAccounts accounts,
            CollateralList collateral,
            Valuation valuation,
            MarginEvents events) {
        this.ledger = ledger;
        this.settlement = settlement;
        this.trading = trading;
        this.accounts = accounts;
        this.collateral = collateral;
        this.valuation = valuation;
        this.events = events;
        balances = ledger.balances();
    }

    @Override
    public Outcome checkBuy(int accountIndex, int instrumentId, long amountMinor, long missingMinor) {
        MarginAccount account = accounts.find(accountIndex);
        boolean isOwnCurrency =
                account != null && trading.quoteAssetIndex(instrumentId) == account.program().assetIndex;
        if (account == null || !isOwnCurrency) {
            return missingMinor == 0 ? Outcome.ACCEPTED : Outcome.INSUFFICIENT_FUNDS;
        }
        if (account.status != MarginStatus.NORMAL) {
            return Outcome.MARGIN_CALL_OPEN;
        }
        CollateralList.Entry of = collateral.find(instrumentId);
        boolean isCollateral = of != null && of.collateral;
        if (missingMinor == 0) {
            return isCollateral || !account.owes() ? Outcome.ACCEPTED : Outcome.MARGIN_NOT_ELIGIBLE;
        }
        return of == null || !of.financing
                ? Outcome.MARGIN_NOT_ELIGIBLE
                : checkLoan(account, of, amountMinor, missingMinor);
    }

    private Outcome checkLoan(MarginAccount account, CollateralList.Entry of, long amountMinor, long missingMinor) {
        MarginProgram program = account.program();
        long lentMinor = account.principalMinor() + account.reservedMinor();
        if (missingMinor > account.creditLimitMinor - lentMinor
                || missingMinor > program.terms.creditMaxMinor - program.lentMinor) {
            return Outcome.MARGIN_CREDIT_LIMIT;
        }
        valuation.value(account);
        if (valuation.excessMinor < Proportion.ceiling(missingMinor, of.initialPpm, MILLION)) {
            return Outcome.MARGIN_INSUFFICIENT;
        }
        int mostPpm = program.terms.concentrationPpm;
        if (mostPpm > 0) {
            long worthMinor = Proportion.sum(valuation.holdingMinor(account, of), amountMinor);
            long allMinor = Proportion.sum(valuation.assetsMinor, missingMinor);
            if (Proportion.isLess(allMinor, mostPpm, worthMinor, MILLION)) {
                return Outcome.CONCENTRATION_LIMIT;
            }
        }
        return balances.checkSpend(lendingSlot(program), missingMinor);
    }

    @Override
    public void reserve(int accountIndex, int instrumentId, long orderId, long amountMinor) {
        MarginAccount account = known(accountIndex);
        MarginProgram program = account.program();
        Loan loan = account.findOrAdd(instrumentId);
        account.change(account.find(instrumentId), 0, amountMinor);
        program.lentMinor += amountMinor;
        accounts.changed(account);
        cause.clear();
        cause.orderId = orderId;
        post(lendingSlot(program), cashSlot(account), amountMinor, PostingCode.MARGIN_LOAN);
        events.changed(account, loan, MarginLoanChange.RESERVED, amountMinor, orderId, 0);
    }

    @Override
    public void release(int accountIndex, int instrumentId, long orderId, long amountMinor) {
        MarginAccount account = known(accountIndex);
        cause.clear();
        cause.orderId = orderId;
        payBack(account, placeOf(account, instrumentId), 0, amountMinor, MarginLoanChange.RELEASED, orderId, 0);
    }

    @Override
    public void draw(int accountIndex, int instrumentId, long orderId, long tradeId, long amountMinor) {
        MarginAccount account = known(accountIndex);
        accrue(account);
        int place = placeOf(account, instrumentId);
        account.change(place, amountMinor, -amountMinor);
        accounts.changed(account);
        events.changed(account, account.loan(place), MarginLoanChange.DRAWN, amountMinor, orderId, tradeId);
    }

    @Override
    public void sold(int accountIndex, int instrumentId, long orderId, long tradeId, long proceedsMinor) {
        MarginAccount account = accounts.find(accountIndex);
        int place = account == null ? -1 : account.find(instrumentId);
        if (account == null || place < 0 || account.loan(place).principalMinor == 0) {
            return;
        }
        accrue(account);
        Loan loan = account.loan(place);
        loan.dueMinor = Math.min(loan.principalMinor + account.interestMinor, loan.dueMinor + proceedsMinor);
        accounts.changed(account);
        payDue(account, place, orderId, tradeId);
    }

    /** Takes what sales have brought for loans, as far as it has come. */
    void payDue(MarginAccount account) {
        for (int place = account.loanCount() - 1; place >= 0; place--) {
            if (account.loan(place).dueMinor > 0) {
                accrue(account);
                payDue(account, place, 0, 0);
            }
        }
    }

    private void payDue(MarginAccount account, int place, long orderId, long tradeId) {
        Loan loan = account.loan(place);
        long paidMinor = Math.min(loan.dueMinor, balances.availableMinor(cashSlot(account)));
        if (paidMinor > 0) {
            loan.dueMinor -= paidMinor;
            accounts.changed(account);
            cause.clear();
            cause.orderId = orderId;
            cause.tradeId = tradeId;
            long restMinor = paidMinor - payInterest(account, paidMinor, orderId, tradeId);
            repayLoan(account, place, Math.min(restMinor, loan.principalMinor), orderId, tradeId);
        }
    }

    /** Pays interest, then loans, the oldest first, out of what is available; returns how much it paid. */
    long repay(MarginAccount account, long mostMinor) {
        accrue(account);
        long paidMinor = Math.min(Math.min(mostMinor, account.debtMinor()), balances.availableMinor(cashSlot(account)));
        cause.clear();
        long restMinor = paidMinor - payInterest(account, paidMinor, 0, 0);
        for (int place = 0; restMinor > 0 && place < account.loanCount(); ) {
            Loan loan = account.loan(place);
            long loanMinor = Math.min(restMinor, loan.principalMinor);
            restMinor -= loanMinor;
            repayLoan(account, place, loanMinor, 0, 0);
            place += place < account.loanCount() && account.loan(place) == loan ? 1 : 0;
        }
        return paidMinor;
    }

    /** Pays interest out of what is available. */
    void payInterest(MarginAccount account) {
        cause.clear();
        payInterest(account, balances.availableMinor(cashSlot(account)), 0, 0);
    }

    /** Pays as much interest; returns how much it was. */
    private long payInterest(MarginAccount account, long mostMinor, long orderId, long tradeId) {
        long paidMinor = Math.min(mostMinor, account.interestMinor);
        if (paidMinor > 0) {
            account.interestMinor -= paidMinor;
            accounts.changed(account);
            int income = slot(account.program().terms.incomeAccountId, account.program().assetIndex);
            post(cashSlot(account), income, paidMinor, PostingCode.MARGIN_INTEREST);
            events.changed(account, null, MarginLoanChange.INTEREST_PAID, paidMinor, orderId, tradeId);
        }
        return paidMinor;
    }

    private void repayLoan(MarginAccount account, int place, long amountMinor, long orderId, long tradeId) {
        if (amountMinor > 0) {
            payBack(account, place, amountMinor, 0, MarginLoanChange.REPAID, orderId, tradeId);
        }
    }

    private void payBack(
            MarginAccount account,
            int place,
            long principalMinor,
            long reservedMinor,
            MarginLoanChange kind,
            long orderId,
            long tradeId) {
        MarginProgram program = account.program();
        Loan loan = account.loan(place);
        long amountMinor = principalMinor + reservedMinor;
        account.change(place, -principalMinor, -reservedMinor);
        program.lentMinor -= amountMinor;
        accounts.changed(account);
        post(cashSlot(account), lendingSlot(program), amountMinor, PostingCode.MARGIN_REPAYMENT);
        events.changed(account, loan, kind, amountMinor, orderId, tradeId);
    }

    /** Brings the interest of an account up to the present business day. */
    void accrue(MarginAccount account) {
        int date = settlement.dateOf(account.program().terms.calendarId);
        if (date <= account.accruedDate) {
            return;
        }
        boolean bears = account.accruedDate != 0 && account.principalMinor() > 0;
        long accruedMinor = bears ? LoanInterest.accrue(account, Settlement.daysBetween(account.accruedDate, date)) : 0;
        account.accruedDate = date;
        accounts.changed(account);
        if (bears) {
            events.changed(account, null, MarginLoanChange.ACCRUED, accruedMinor, 0, 0);
        }
    }

    /** What an account has available in the currency that it borrows. */
    long availableMinor(MarginAccount account) {
        return balances.availableMinor(cashSlot(account));
    }

    private void post(int fromSlot, int toSlot, long amountMinor, PostingCode code) {
        ledger.postings().post(fromSlot, Bucket.AVAILABLE, toSlot, amountMinor, code, cause);
    }

    private int cashSlot(MarginAccount account) {
        return balances.findOrAdd(account.accountIndex, account.program().assetIndex);
    }

    private int lendingSlot(MarginProgram program) {
        return slot(program.terms.lendingAccountId, program.assetIndex);
    }

    private int slot(long accountId, int assetIndex) {
        return balances.findOrAdd(ledger.accounts().find(accountId), assetIndex);
    }

    private MarginAccount known(int accountIndex) {
        MarginAccount account = accounts.find(accountIndex);
        if (account == null) {
            throw new IllegalStateException("nothing is lent to account " + accountIndex);
        }
        return account;
    }

    private static int placeOf(MarginAccount account, int instrumentId) {
        int place = account.find(instrumentId);
        Invariant.check(place >= 0, "what an order has borrowed is a loan");
        return place;
    }
}
