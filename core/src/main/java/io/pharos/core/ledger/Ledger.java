package io.pharos.core.ledger;

import io.pharos.core.command.CaptureHold;
import io.pharos.core.command.Hold;
import io.pharos.core.command.LinkedTransfers;
import io.pharos.core.command.RegisterAccount;
import io.pharos.core.command.RegisterAsset;
import io.pharos.core.command.ReleaseHold;
import io.pharos.core.command.Result;
import io.pharos.core.command.ReverseTransfer;
import io.pharos.core.command.Transfer;
import io.pharos.core.event.AccountRegistered;
import io.pharos.core.event.AssetRegistered;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.HoldCaptured;
import io.pharos.core.event.HoldExpired;
import io.pharos.core.event.HoldPlaced;
import io.pharos.core.event.HoldReleased;
import io.pharos.core.event.Sequencer;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.Bucket;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's commands. A refused command changes nothing; {@code docs/reference/outcomes.md} gives the order of the
 * checks.
 *
 * <pre>
 *              Hold                CaptureHold (the rest is released)
 *   available ------> open hold ---------------------------------------> ended
 *                         |  ReleaseHold, or its deadline
 *                         +----------------------------------------------> ended
 * </pre>
 */
public final class Ledger {
    private static final long DIGEST_TAG = 5;

    private final Sequencer sequencer;
    private final EventSink sink;
    private final Assets assets;
    private final Accounts accounts;
    private final Balances balances;
    private final Postings postings;
    private final UnsettledProceeds proceeds;
    private final Receivables receivables;
    private final Transfers transfers;
    private final OpenHolds holds;
    private final PostingCause cause = new PostingCause();
    private @Nullable Pledge pledge;

    private final AssetRegistered assetRegistered = new AssetRegistered();
    private final AccountRegistered accountRegistered = new AccountRegistered();
    private final HoldPlaced holdPlaced = new HoldPlaced();
    private final HoldCaptured holdCaptured = new HoldCaptured();
    private final HoldReleased holdReleased = new HoldReleased();
    private final HoldExpired holdExpired = new HoldExpired();

    public Ledger(int assetsMax, int accountsMax, int holdsMax, Sequencer sequencer, EventSink sink) {
        this.sequencer = sequencer;
        this.sink = sink;
        assets = new Assets(assetsMax);
        accounts = new Accounts(accountsMax);
        balances = new Balances(accounts, assetsMax);
        postings = new Postings(assets, accounts, balances, sequencer, sink);
        proceeds = new UnsettledProceeds(balances);
        receivables = new Receivables(accounts);
        transfers = new Transfers(assets, accounts, balances, postings, proceeds, receivables);
        holds = new OpenHolds(balances, holdsMax);
    }

    public Assets assets() {
        return assets;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Balances balances() {
        return balances;
    }

    public Postings postings() {
        return postings;
    }

    /** Says who is asked before something leaves an account that has pledged it. */
    public void pledge(Pledge pledge) {
        this.pledge = pledge;
        transfers.pledge(pledge);
    }

    /** What of a balance is held by holds, and not by orders. */
    public long heldByHoldsMinor(int slot) {
        return holds.heldMinor(slot);
    }

    public UnsettledProceeds proceeds() {
        return proceeds;
    }

    /** What customers owe; saved and loaded with what it comes from. */
    public Receivables receivables() {
        return receivables;
    }

    public Outcome registerAsset(RegisterAsset command, Result result) {
        Outcome outcome = assets.check(command);
        if (outcome == Outcome.ACCEPTED) {
            result.entityId = command.assetId;
            if (assets.find(command.assetId) == null) {
                assets.add(command.assetId, command.code, command.scale, command.kind);
                assetRegistered.assetId = command.assetId;
                assetRegistered.code = command.code;
                assetRegistered.scale = command.scale;
                assetRegistered.kind = command.kind;
                sequencer.stamp(assetRegistered);
                sink.onAssetRegistered(assetRegistered);
            }
        }
        return outcome;
    }

    public Outcome registerAccount(RegisterAccount command, Result result) {
        Outcome outcome = accounts.check(command);
        if (outcome == Outcome.ACCEPTED) {
            result.entityId = command.accountId;
            if (accounts.find(command.accountId) == Accounts.NOT_FOUND) {
                accounts.add(command.accountId, command.kind);
                accountRegistered.accountId = command.accountId;
                accountRegistered.kind = command.kind;
                sequencer.stamp(accountRegistered);
                sink.onAccountRegistered(accountRegistered);
            }
        }
        return outcome;
    }

    public Outcome transfer(Transfer command, Result result) {
        return transfers.transfer(command, result);
    }

    public Outcome linkedTransfers(LinkedTransfers command, Result result) {
        return transfers.linked(command, result);
    }

    public Outcome reverseTransfer(ReverseTransfer command, Result result) {
        return transfers.reverse(command, result);
    }

    public Outcome hold(Hold command, Result result) {
        if (command.amountMinor <= 0) {
            return Outcome.AMOUNT_NOT_POSITIVE;
        }
        if (command.code == PostingCode.NONE) {
            return Outcome.POSTING_CODE_UNKNOWN;
        }
        if (command.deadlineNanos != 0 && command.deadlineNanos <= sequencer.timeNanos()) {
            return Outcome.DEADLINE_PASSED;
        }
        Asset asset = assets.find(command.assetId);
        if (asset == null) {
            return Outcome.ASSET_NOT_FOUND;
        }
        int accountIndex = accounts.find(command.accountId);
        if (accountIndex == Accounts.NOT_FOUND) {
            return Outcome.ACCOUNT_NOT_FOUND;
        }
        if (balances.isFrozen(asset.index())) {
            return Outcome.ASSET_FROZEN;
        }
        if (holds.isFull()) {
            return Outcome.HOLDS_LIMIT;
        }
        int slot = balances.findOrAdd(accountIndex, asset.index());
        Outcome outcome = balances.checkSpend(slot, command.amountMinor);
        if (outcome == Outcome.ACCEPTED && command.code == PostingCode.WITHDRAWAL) {
            outcome = proceeds.checkLeave(slot, command.amountMinor);
            outcome = outcome == Outcome.ACCEPTED ? receivables.checkLeave(accountIndex) : outcome;
        }
        if (outcome == Outcome.ACCEPTED && balances.isPledged(slot)) {
            outcome = Pledge.check(pledge, slot, command.amountMinor, command.code);
        }
        if (outcome == Outcome.ACCEPTED) {
            balances.hold(slot, command.amountMinor);
            OpenHold hold =
                    holds.open(slot, command.amountMinor, command.deadlineNanos, command.reference, command.code);
            result.entityId = hold.holdId;
            emitPlaced(hold);
        }
        return outcome;
    }

    public Outcome captureHold(CaptureHold command, Result result) {
        if (command.amountMinor <= 0) {
            return Outcome.AMOUNT_NOT_POSITIVE;
        }
        OpenHold hold = holds.find(command.holdId);
        if (hold == null) {
            return Outcome.HOLD_NOT_FOUND;
        }
        int creditAccountIndex = accounts.find(command.creditAccountId);
        if (creditAccountIndex == Accounts.NOT_FOUND) {
            return Outcome.CREDIT_ACCOUNT_NOT_FOUND;
        }
        if (creditAccountIndex == balances.accountIndex(hold.slot)) {
            return Outcome.SAME_ACCOUNT;
        }
        if (command.amountMinor > hold.amountMinor) {
            return Outcome.CAPTURE_EXCEEDS_HOLD;
        }
        result.entityId = postings.nextTransferId();
        capture(hold, creditAccountIndex, command.amountMinor);
        return Outcome.ACCEPTED;
    }

    public Outcome releaseHold(ReleaseHold command, Result result) {
        OpenHold hold = holds.find(command.holdId);
        if (hold == null) {
            return Outcome.HOLD_NOT_FOUND;
        }
        result.entityId = hold.holdId;
        balances.unhold(hold.slot, hold.amountMinor);
        HoldReleased event = holdReleased;
        event.holdId = hold.holdId;
        event.accountId = accountId(hold);
        event.amountMinor = hold.amountMinor;
        event.availableAfterMinor = balances.availableMinor(hold.slot);
        event.heldAfterMinor = balances.heldMinor(hold.slot);
        event.assetId = assetId(hold);
        sequencer.stamp(event);
        sink.onHoldReleased(event);
        holds.close(hold);
        return Outcome.ACCEPTED;
    }

    /** Releases every hold whose deadline is not after log time. */
    public void expireHolds() {
        OpenHold hold = holds.firstToExpire();
        while (hold != null && hold.deadlineNanos <= sequencer.timeNanos()) {
            balances.unhold(hold.slot, hold.amountMinor);
            HoldExpired event = holdExpired;
            event.holdId = hold.holdId;
            event.accountId = accountId(hold);
            event.amountMinor = hold.amountMinor;
            event.availableAfterMinor = balances.availableMinor(hold.slot);
            event.heldAfterMinor = balances.heldMinor(hold.slot);
            event.assetId = assetId(hold);
            sequencer.stamp(event);
            sink.onHoldExpired(event);
            holds.close(hold);
            hold = holds.firstToExpire();
        }
    }

    /** Log time of the earliest deadline of a hold; {@code Long.MAX_VALUE} where there is none. */
    public long nextDeadlineNanos() {
        OpenHold hold = holds.firstToExpire();
        return hold == null ? Long.MAX_VALUE : hold.deadlineNanos;
    }

    /** Checks the invariants of what the last command touched. */
    public void checkTouched() {
        balances.checkTouched();
    }

    /** Recomputes every sum from the single balances and holds, to which trading adds its orders. Takes time. */
    public HeldTally beginAudit() {
        balances.audit(assets.size());
        transfers.audit();
        receivables.audit();
        HeldTally tally = new HeldTally(balances);
        holds.audit(tally);
        return tally;
    }

    /** Ends the audit, once every open order has been added to the tally. */
    public void endAudit(HeldTally tally) {
        tally.check();
    }

    public long digest() {
        return assets.digest()
                + accounts.digest()
                + balances.digest()
                + holds.digest()
                + transfers.digest()
                + receivables.digest()
                + Mix.pair(Mix.start(DIGEST_TAG), postings.nextTransferId(), holds.lastHoldId());
    }

    public void save(StateWriter out) {
        assets.save(out);
        accounts.save(out);
        balances.save(out);
        postings.save(out);
        holds.save(out);
        transfers.save(out);
    }

    public void load(StateReader in) {
        assets.load(in);
        accounts.load(in);
        balances.load(in, assets.size());
        postings.load(in);
        holds.load(in);
        transfers.load(in);
    }

    private void capture(OpenHold hold, int creditAccountIndex, long amountMinor) {
        int slot = hold.slot;
        long releasedMinor = hold.amountMinor - amountMinor;
        if (releasedMinor > 0) {
            balances.unhold(slot, releasedMinor);
        }
        HoldCaptured event = holdCaptured;
        event.holdId = hold.holdId;
        event.accountId = accountId(hold);
        event.creditAccountId = accounts.accountId(creditAccountIndex);
        event.capturedMinor = amountMinor;
        event.releasedMinor = releasedMinor;
        event.transferId = postings.nextTransferId();
        event.availableAfterMinor = balances.availableMinor(slot);
        event.heldAfterMinor = balances.heldMinor(slot);
        event.assetId = assetId(hold);
        sequencer.stamp(event);
        sink.onHoldCaptured(event);

        cause.clear();
        cause.reference = hold.reference;
        cause.holdId = hold.holdId;
        int creditSlot = balances.findOrAdd(creditAccountIndex, balances.assetIndex(slot));
        long transferId = postings.post(slot, Bucket.HELD, creditSlot, amountMinor, hold.code, cause);
        transfers.remember(transferId, 0, slot, creditSlot, amountMinor);
        holds.close(hold);
    }

    private void emitPlaced(OpenHold hold) {
        HoldPlaced event = holdPlaced;
        event.holdId = hold.holdId;
        event.accountId = accountId(hold);
        event.amountMinor = hold.amountMinor;
        event.deadlineNanos = hold.deadlineNanos;
        event.reference = hold.reference;
        event.availableAfterMinor = balances.availableMinor(hold.slot);
        event.heldAfterMinor = balances.heldMinor(hold.slot);
        event.assetId = assetId(hold);
        event.code = hold.code;
        sequencer.stamp(event);
        sink.onHoldPlaced(event);
    }

    private long accountId(OpenHold hold) {
        return accounts.accountId(balances.accountIndex(hold.slot));
    }

    private int assetId(OpenHold hold) {
        return assets.at(balances.assetIndex(hold.slot)).assetId();
    }
}
