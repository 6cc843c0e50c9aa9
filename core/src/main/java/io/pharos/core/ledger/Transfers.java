package io.pharos.core.ledger;

import io.pharos.core.command.LinkedTransfers;
import io.pharos.core.command.Result;
import io.pharos.core.command.ReverseTransfer;
import io.pharos.core.command.Transfer;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.Balancing;
import io.pharos.protocol.Bucket;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;
import org.jspecify.annotations.Nullable;

/** Executes single and linked transfers, and reverses them. */
final class Transfers {
    private static final int LEGS_MAX = LinkedTransfers.LEGS_MAX;

    private final Assets assets;
    private final Accounts accounts;
    private final Balances balances;
    private final Postings postings;
    private final UnsettledProceeds proceeds;
    private final Receivables receivables;
    private final LinkedMoves moves;
    private final ReversibleTransfers reversible = new ReversibleTransfers();
    private final PostingCause cause = new PostingCause();
    private @Nullable Pledge pledge;

    // What the checks of the last transfer found.
    private int debitSlot;
    private int creditAccountIndex;
    private int assetIndex;

    /** What moves: the amount of the command, or what balancing left of it. */
    private long amountMinor;

    Transfers(
            Assets assets,
            Accounts accounts,
            Balances balances,
            Postings postings,
            UnsettledProceeds proceeds,
            Receivables receivables) {
        this.receivables = receivables;
        this.proceeds = proceeds;
        this.assets = assets;
        this.accounts = accounts;
        this.balances = balances;
        this.postings = postings;
        moves = new LinkedMoves(balances, postings);
    }

    void pledge(Pledge pledge) {
        this.pledge = pledge;
    }

    Outcome transfer(Transfer command, Result result) {
        Outcome outcome = check(command);
        if (outcome == Outcome.ACCEPTED) {
            cause.clear();
            cause.reference = command.reference;
            int creditSlot = balances.findOrAdd(creditAccountIndex, assetIndex);
            result.entityId = postings.post(debitSlot, Bucket.AVAILABLE, creditSlot, amountMinor, command.code, cause);
            remember(result.entityId, 0, debitSlot, creditSlot, amountMinor);
        }
        return outcome;
    }

    Outcome linked(LinkedTransfers command, Result result) {
        int legCount = command.legCount();
        if (legCount < 1 || legCount > LEGS_MAX) {
            return Outcome.LEGS_OUT_OF_RANGE;
        }
        moves.begin();
        for (int leg = 0; leg < legCount; leg++) {
            Transfer transfer = command.leg(leg);
            Outcome outcome = check(transfer);
            if (outcome != Outcome.ACCEPTED) {
                moves.undo();
                result.entityId = leg + 1L;
                return outcome;
            }
            int creditSlot = balances.findOrAdd(creditAccountIndex, assetIndex);
            moves.move(debitSlot, creditSlot, amountMinor, transfer.code, transfer.reference, 0);
        }
        result.entityId = moves.emit(true);
        for (int leg = 0; leg < legCount; leg++) {
            remember(
                    result.entityId + leg,
                    result.entityId,
                    moves.debitSlot(leg),
                    moves.creditSlot(leg),
                    moves.amountMinor(leg));
        }
        return Outcome.ACCEPTED;
    }

    /** Posts the opposite of a transfer, or of all linked ones in the opposite order. */
    Outcome reverse(ReverseTransfer command, Result result) {
        int place = reversible.find(command.transferId);
        if (place == ReversibleTransfers.NOT_FOUND) {
            return Outcome.TRANSFER_NOT_FOUND;
        }
        long linkId = reversible.linkId(place);
        if (linkId != 0 && linkId != command.transferId) {
            return Outcome.NOT_FIRST_OF_LINK;
        }
        if (reversible.reversedBy(place) != 0) {
            return Outcome.ALREADY_REVERSED;
        }
        int legs = reversible.legsFrom(place);
        for (int leg = place; leg < place + legs; leg++) {
            if (balances.isFrozen(reversible.assetIndex(leg))) {
                return Outcome.ASSET_FROZEN;
            }
        }
        moves.begin();
        for (int leg = place + legs - 1; leg >= place; leg--) {
            int asset = reversible.assetIndex(leg);
            long legMinor = reversible.amountMinor(leg);
            int paying = balances.findOrAdd(reversible.creditAccountIndex(leg), asset);
            Outcome outcome = balances.checkSpend(paying, legMinor);
            if (outcome != Outcome.ACCEPTED) {
                moves.undo();
                return outcome;
            }
            moves.move(
                    paying,
                    balances.findOrAdd(reversible.debitAccountIndex(leg), asset),
                    legMinor,
                    PostingCode.REVERSAL,
                    command.reference,
                    reversible.transferId(leg));
        }
        result.entityId = moves.emit(legs > 1);
        for (int i = 0; i < legs; i++) {
            reversible.reverse(place + legs - 1 - i, result.entityId + i);
        }
        return Outcome.ACCEPTED;
    }

    /** Remembers a transfer that a command posted, so that it can be reversed. */
    void remember(long transferId, long linkId, int debitSlot, int creditSlot, long amountMinor) {
        reversible.add(
                transferId,
                linkId,
                balances.accountIndex(debitSlot),
                balances.accountIndex(creditSlot),
                balances.assetIndex(debitSlot),
                amountMinor);
    }

    long digest() {
        return reversible.digest();
    }

    void audit() {
        reversible.audit();
    }

    void save(StateWriter out) {
        reversible.save(out);
    }

    void load(StateReader in) {
        reversible.load(in, accounts.size(), assets.size());
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
        if (balances.isFrozen(assetIndex)) {
            return Outcome.ASSET_FROZEN;
        }
        amountMinor = Math.min(command.amountMinor, balancingMinor(command.balancing));
        if (amountMinor == 0) {
            return Outcome.NOTHING_TO_BALANCE;
        }
        Outcome outcome = balances.checkSpend(debitSlot, amountMinor);
        if (outcome == Outcome.ACCEPTED && command.code == PostingCode.WITHDRAWAL) {
            outcome = proceeds.checkLeave(debitSlot, amountMinor);
            outcome = outcome == Outcome.ACCEPTED ? receivables.checkLeave(debitAccountIndex) : outcome;
        }
        return outcome == Outcome.ACCEPTED && balances.isPledged(debitSlot)
                ? Pledge.check(pledge, debitSlot, amountMinor, command.code)
                : outcome;
    }

    /** What would bring the balancing side to zero; without one, any amount. */
    private long balancingMinor(Balancing balancing) {
        return switch (balancing) {
            case NONE -> Long.MAX_VALUE;
            case DEBIT -> Math.max(0, balances.availableMinor(debitSlot));
            case CREDIT -> {
                int creditSlot = balances.find(creditAccountIndex, assetIndex);
                yield creditSlot == Balances.NOT_FOUND ? 0 : Math.max(0, -balances.availableMinor(creditSlot));
            }
        };
    }
}
