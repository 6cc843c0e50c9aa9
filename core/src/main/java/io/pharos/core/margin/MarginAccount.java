package io.pharos.core.margin;

import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.MarginStatus;
import java.util.Arrays;

/**
 * An account with a margin agreement, and what it owes.
 *
 * <pre>
 *            below the warning line           its deadline passed
 *   NORMAL ------------------------> CALLED ----------------------> CLOSING --nothing left to sell--> SHORTFALL
 *     ^  |                             |   below the closing line      ^ |                                |
 *     |  +-----below the closing line--|-------------------------------+ |                                |
 *     +---------restored---------------+--------restored-----------------+-----paid, or restored----------+
 * </pre>
 *
 * <p>Invariants: the loans are sorted by age and each has its own instrument; what the account owes is the sum of its loans.
 */
final class MarginAccount {
    private static final long DIGEST_TAG = 60;
    private static final int LOANS_MAX = 1 << 16;

    final int accountIndex;
    final long accountId;

    long creditLimitMinor;

    /** Yearly rate of interest. */
    int ratePpm;

    /** Whether the agreement is in force. */
    boolean active;

    MarginStatus status = MarginStatus.NORMAL;

    /** Last business day of a call, by its number; 0 without one. */
    long deadlineDay;

    /** Business day of a call; 0 without one. */
    int callDate;

    /** How many of the holdings, the largest first, found no buyer since one did. */
    int attempt;

    /** Whether it has been said that the close-out waits. */
    boolean waiting;

    /** Interest accrued and not paid. */
    long interestMinor;

    /** And parts of a minor unit. */
    long interestParts;

    /** Business day up to which interest has accrued; 0 before the first loan. */
    int accruedDate;

    // What the last valuation told.
    long toldAssetsMinor;
    long toldDebtMinor;
    long toldExcessMinor;

    /** Hash that the digest contains for this account. */
    long digestShare;

    /** Whether the digest does not contain the last change. */
    boolean undigested;

    private MarginProgram program;
    private Loan[] loans = new Loan[4];
    private int loanCount;
    private long lastLoanNumber;
    private long principalMinor;
    private long reservedMinor;

    MarginAccount(int accountIndex, long accountId, MarginProgram program) {
        this.accountIndex = accountIndex;
        this.accountId = accountId;
        this.program = program;
    }

    MarginProgram program() {
        return program;
    }

    /** Changes the program of an account that owes nothing. */
    void program(MarginProgram program) {
        this.program = program;
        accruedDate = 0;
    }

    /** What it has spent of what it was lent. */
    long principalMinor() {
        return principalMinor;
    }

    /** What is lent to its open orders. */
    long reservedMinor() {
        return reservedMinor;
    }

    /** What it owes, interest included. */
    long debtMinor() {
        return principalMinor + interestMinor;
    }

    /** Proceeds of sales that are to pay its loans and have not been taken. */
    long dueMinor() {
        long dueMinor = 0;
        for (int place = 0; place < loanCount; place++) {
            dueMinor += loans[place].dueMinor;
        }
        return dueMinor;
    }

    boolean owes() {
        return (principalMinor | reservedMinor | interestMinor) != 0;
    }

    int loanCount() {
        return loanCount;
    }

    /** A loan, the oldest first. */
    Loan loan(int place) {
        return loans[place];
    }

    /** Place of the loan for an instrument; -1 where there is none. */
    int find(int instrumentId) {
        for (int place = 0; place < loanCount; place++) {
            if (loans[place].instrumentId == instrumentId) {
                return place;
            }
        }
        return -1;
    }

    Loan findOrAdd(int instrumentId) {
        int place = find(instrumentId);
        return place >= 0 ? loans[place] : add(instrumentId, ++lastLoanNumber);
    }

    private Loan add(int instrumentId, long number) {
        if (loanCount == loans.length) {
            loans = Arrays.copyOf(loans, loanCount * 2);
        }
        Loan loan = loans[loanCount];
        if (loan == null) {
            loan = new Loan();
            loans[loanCount] = loan;
        }
        loan.begin(instrumentId, number);
        loanCount++;
        return loan;
    }

    /** Changes a loan, and forgets it where it is over; the loans behind it move up. */
    void change(int place, long principalChangeMinor, long reservedChangeMinor) {
        Loan loan = loans[place];
        loan.principalMinor += principalChangeMinor;
        loan.reservedMinor += reservedChangeMinor;
        principalMinor += principalChangeMinor;
        reservedMinor += reservedChangeMinor;
        Invariant.check(loan.principalMinor >= 0 && loan.reservedMinor >= 0, "a loan is not below zero");
        if (loan.principalMinor == 0) {
            loan.dueMinor = 0;
        }
        if (loan.isOver()) {
            loanCount--;
            System.arraycopy(loans, place + 1, loans, place, loanCount - place);
            loans[loanCount] = loan;
        }
    }

    long hash() {
        long hash = Mix.pair(Mix.start(DIGEST_TAG), accountIndex, program.terms.programId);
        hash = Mix.pair(hash, creditLimitMinor, ratePpm);
        hash = Mix.pair(hash, status.code() | (active ? 1 << 8 : 0) | (waiting ? 1 << 9 : 0), attempt);
        hash = Mix.pair(hash, deadlineDay, callDate);
        hash = Mix.pair(hash, interestMinor, interestParts);
        hash = Mix.pair(hash, accruedDate, lastLoanNumber);
        hash = Mix.pair(hash, toldAssetsMinor, toldDebtMinor);
        hash = Mix.pair(hash, toldExcessMinor, loanCount);
        for (int place = 0; place < loanCount; place++) {
            hash = loans[place].mixInto(hash);
        }
        return hash;
    }

    void save(StateWriter out) {
        out.writeInt(accountIndex);
        out.writeLong(creditLimitMinor);
        out.writeInt(ratePpm);
        out.writeBoolean(active);
        out.writeInt(status.code());
        out.writeLong(deadlineDay);
        out.writeInt(callDate);
        out.writeInt(attempt);
        out.writeBoolean(waiting);
        out.writeLong(interestMinor);
        out.writeLong(interestParts);
        out.writeInt(accruedDate);
        out.writeLong(toldAssetsMinor);
        out.writeLong(toldDebtMinor);
        out.writeLong(toldExcessMinor);
        out.writeLong(lastLoanNumber);
        out.writeInt(loanCount);
        for (int place = 0; place < loanCount; place++) {
            loans[place].save(out);
        }
    }

    /** Loads what follows the index. */
    void load(StateReader in) {
        creditLimitMinor = in.readLong();
        ratePpm = in.readInt();
        active = in.readBoolean();
        status = MarginStatus.ofCode(in.readInt());
        deadlineDay = in.readLong();
        callDate = in.readInt();
        attempt = in.readInt();
        waiting = in.readBoolean();
        interestMinor = in.readLong();
        interestParts = in.readLong();
        accruedDate = in.readInt();
        toldAssetsMinor = in.readLong();
        toldDebtMinor = in.readLong();
        toldExcessMinor = in.readLong();
        lastLoanNumber = in.readLong();
        int count = in.readCount(LOANS_MAX);
        long previous = 0;
        for (int i = 0; i < count; i++) {
            Loan loan = add(0, 0);
            loan.load(in);
            Invariant.check(
                    loan.number > previous
                            && loan.number <= lastLoanNumber
                            && find(loan.instrumentId) == i
                            && loan.principalMinor <= LoanInterest.WHOLE_MAX * 2 - principalMinor
                            && loan.reservedMinor <= LoanInterest.WHOLE_MAX * 2 - reservedMinor,
                    "the loans of an account are sorted by age, one for an instrument");
            previous = loan.number;
            principalMinor += loan.principalMinor;
            reservedMinor += loan.reservedMinor;
        }
        Invariant.check(
                status != MarginStatus.NONE
                        && interestMinor >= 0
                        && interestParts >= 0
                        && interestParts < LoanInterest.SCALE
                        && (accruedDate > 0 || principalMinor == 0)
                        && (active || !owes()),
                "a margin account in the snapshot could stand so");
    }
}
