package io.pharos.core.ledger;

import io.pharos.core.command.LinkedTransfers;
import io.pharos.core.command.Result;
import io.pharos.core.command.Transfer;
import io.pharos.protocol.Bucket;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;

/** Executes single and linked transfers. */
final class Transfers {
    private static final int LEGS_MAX = LinkedTransfers.LEGS_MAX;

    private final Assets assets;
    private final Accounts accounts;
    private final Balances balances;
    private final Postings postings;
    private final PostingCause cause = new PostingCause();

    // What the checks of the last transfer found.
    private int debitSlot;
    private int creditAccountIndex;
    private int assetIndex;

    // Linked transfers move one by one and are emitted together, once the last leg is known to be good.
    private final int[] debitSlots = new int[LEGS_MAX];
    private final int[] creditSlots = new int[LEGS_MAX];
    private final long[] debitAvailableAfterMinor = new long[LEGS_MAX];
    private final long[] debitHeldAfterMinor = new long[LEGS_MAX];
    private final long[] creditAvailableAfterMinor = new long[LEGS_MAX];
    private final long[] creditHeldAfterMinor = new long[LEGS_MAX];

    Transfers(Assets assets, Accounts accounts, Balances balances, Postings postings) {
        this.assets = assets;
        this.accounts = accounts;
        this.balances = balances;
        this.postings = postings;
    }

    Outcome transfer(Transfer command, Result result) {
        Outcome outcome = check(command);
        if (outcome == Outcome.ACCEPTED) {
            cause.clear();
            cause.reference = command.reference;
            result.entityId = postings.post(
                    debitSlot,
                    Bucket.AVAILABLE,
                    balances.findOrAdd(creditAccountIndex, assetIndex),
                    command.amountMinor,
                    command.code,
                    cause);
        }
        return outcome;
    }

    Outcome linked(LinkedTransfers command, Result result) {
        int legCount = command.legCount();
        if (legCount < 1 || legCount > LEGS_MAX) {
            return Outcome.LEGS_OUT_OF_RANGE;
        }
        for (int leg = 0; leg < legCount; leg++) {
            Outcome outcome = check(command.leg(leg));
            if (outcome != Outcome.ACCEPTED) {
                undo(command, leg);
                result.entityId = leg + 1L;
                return outcome;
            }
            move(command.leg(leg), leg);
        }
        emit(command, result);
        return Outcome.ACCEPTED;
    }

    private Outcome check(Transfer command) {
        if (command.amountMinor <= 0) {
            return Outcome.AMOUNT_NOT_POSITIVE;
        }
        if (command.code == PostingCode.NONE) {
            return Outcome.POSTING_CODE_UNKNOWN;
        }
        if (command.debitAccountId == command.creditAccountId) {
            return Outcome.SAME_ACCOUNT;
        }
        Asset asset = assets.find(command.assetId);
        if (asset == null) {
            return Outcome.ASSET_NOT_FOUND;
        }
        int debitAccountIndex = accounts.find(command.debitAccountId);
        if (debitAccountIndex == Accounts.NOT_FOUND) {
            return Outcome.ACCOUNT_NOT_FOUND;
        }
        creditAccountIndex = accounts.find(command.creditAccountId);
        if (creditAccountIndex == Accounts.NOT_FOUND) {
            return Outcome.CREDIT_ACCOUNT_NOT_FOUND;
        }
        assetIndex = asset.index();
        debitSlot = balances.findOrAdd(debitAccountIndex, assetIndex);
        return balances.checkSpend(debitSlot, command.amountMinor);
    }

    private void move(Transfer command, int leg) {
        int creditSlot = balances.findOrAdd(creditAccountIndex, assetIndex);
        balances.move(debitSlot, Bucket.AVAILABLE, creditSlot, command.amountMinor);
        debitSlots[leg] = debitSlot;
        creditSlots[leg] = creditSlot;
        debitAvailableAfterMinor[leg] = balances.availableMinor(debitSlot);
        debitHeldAfterMinor[leg] = balances.heldMinor(debitSlot);
        creditAvailableAfterMinor[leg] = balances.availableMinor(creditSlot);
        creditHeldAfterMinor[leg] = balances.heldMinor(creditSlot);
    }

    private void undo(LinkedTransfers command, int movedLegs) {
        for (int leg = movedLegs - 1; leg >= 0; leg--) {
            balances.move(creditSlots[leg], Bucket.AVAILABLE, debitSlots[leg], command.leg(leg).amountMinor);
        }
    }

    private void emit(LinkedTransfers command, Result result) {
        cause.clear();
        cause.linkId = postings.nextTransferId();
        result.entityId = cause.linkId;
        for (int leg = 0; leg < command.legCount(); leg++) {
            Transfer transfer = command.leg(leg);
            cause.reference = transfer.reference;
            postings.emit(
                    debitSlots[leg],
                    Bucket.AVAILABLE,
                    creditSlots[leg],
                    transfer.amountMinor,
                    transfer.code,
                    cause,
                    debitAvailableAfterMinor[leg],
                    debitHeldAfterMinor[leg],
                    creditAvailableAfterMinor[leg],
                    creditHeldAfterMinor[leg]);
        }
    }
}
