package io.pharos.core.margin;

import io.pharos.core.command.SetMarginAgreement;
import io.pharos.core.command.SetMarginProgram;
import io.pharos.core.command.SetMarginTerms;
import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.Asset;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.ledger.Proportion;
import io.pharos.core.settlement.Settlement;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.core.trading.MarginTrading;
import io.pharos.protocol.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks and keeps programs, terms and agreements; saves, loads and audits them. */
final class MarginState {
    static final int MILLION = 1_000_000;

    private static final int PROGRAMS_MAX = 16;
    private static final int LINE_MAX_PPM = 10 * MILLION;
    private static final int CALL_MAX_DAYS = 10;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long DAY_NANOS = 86_400 * SECOND_NANOS;

    private final Ledger ledger;
    private final Settlement settlement;
    private final MarginTrading trading;
    private final List<MarginProgram> programs;
    private final CollateralList collateral;
    private final MarginAccounts accounts;

    MarginState(
            Ledger ledger,
            Settlement settlement,
            MarginTrading trading,
            List<MarginProgram> programs,
            CollateralList collateral,
            MarginAccounts accounts) {
        this.ledger = ledger;
        this.settlement = settlement;
        this.trading = trading;
        this.programs = programs;
        this.collateral = collateral;
        this.accounts = accounts;
    }

    @Nullable
    MarginProgram find(int programId) {
        for (int i = 0; i < programs.size(); i++) {
            if (programs.get(i).terms.programId == programId) {
                return programs.get(i);
            }
        }
        return null;
    }

    Outcome check(SetMarginProgram terms) {
        if (ledger.assets().find(terms.assetId) == null) {
            return Outcome.ASSET_NOT_FOUND;
        }
        if (!areLines(terms) || !areLimits(terms)) {
            return Outcome.MARGIN_TERMS_INVALID;
        }
        if (!isHouse(terms.lendingAccountId) || !isHouse(terms.incomeAccountId)) {
            return Outcome.SOURCE_ACCOUNT_INVALID;
        }
        return settlement.dateOf(terms.calendarId) == 0 ? Outcome.CALENDAR_NOT_FOUND : Outcome.ACCEPTED;
    }

    private static boolean areLines(SetMarginProgram terms) {
        return terms.closingPpm >= MILLION
                && terms.warningPpm >= terms.closingPpm
                && terms.restorePpm >= terms.warningPpm
                && terms.restorePpm > MILLION
                && terms.withdrawalPpm >= terms.restorePpm
                && terms.withdrawalPpm <= LINE_MAX_PPM;
    }

    private static boolean areLimits(SetMarginProgram terms) {
        return terms.programId >= 1
                && terms.programId <= PROGRAMS_MAX
                && terms.concentrationPpm >= 0
                && terms.concentrationPpm <= MILLION
                && (terms.dayCount == 360 || terms.dayCount == 365)
                && terms.callDays >= 0
                && terms.callDays <= CALL_MAX_DAYS
                && terms.protectionPpm >= 0
                && terms.protectionPpm < MILLION
                && terms.creditMaxMinor >= 0
                && terms.creditMaxMinor <= Balances.CLEARING_MAX_MINOR
                && terms.revalueNanos >= SECOND_NANOS
                && terms.revalueNanos <= DAY_NANOS;
    }

    private boolean isHouse(long accountId) {
        int accountIndex = ledger.accounts().find(accountId);
        return accountIndex != Accounts.NOT_FOUND && ledger.accounts().isHouse(accountIndex);
    }

    MarginProgram add(SetMarginProgram terms) {
        Asset asset = ledger.assets().find(terms.assetId);
        if (asset == null) {
            throw new IllegalStateException("the asset of a program has been checked");
        }
        MarginProgram program = new MarginProgram(asset.index(), MarginProgram.copyOf(terms));
        programs.add(program);
        return program;
    }

    Outcome check(SetMarginTerms terms) {
        if (!trading.isRegistered(terms.instrumentId)) {
            return Outcome.INSTRUMENT_NOT_FOUND;
        }
        boolean isValid = terms.conversionPpm >= 0
                && terms.conversionPpm <= MILLION
                && terms.initialPpm >= 1
                && terms.initialPpm <= LINE_MAX_PPM
                && (terms.collateral || !terms.financing);
        if (!isValid) {
            return Outcome.MARGIN_TERMS_INVALID;
        }
        boolean isShared = terms.collateral
                && collateral.isShared(
                        terms.instrumentId,
                        trading.baseAssetIndex(terms.instrumentId),
                        trading.quoteAssetIndex(terms.instrumentId));
        return isShared ? Outcome.ASSET_SHARED : Outcome.ACCEPTED;
    }

    void set(SetMarginTerms terms) {
        CollateralList.Entry entry = collateral.find(terms.instrumentId);
        if (entry == null) {
            entry = new CollateralList.Entry(
                    terms.instrumentId,
                    trading.baseAssetIndex(terms.instrumentId),
                    trading.quoteAssetIndex(terms.instrumentId));
            collateral.add(entry);
        }
        entry.set(terms);
    }

    void set(SetMarginAgreement terms, int accountIndex, MarginProgram program, long nowNanos) {
        if (program.accounts.isEmpty()) {
            program.rest(nowNanos);
        }
        MarginAccount account = accounts.find(accountIndex);
        if (account == null) {
            account = new MarginAccount(accountIndex, terms.accountId, program);
            accounts.add(account);
        } else if (account.program() != program) {
            leave(account.program(), account);
            account.program(program);
            program.accounts.add(account);
        }
        account.creditLimitMinor = terms.creditLimitMinor;
        account.ratePpm = terms.ratePpm;
        account.active = terms.active;
        accounts.changed(account);
        ledger.balances().pledge(accountIndex, terms.active, ledger.assets().size());
    }

    /** Takes an account out of a program; the walks over the others go on where they are. */
    private static void leave(MarginProgram program, MarginAccount account) {
        int place = program.accounts.indexOf(account);
        program.accounts.remove(place);
        program.cursor -= place < program.cursor ? 1 : 0;
        program.accrualCursor -= place < program.accrualCursor ? 1 : 0;
        if (program.accrualCursor >= program.accounts.size()) {
            program.accrualCursor = -1;
        }
        if (program.accounts.isEmpty()) {
            program.cursor = -1;
        }
    }

    /** Whether something of a worth may leave an account that owes. */
    boolean mayLeave(MarginAccount account, Valuation of, long worthMinor) {
        long assetsMinor = Proportion.sum(of.assetsMinor, account.reservedMinor()) - worthMinor;
        long debtMinor = Proportion.sum(of.debtMinor, account.reservedMinor());
        return worthMinor <= of.excessMinor
                && assetsMinor >= 0
                && !Proportion.isLess(assetsMinor, MILLION, debtMinor, account.program().terms.withdrawalPpm);
    }

    long digest() {
        long digest = accounts.digest() + collateral.digest();
        for (int i = 0; i < programs.size(); i++) {
            digest += programs.get(i).hash();
        }
        return digest;
    }

    void audit() {
        accounts.audit(programs);
        for (int i = 0; i < programs.size(); i++) {
            MarginProgram program = programs.get(i);
            for (int j = 0; j < program.accounts.size(); j++) {
                audit(program.accounts.get(j));
            }
        }
    }

    private void audit(MarginAccount account) {
        Invariant.check(
                ledger.accounts().isPledged(account.accountIndex) == account.active,
                "what an account with an agreement in force has is pledged");
        for (int place = 0; place < account.loanCount(); place++) {
            Loan loan = account.loan(place);
            Invariant.check(
                    loan.reservedMinor == trading.borrowedMinor(account.accountIndex, loan.instrumentId),
                    "what is lent to orders is what they have borrowed");
        }
    }

    void save(StateWriter out) {
        out.writeInt(collateral.size());
        for (int i = 0; i < collateral.size(); i++) {
            CollateralList.Entry entry = collateral.at(i);
            out.writeInt(entry.instrumentId);
            out.writeInt(entry.conversionPpm);
            out.writeInt(entry.initialPpm);
            out.writeBoolean(entry.collateral);
            out.writeBoolean(entry.financing);
        }
        out.writeInt(programs.size());
        for (int i = 0; i < programs.size(); i++) {
            MarginProgram program = programs.get(i);
            program.save(out);
            out.writeInt(program.accounts.size());
            for (int j = 0; j < program.accounts.size(); j++) {
                program.accounts.get(j).save(out);
            }
        }
    }

    void load(StateReader in) {
        int termsCount = in.readCount(1 << 16);
        SetMarginTerms terms = new SetMarginTerms();
        for (int i = 0; i < termsCount; i++) {
            terms.instrumentId = in.readInt();
            terms.conversionPpm = in.readInt();
            terms.initialPpm = in.readInt();
            terms.collateral = in.readBoolean();
            terms.financing = in.readBoolean();
            Invariant.check(
                    collateral.find(terms.instrumentId) == null && check(terms) == Outcome.ACCEPTED,
                    "margin terms in the snapshot could be set");
            set(terms);
        }
        int programCount = in.readCount(PROGRAMS_MAX);
        for (int i = 0; i < programCount; i++) {
            loadProgram(in);
        }
    }

    private void loadProgram(StateReader in) {
        SetMarginProgram terms = MarginProgram.loadTerms(in);
        Invariant.check(
                find(terms.programId) == null && check(terms) == Outcome.ACCEPTED,
                "a margin program in the snapshot could be set");
        MarginProgram program = add(terms);
        program.loadProgress(in);
        int count = in.readCount(ledger.accounts().size());
        for (int i = 0; i < count; i++) {
            int accountIndex = in.readCount(ledger.accounts().size() - 1);
            Invariant.check(
                    accounts.find(accountIndex) == null && !ledger.accounts().isHouse(accountIndex),
                    "a margin account in the snapshot is a customer's, once");
            MarginAccount account =
                    new MarginAccount(accountIndex, ledger.accounts().accountId(accountIndex), program);
            account.load(in);
            for (int place = 0; place < account.loanCount(); place++) {
                Invariant.check(trading.isRegistered(account.loan(place).instrumentId), "a loan is for an instrument");
            }
            program.lentMinor += account.principalMinor() + account.reservedMinor();
            accounts.add(account);
            ledger.balances()
                    .pledge(accountIndex, account.active, ledger.assets().size());
        }
        Invariant.check(
                program.cursor >= -1
                        && program.cursor <= count
                        && program.accrualCursor >= -1
                        && program.accrualCursor < Math.max(1, count)
                        && (count > 0 || program.cursor < 0),
                "the walks over a program in the snapshot are among its accounts");
    }
}
