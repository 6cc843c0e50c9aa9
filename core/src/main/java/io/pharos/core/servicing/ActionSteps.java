package io.pharos.core.servicing;

import io.pharos.core.ledger.Asset;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.trading.ActionTrading;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.CorporateActionStage;
import io.pharos.protocol.Outcome;

/** The steps of a corporate action; {@link CorporateAction} draws them. */
final class ActionSteps {
    private final Ledger ledger;
    private final Balances balances;
    private final ActionTrading trading;
    private final Entitlements entitlements;

    ActionSteps(Ledger ledger, ActionTrading trading, Entitlements entitlements) {
        this.ledger = ledger;
        this.trading = trading;
        this.entitlements = entitlements;
        balances = ledger.balances();
    }

    /** Begins the ex date. */
    void begin(CorporateAction action) {
        int instrumentId = action.terms.instrumentId;
        action.cursor = 0;
        action.accountsEnd = ledger.accounts().size();
        action.stage = CorporateActionStage.CANCELLING;
        if (action.hasRecord()) {
            balances.watch(baseAssetIndex(action), true);
        }
        if (action.cancelsOrders()) {
            trading.restrict(instrumentId, Outcome.INSTRUMENT_IN_ACTION);
        }
        long closeTicks = trading.closingPriceTicks(instrumentId);
        if (closeTicks > 0) {
            long referenceTicks = ExDatePrice.of(action.terms, trading, closeTicks);
            if (referenceTicks != closeTicks) {
                trading.adjust(instrumentId, action.terms.actionId, referenceTicks);
            }
        }
        cancelled(action);
    }

    /** Whether something can be done now. What waits for a venue, for trades to settle, or for holds to end, cannot. */
    boolean hasWork(CorporateAction action) {
        return switch (action.stage) {
            case CANCELLING -> !trading.waitsForVenue(action.terms.instrumentId);
            case RECORDING, PAYING -> true;
            case EXPIRING -> isAtRest(rightsAssetIndex(action));
            case CONVERTING ->
                !trading.hasOpenObligations(action.terms.instrumentId)
                        && balances.totalHeldMinor(baseAssetIndex(action)) == 0;
            case NONE, ANNOUNCED, RECORDED, EXERCISABLE, COMPLETED, WITHDRAWN -> false;
        };
    }

    private boolean isAtRest(int assetIndex) {
        return balances.totalHeldMinor(assetIndex) == 0 && balances.totalUnsettledOutMinor(assetIndex) == 0;
    }

    /** Looks at so many accounts; returns at how many. */
    int step(CorporateAction action, int most, int date) {
        int done = 0;
        switch (action.stage) {
            case CANCELLING -> {
                if (trading.hasOrders(action.terms.instrumentId)) {
                    trading.restrict(action.terms.instrumentId, Outcome.INSTRUMENT_IN_ACTION);
                }
                cancelled(action);
            }
            case RECORDING -> {
                for (; done < most && action.cursor < action.accountsEnd; done++) {
                    int slot = balances.find(action.cursor, baseAssetIndex(action));
                    // A balance of zero may not be there after a restart: whether it is must not count.
                    if (slot != Balances.NOT_FOUND && positionMinor(slot) > 0) {
                        record(action, slot);
                    }
                    action.cursor++;
                }
                if (action.cursor == action.accountsEnd) {
                    balances.watch(baseAssetIndex(action), false);
                    action.stage =
                            action.terms.payDate <= date ? CorporateActionStage.PAYING : CorporateActionStage.RECORDED;
                }
            }
            case PAYING -> {
                for (; done < most && action.paidCount < action.recordedCount(); done++) {
                    int number = action.paidCount++;
                    if (action.recordedMinor(number) > 0) {
                        entitlements.pay(action, action.recordedAccount(number), action.recordedMinor(number));
                    }
                }
                if (action.paidCount == action.recordedCount()) {
                    action.forget();
                    action.stage = action.terms.kind == CorporateActionKind.RIGHTS_ISSUE
                            ? CorporateActionStage.EXERCISABLE
                            : CorporateActionStage.COMPLETED;
                }
            }
            case CONVERTING -> {
                beginWalk(action);
                for (; done < most && action.cursor < action.accountsEnd; done++) {
                    convert(action, action.cursor++);
                }
                if (action.cursor == action.accountsEnd) {
                    complete(action);
                }
            }
            case EXPIRING -> {
                beginWalk(action);
                int rights = rightsAssetIndex(action);
                for (; done < most && action.cursor < action.accountsEnd; done++) {
                    entitlements.expire(action, action.cursor++, rights);
                }
                if (action.cursor == action.accountsEnd) {
                    action.stage = CorporateActionStage.COMPLETED;
                }
            }
            default -> {
                // Nothing to do.
            }
        }
        return done;
    }

    /** The position for which an account has yet to be paid; what is being recorded counts as it will be. */
    long unpaidMinor(CorporateAction action, int accountIndex) {
        boolean isBetween = action.records()
                || (action.hasRecord()
                        && (action.stage == CorporateActionStage.RECORDED
                                || action.stage == CorporateActionStage.PAYING));
        if (!isBetween) {
            return 0;
        }
        int number = action.recordOf(accountIndex);
        if (number >= 0) {
            return number < action.paidCount ? 0 : action.recordedMinor(number);
        }
        int slot = action.records() && accountIndex >= action.cursor && accountIndex < action.accountsEnd
                ? balances.find(accountIndex, baseAssetIndex(action))
                : Balances.NOT_FOUND;
        return slot == Balances.NOT_FOUND ? 0 : positionMinor(slot);
    }

    /** Counts the accounts to walk over: while a walk waited for holds to end, what they held may have come to new ones. */
    private void beginWalk(CorporateAction action) {
        if (action.cursor == 0) {
            action.accountsEnd = ledger.accounts().size();
        }
    }

    /** Records what an account had when the ex date began, unless that has been done. */
    void record(CorporateAction action, int slot) {
        int accountIndex = balances.accountIndex(slot);
        boolean isToBeRecorded = accountIndex >= action.cursor
                && accountIndex < action.accountsEnd
                && !balances.isHouse(slot)
                && !action.isRecorded(accountIndex);
        if (isToBeRecorded) {
            action.record(accountIndex, positionMinor(slot));
        }
    }

    private long positionMinor(int slot) {
        return balances.availableMinor(slot) + balances.heldMinor(slot) + balances.unsettledInMinor(slot);
    }

    /** Watches again what an action of a snapshot records. */
    void loaded(CorporateAction action) {
        if (action.records()) {
            balances.watch(baseAssetIndex(action), true);
        }
    }

    /** Goes on where no order is left. */
    private void cancelled(CorporateAction action) {
        if (action.cancelsOrders() && trading.hasOrders(action.terms.instrumentId)) {
            return;
        }
        if (action.hasRecord()) {
            action.stage = CorporateActionStage.RECORDING;
        } else if (action.converts()) {
            trading.converting(action.terms.instrumentId);
            action.stage = CorporateActionStage.CONVERTING;
        } else {
            complete(action);
        }
    }

    private void convert(CorporateAction action, int accountIndex) {
        long owedMinor = ledger.receivables().owedMinor(accountIndex, baseAssetIndex(action));
        if (owedMinor > 0) {
            entitlements.convertOwed(action, accountIndex, owedMinor);
        }
        int slot = balances.find(accountIndex, baseAssetIndex(action));
        boolean isHolder = slot != Balances.NOT_FOUND
                && accountIndex != ledger.accounts().find(action.terms.sourceAccountId)
                && balances.availableMinor(slot) > 0;
        if (isHolder) {
            entitlements.pay(action, accountIndex, balances.availableMinor(slot));
        }
    }

    private void complete(CorporateAction action) {
        action.stage = CorporateActionStage.COMPLETED;
    }

    /** Whether the holdings are about to be converted, so that nothing of the asset moves. */
    boolean freezes(CorporateAction action) {
        return action.converts() && isUnderWay(action);
    }

    /** What keeps orders away on account of one action. */
    Outcome restriction(CorporateAction action) {
        if (action.stage == CorporateActionStage.COMPLETED && endsTrading(action)) {
            return Outcome.INSTRUMENT_DELISTED;
        }
        return action.cancelsOrders() && isUnderWay(action) ? Outcome.INSTRUMENT_IN_ACTION : Outcome.ACCEPTED;
    }

    private static boolean isUnderWay(CorporateAction action) {
        return action.stage == CorporateActionStage.CANCELLING || action.stage == CorporateActionStage.CONVERTING;
    }

    private static boolean endsTrading(CorporateAction action) {
        return action.terms.kind == CorporateActionKind.REDEMPTION
                || action.terms.kind == CorporateActionKind.DELISTING;
    }

    /** The asset of the rights that an action gives. */
    int rightsAssetIndex(CorporateAction action) {
        Asset rights = ledger.assets().find(action.terms.rightsAssetId);
        if (rights == null) {
            throw new IllegalStateException("the asset of rights has been checked");
        }
        return rights.index();
    }

    private int baseAssetIndex(CorporateAction action) {
        return trading.baseAssetIndex(action.terms.instrumentId);
    }
}
