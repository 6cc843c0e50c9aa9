package io.pharos.core.servicing;

import io.pharos.core.command.AnnounceCorporateAction;
import io.pharos.core.command.ExerciseRights;
import io.pharos.core.command.Result;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.RightsExercised;
import io.pharos.core.event.Sequencer;
import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.Asset;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.ledger.PostingCause;
import io.pharos.core.trading.ActionTrading;
import io.pharos.protocol.Bucket;
import io.pharos.protocol.CorporateActionStage;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.Rounding;

/** Exercises rights: they go back to the source, which is paid the price, rounded up, and gives the new units at once. */
public final class Rights {
    private final Ledger ledger;
    private final ActionTrading trading;
    private final CorporateActions actions;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final Fraction cost = new Fraction();
    private final PostingCause cause = new PostingCause();
    private final RightsExercised exercised = new RightsExercised();

    Rights(Ledger ledger, ActionTrading trading, CorporateActions actions, Sequencer sequencer, EventSink sink) {
        this.ledger = ledger;
        this.trading = trading;
        this.actions = actions;
        this.sequencer = sequencer;
        this.sink = sink;
    }

    public Outcome exercise(ExerciseRights command, Result result) {
        CorporateAction action = actions.find(command.actionId);
        if (action == null) {
            return Outcome.ACTION_NOT_FOUND;
        }
        int accountIndex = ledger.accounts().find(command.accountId);
        if (accountIndex == Accounts.NOT_FOUND) {
            return Outcome.ACCOUNT_NOT_FOUND;
        }
        if (command.quantityMinor <= 0) {
            return Outcome.AMOUNT_NOT_POSITIVE;
        }
        AnnounceCorporateAction terms = action.terms;
        Asset rights = ledger.assets().find(terms.rightsAssetId);
        if (action.stage != CorporateActionStage.EXERCISABLE || rights == null) {
            return Outcome.RIGHTS_CLOSED;
        }
        int unitAsset = trading.baseAssetIndex(terms.instrumentId);
        if (ledger.balances().isFrozen(unitAsset)) {
            return Outcome.ASSET_FROZEN;
        }
        cost.of(command.quantityMinor, terms.priceNumerator, terms.priceDenominator);
        long costMinor =
                cost.whole == Fraction.OVERFLOW ? Fraction.OVERFLOW : cost.rounded(terms.priceDenominator, Rounding.UP);
        if (costMinor == Fraction.OVERFLOW) {
            return Outcome.NOTIONAL_OVERFLOW;
        }
        return exercise(command, action, accountIndex, rights.index(), unitAsset, costMinor, result);
    }

    private Outcome exercise(
            ExerciseRights command,
            CorporateAction action,
            int accountIndex,
            int rightsAsset,
            int unitAsset,
            long costMinor,
            Result result) {
        Balances balances = ledger.balances();
        int sourceIndex = ledger.accounts().find(action.terms.sourceAccountId);
        int cashAsset = trading.quoteAssetIndex(action.terms.instrumentId);
        int rights = balances.findOrAdd(accountIndex, rightsAsset);
        int cash = balances.findOrAdd(accountIndex, cashAsset);
        int sourceUnits = balances.findOrAdd(sourceIndex, unitAsset);
        if (balances.availableMinor(rights) < command.quantityMinor) {
            return Outcome.INSUFFICIENT_HOLDINGS;
        }
        Outcome outcome = balances.checkSpend(cash, costMinor);
        if (outcome == Outcome.ACCEPTED
                && balances.checkSpend(sourceUnits, command.quantityMinor) != Outcome.ACCEPTED) {
            outcome = Outcome.BALANCE_OVERFLOW;
        }
        if (outcome == Outcome.ACCEPTED) {
            outcome = ledger.proceeds().checkLeave(cash, costMinor);
        }
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        cause.clear();
        cause.reference = command.actionId;
        post(rights, balances.findOrAdd(sourceIndex, rightsAsset), command.quantityMinor, PostingCode.RIGHTS);
        post(cash, balances.findOrAdd(sourceIndex, cashAsset), costMinor, PostingCode.SUBSCRIPTION);
        post(sourceUnits, balances.findOrAdd(accountIndex, unitAsset), command.quantityMinor, PostingCode.SUBSCRIPTION);
        result.entityId = command.actionId;
        exercised.actionId = command.actionId;
        exercised.accountId = command.accountId;
        exercised.quantityMinor = command.quantityMinor;
        exercised.costMinor = costMinor;
        exercised.instrumentId = action.terms.instrumentId;
        sequencer.stamp(exercised);
        sink.onRightsExercised(exercised);
        return Outcome.ACCEPTED;
    }

    private void post(int fromSlot, int toSlot, long amountMinor, PostingCode code) {
        if (amountMinor > 0) {
            ledger.postings().post(fromSlot, Bucket.AVAILABLE, toSlot, amountMinor, code, cause);
        }
    }
}
