package io.pharos.core.margin;

import io.pharos.core.command.RepayMarginLoan;
import io.pharos.core.command.Result;
import io.pharos.core.command.SetMarginAgreement;
import io.pharos.core.command.SetMarginProgram;
import io.pharos.core.command.SetMarginTerms;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.Sequencer;
import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.ledger.Pledge;
import io.pharos.core.settlement.Settlement;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.core.trading.MarginTrading;
import io.pharos.protocol.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The commands of margin accounts, and what they bring with time. A refused command changes nothing; {@code
 * docs/reference/outcomes.md} gives the order of the checks, {@code docs/concepts/margin.md} the rules.
 */
public final class Margin implements Pledge {
    private final Ledger ledger;
    private final MarginTrading trading;
    private final Sequencer sequencer;
    private final List<MarginProgram> programs = new ArrayList<>();
    private final CollateralList collateral = new CollateralList();
    private final MarginAccounts accounts = new MarginAccounts();
    private final Valuation valuation;
    private final Lending lending;
    private final Revaluation revaluation;
    private final MarginEvents events;
    private final MarginState state;

    public Margin(Ledger ledger, Settlement settlement, MarginTrading trading, Sequencer sequencer, EventSink sink) {
        this.ledger = ledger;
        this.trading = trading;
        this.sequencer = sequencer;
        events = new MarginEvents(sequencer, sink);
        valuation = new Valuation(ledger, trading, collateral);
        lending = new Lending(ledger, settlement, trading, accounts, collateral, valuation, events);
        revaluation = new Revaluation(settlement, trading, accounts, collateral, valuation, lending, events, sequencer);
        state = new MarginState(ledger, settlement, trading, programs, collateral, accounts);
        trading.credit(lending);
        ledger.pledge(this);
    }

    /** Says who knows what corporate actions have yet to pay. */
    public void claims(Claims claims) {
        valuation.claims(claims);
    }

    public Outcome set(SetMarginProgram command, Result result) {
        Outcome outcome = state.check(command);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        result.entityId = command.programId;
        MarginProgram known = state.find(command.programId);
        if (known == null) {
            state.add(command);
        } else if (sameTerms(known.terms, command)) {
            return Outcome.ACCEPTED;
        } else if (!known.hasKept(command)) {
            return Outcome.EXISTS_WITH_OTHER_FIELDS;
        } else {
            known.terms = MarginProgram.copyOf(command);
        }
        events.set(command);
        return Outcome.ACCEPTED;
    }

    private static boolean sameTerms(SetMarginProgram known, SetMarginProgram command) {
        return known.fingerprint() == MarginProgram.copyOf(command).fingerprint();
    }

    public Outcome set(SetMarginTerms command, Result result) {
        Outcome outcome = state.check(command);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        result.entityId = command.instrumentId;
        CollateralList.Entry known = collateral.find(command.instrumentId);
        if (known == null || !known.hasTerms(command)) {
            state.set(command);
            events.set(command);
        }
        return Outcome.ACCEPTED;
    }

    public Outcome set(SetMarginAgreement command, Result result) {
        int accountIndex = ledger.accounts().find(command.accountId);
        if (accountIndex == Accounts.NOT_FOUND) {
            return Outcome.ACCOUNT_NOT_FOUND;
        }
        MarginProgram program = state.find(command.programId);
        if (program == null) {
            return Outcome.MARGIN_PROGRAM_NOT_FOUND;
        }
        boolean isValid = !ledger.accounts().isHouse(accountIndex)
                && command.creditLimitMinor >= 0
                && command.creditLimitMinor <= Balances.CLEARING_MAX_MINOR
                && command.ratePpm >= 0
                && command.ratePpm <= MarginState.MILLION;
        if (!isValid) {
            return Outcome.MARGIN_TERMS_INVALID;
        }
        MarginAccount account = accounts.find(accountIndex);
        if (account == null && !command.active) {
            return Outcome.MARGIN_AGREEMENT_NOT_FOUND;
        }
        if (account != null && account.owes() && (!command.active || account.program() != program)) {
            return Outcome.MARGIN_DEBT_OPEN;
        }
        result.entityId = command.accountId;
        boolean isSame = account != null
                && account.program() == program
                && account.creditLimitMinor == command.creditLimitMinor
                && account.ratePpm == command.ratePpm
                && account.active == command.active;
        if (!isSame) {
            if (account != null) {
                lending.accrue(account);
            }
            state.set(command, accountIndex, program, sequencer.timeNanos());
            events.set(command);
        }
        MarginAccount changed = accounts.find(accountIndex);
        if (changed != null && changed.active) {
            revaluation.value(changed);
        }
        return Outcome.ACCEPTED;
    }

    /** The result's entity is what was paid, minor units. */
    public Outcome repay(RepayMarginLoan command, Result result) {
        if (command.amountMinor <= 0) {
            return Outcome.AMOUNT_NOT_POSITIVE;
        }
        int accountIndex = ledger.accounts().find(command.accountId);
        if (accountIndex == Accounts.NOT_FOUND) {
            return Outcome.ACCOUNT_NOT_FOUND;
        }
        MarginAccount account = accounts.find(accountIndex);
        if (account == null) {
            return Outcome.MARGIN_AGREEMENT_NOT_FOUND;
        }
        long owedMinor = Math.min(command.amountMinor, account.debtMinor());
        if (owedMinor == 0) {
            return Outcome.MARGIN_NO_DEBT;
        }
        if (lending.availableMinor(account) < owedMinor) {
            return Outcome.INSUFFICIENT_FUNDS;
        }
        result.entityId = lending.repay(account, command.amountMinor);
        revaluation.value(account);
        return Outcome.ACCEPTED;
    }

    /**
     * What leaves must leave the maintenance ratio at the line above which it may, and the margin free that it takes.
     * What is no collateral may always leave.
     */
    @Override
    public Outcome checkLeave(int slot, long amountMinor) {
        MarginAccount account = accounts.find(ledger.balances().accountIndex(slot));
        if (account == null || !account.owes()) {
            return Outcome.ACCEPTED;
        }
        long worthMinor = worthMinor(account, ledger.balances().assetIndex(slot), amountMinor);
        if (worthMinor == 0) {
            return Outcome.ACCEPTED;
        }
        valuation.value(account);
        return state.mayLeave(account, valuation, worthMinor) ? Outcome.ACCEPTED : Outcome.MARGIN_PLEDGED;
    }

    private long worthMinor(MarginAccount account, int assetIndex, long amountMinor) {
        if (assetIndex == account.program().assetIndex) {
            return amountMinor;
        }
        for (int i = 0; i < collateral.size(); i++) {
            CollateralList.Entry of = collateral.at(i);
            boolean counts = of.collateral
                    && of.baseAssetIndex == assetIndex
                    && of.quoteAssetIndex == account.program().assetIndex;
            if (counts) {
                return Math.max(1, trading.valueMinor(of.instrumentId, amountMinor));
            }
        }
        return 0;
    }

    /** Log time at which something is to be done without a command; {@code Long.MAX_VALUE} where nothing is. */
    public long nextDeadlineNanos() {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < programs.size(); i++) {
            next = Math.min(next, programs.get(i).dueNanos(sequencer.timeNanos()));
        }
        return next;
    }

    /** Does one step of each walk whose time has come. */
    public void advance() {
        for (int i = 0; i < programs.size(); i++) {
            MarginProgram program = programs.get(i);
            long dueNanos = program.dueNanos(sequencer.timeNanos());
            if (dueNanos <= sequencer.timeNanos() && (program.cursor >= 0 || dueNanos != Long.MAX_VALUE)) {
                revaluation.step(program);
            }
        }
    }

    /** Begins the accrual of a business day. */
    public void dayBegan(int calendarId) {
        for (int i = 0; i < programs.size(); i++) {
            MarginProgram program = programs.get(i);
            if (program.terms.calendarId == calendarId && !program.accounts.isEmpty()) {
                program.accrualCursor = 0;
            }
        }
    }

    /** Whether interest of the present day of a calendar has yet to accrue. */
    public boolean hasWork(int calendarId) {
        for (int i = 0; i < programs.size(); i++) {
            if (programs.get(i).terms.calendarId == calendarId && programs.get(i).accrualCursor >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Accrues so many accounts, and takes interest out of the cash that they have free; returns how many. */
    public int step(int calendarId, int most) {
        int done = 0;
        for (int i = 0; i < programs.size(); i++) {
            MarginProgram program = programs.get(i);
            while (program.terms.calendarId == calendarId && program.accrualCursor >= 0 && done < most) {
                MarginAccount account = program.accounts.get(program.accrualCursor++);
                lending.accrue(account);
                lending.payDue(account);
                lending.payInterest(account);
                program.accrualCursor = program.accrualCursor < program.accounts.size() ? program.accrualCursor : -1;
                done++;
            }
        }
        return done;
    }

    /** What may be read of margin accounts. */
    public @Nullable MarginReading read(long accountId) {
        int accountIndex = ledger.accounts().find(accountId);
        MarginAccount account = accountIndex == Accounts.NOT_FOUND ? null : accounts.find(accountIndex);
        if (account == null) {
            return null;
        }
        valuation.value(account);
        return new MarginReading(
                account.status,
                account.principalMinor(),
                account.reservedMinor(),
                account.interestMinor,
                account.interestParts,
                valuation.assetsMinor,
                valuation.ratioPpm(),
                valuation.excessMinor);
    }

    /** Recomputes digest and sums, and compares the loans with what the open orders have borrowed. Takes time. */
    public void audit() {
        state.audit();
    }

    public long digest() {
        return state.digest();
    }

    public void save(StateWriter out) {
        state.save(out);
    }

    public void load(StateReader in) {
        state.load(in);
    }
}
