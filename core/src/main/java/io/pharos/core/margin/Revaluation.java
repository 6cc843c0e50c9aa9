package io.pharos.core.margin;

import io.pharos.core.command.Result;
import io.pharos.core.event.Sequencer;
import io.pharos.core.settlement.Settlement;
import io.pharos.core.trading.MarginTrading;
import io.pharos.protocol.MarginReason;
import io.pharos.protocol.MarginStatus;
import io.pharos.protocol.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Values the accounts of a program again and again, one walk each so much log time; calls margin, and closes out. A step
 * looks at some accounts, or cancels some orders of one, or sells once: what is left is done in the next step.
 *
 * <p>A close-out, in this order:
 *
 * <ol>
 *   <li>cancels the open orders of the account;
 *   <li>pays debt out of its cash, no more than restores the line;
 *   <li>sells of the largest holding by market value, the lower instrument id first where two are equal, the fewest board
 *       lots that restore the line, at once and no lower than the protection price; of the next largest where it finds no
 *       buyer; and begins anew;
 *   <li>where nothing finds a buyer or may be sold, waits for the next walk;
 *   <li>where nothing is left, ends with a shortfall, which remains a debt.
 * </ol>
 */
final class Revaluation {
    private static final int ACCOUNTS_MAX = 64;
    private static final int CANCELS_MAX = 64;

    private final Settlement settlement;
    private final MarginTrading trading;
    private final MarginAccounts accounts;
    private final CollateralList collateral;
    private final Valuation valuation;
    private final Lending lending;
    private final MarginEvents events;
    private final Sequencer sequencer;
    private final Result sale = new Result();

    Revaluation(
            Settlement settlement,
            MarginTrading trading,
            MarginAccounts accounts,
            CollateralList collateral,
            Valuation valuation,
            Lending lending,
            MarginEvents events,
            Sequencer sequencer) {
        this.settlement = settlement;
        this.trading = trading;
        this.accounts = accounts;
        this.collateral = collateral;
        this.valuation = valuation;
        this.lending = lending;
        this.events = events;
        this.sequencer = sequencer;
    }

    /** Does one step of the walk over a program whose time has come. */
    void step(MarginProgram program) {
        program.cursor = Math.max(0, program.cursor);
        for (int left = ACCOUNTS_MAX; left > 0 && program.cursor < program.accounts.size(); left--) {
            MarginAccount account = program.accounts.get(program.cursor);
            if (account.active && !look(account)) {
                return;
            }
            program.cursor++;
        }
        if (program.cursor >= program.accounts.size()) {
            program.rest(sequencer.timeNanos());
        }
    }

    /** Looks at an account; returns whether all is done that can be done in this walk. */
    private boolean look(MarginAccount account) {
        lending.accrue(account);
        lending.payDue(account);
        value(account);
        if (valuation.uncertain) {
            return true;
        }
        MarginProgram program = account.program();
        return switch (account.status) {
            case CALLED -> lookAtCall(account, program);
            case CLOSING -> closeOut(account, program);
            case SHORTFALL -> lookAtShortfall(account, program);
            case NORMAL, NONE -> {
                if (valuation.isBelow(program.terms.closingPpm)) {
                    change(account, MarginStatus.CLOSING, MarginReason.BELOW_CLOSING);
                } else if (valuation.isBelow(program.terms.warningPpm)) {
                    account.callDate = settlement.dateOf(program.terms.calendarId);
                    account.deadlineDay = settlement.dayOf(program.terms.calendarId) + program.terms.callDays;
                    change(account, MarginStatus.CALLED, MarginReason.BELOW_WARNING);
                }
                yield account.status == MarginStatus.NORMAL;
            }
        };
    }

    private boolean lookAtCall(MarginAccount account, MarginProgram program) {
        if (trading.cancel(account.accountIndex, true, CANCELS_MAX) > 0) {
            return false;
        }
        if (!valuation.isBelow(program.terms.restorePpm)) {
            restored(account);
        } else if (valuation.isBelow(program.terms.closingPpm)) {
            change(account, MarginStatus.CLOSING, MarginReason.BELOW_CLOSING);
        } else if (settlement.dayOf(program.terms.calendarId) > account.deadlineDay) {
            change(account, MarginStatus.CLOSING, MarginReason.DEADLINE_PASSED);
        }
        return account.status != MarginStatus.CLOSING;
    }

    private boolean lookAtShortfall(MarginAccount account, MarginProgram program) {
        pay(account, program);
        if (!valuation.isBelow(program.terms.restorePpm)) {
            restored(account);
        } else if (valuation.marketMinor > 0) {
            change(account, MarginStatus.CLOSING, MarginReason.BELOW_CLOSING);
        }
        return account.status != MarginStatus.CLOSING;
    }

    private boolean closeOut(MarginAccount account, MarginProgram program) {
        if (trading.cancel(account.accountIndex, false, CANCELS_MAX) > 0) {
            return false;
        }
        pay(account, program);
        if (!valuation.isBelow(program.terms.restorePpm)) {
            restored(account);
            return true;
        }
        long neededMinor = valuation.toSellMinor(program.terms.restorePpm);
        if (neededMinor == 0) {
            // Cash that has not come yet restores the line when it comes.
            return true;
        }
        CollateralList.Entry of = holding(account, account.attempt);
        if (of != null) {
            sell(account, program, of, neededMinor);
            return false;
        }
        account.attempt = 0;
        accounts.changed(account);
        if (valuation.marketMinor == 0 && valuation.cashMinor == 0) {
            change(account, MarginStatus.SHORTFALL, MarginReason.NOTHING_LEFT);
        } else if (!account.waiting) {
            account.waiting = true;
            events.status(account, valuation, account.status, MarginReason.NOTHING_SELLABLE);
        }
        return true;
    }

    private void sell(MarginAccount account, MarginProgram program, CollateralList.Entry of, long neededMinor) {
        long sellableLots = trading.sellableLots(account.accountIndex, of.instrumentId);
        long lots = trading.lotsWorth(of.instrumentId, neededMinor, sellableLots);
        long lowestTicks = trading.protectionTicks(of.instrumentId, program.terms.protectionPpm);
        boolean isSold = false;
        if (lots > 0
                && trading.sell(account.accountIndex, of.instrumentId, lots, lowestTicks, sale) == Outcome.ACCEPTED) {
            events.sold(account, of.instrumentId, sale.entityId, lots, sale.filledLots, lowestTicks, neededMinor);
            isSold = sale.filledLots > 0;
        }
        account.attempt = isSold ? 0 : account.attempt + 1;
        account.waiting &= !isSold;
        accounts.changed(account);
    }

    /** The holding that so many are before: larger by market value, or as large with a lower id; null where there is none. */
    private CollateralList.@Nullable Entry holding(MarginAccount account, int before) {
        CollateralList.Entry found = null;
        long boundMinor = Long.MAX_VALUE;
        int boundId = 0;
        for (int i = 0; i <= before; i++) {
            found = null;
            long foundMinor = 0;
            for (int j = 0; j < collateral.size(); j++) {
                CollateralList.Entry of = collateral.at(j);
                long worthMinor = sellableMinor(account, of);
                boolean isAfter = worthMinor < boundMinor || (worthMinor == boundMinor && of.instrumentId > boundId);
                boolean isLarger = found == null
                        || worthMinor > foundMinor
                        || (worthMinor == foundMinor && of.instrumentId < found.instrumentId);
                if (worthMinor > 0 && isAfter && isLarger) {
                    found = of;
                    foundMinor = worthMinor;
                }
            }
            if (found == null) {
                return null;
            }
            boundMinor = foundMinor;
            boundId = found.instrumentId;
        }
        return found;
    }

    /** Market value of what could be sold now of an instrument. */
    private long sellableMinor(MarginAccount account, CollateralList.Entry of) {
        if (!of.collateral || of.quoteAssetIndex != account.program().assetIndex) {
            return 0;
        }
        long lots = trading.sellableLots(account.accountIndex, of.instrumentId);
        return lots == 0 ? 0 : trading.lotsValueMinor(of.instrumentId, lots);
    }

    /** Pays debt out of cash, no more than restores the line, and values the account again. */
    private void pay(MarginAccount account, MarginProgram program) {
        long neededMinor = valuation.toPayMinor(program.terms.restorePpm);
        if (valuation.isBelow(program.terms.restorePpm) && lending.repay(account, neededMinor) > 0) {
            valuation.value(account);
        }
    }

    private void restored(MarginAccount account) {
        account.attempt = 0;
        account.waiting = false;
        account.callDate = 0;
        account.deadlineDay = 0;
        change(account, MarginStatus.NORMAL, MarginReason.RESTORED);
    }

    private void change(MarginAccount account, MarginStatus status, MarginReason reason) {
        MarginStatus previous = account.status;
        account.status = status;
        if (status == MarginStatus.CLOSING) {
            trading.cancelAtVenues(account.accountIndex);
        }
        accounts.changed(account);
        events.status(account, valuation, previous, reason);
    }

    /** Values an account, and says so where something has changed since it was said last. */
    void value(MarginAccount account) {
        valuation.value(account);
        if (valuation.assetsMinor != account.toldAssetsMinor
                || valuation.debtMinor != account.toldDebtMinor
                || valuation.excessMinor != account.toldExcessMinor) {
            account.toldAssetsMinor = valuation.assetsMinor;
            account.toldDebtMinor = valuation.debtMinor;
            account.toldExcessMinor = valuation.excessMinor;
            accounts.changed(account);
            events.valued(account, valuation);
        }
    }
}
