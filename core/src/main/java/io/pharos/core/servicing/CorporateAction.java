package io.pharos.core.servicing;

import io.pharos.core.command.AnnounceCorporateAction;
import io.pharos.core.ledger.KeyedRecords;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.CorporateActionStage;
import io.pharos.protocol.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * One corporate action and how far it is.
 *
 * <pre>
 *   ANNOUNCED --ex date--> CANCELLING --no order left--> RECORDING --all accounts--> RECORDED --pay date--> PAYING
 *        |                     |                                          PAYING --> COMPLETED
 *        |                     |                       of rights: PAYING --> EXERCISABLE --expiry--> EXPIRING --> COMPLETED
 *        |                     +--split, redemption--> CONVERTING --all accounts--> COMPLETED
 *        |                     +--delisting--> COMPLETED
 *        +--WithdrawCorporateAction--> WITHDRAWN
 * </pre>
 *
 * <p>An account is recorded when the walk reaches it or just before its balance changes, whichever is first: with what it
 * had when the ex date began.
 */
final class CorporateAction {
    private static final int POSITION = 1;
    private static final long DIGEST_TAG = 50;
    private static final long ENTITLED_TAG = 51;

    final AnnounceCorporateAction terms;
    CorporateActionStage stage = CorporateActionStage.ANNOUNCED;

    /** The account that the walk of this stage looks at next. */
    int cursor;

    /** Accounts that were registered when the ex date began. */
    int accountsEnd;

    /** How many of the recorded accounts have been looked at for payment. */
    int paidCount;

    long accounts;
    long positionMinor;
    long grossMinor;
    long taxMinor;
    long unitsMinor;
    long lieuMinor;
    long roundingParts;
    long unpaid;

    private @Nullable KeyedRecords entitled;
    private long entitledDigest;

    CorporateAction(AnnounceCorporateAction terms) {
        this.terms = terms;
    }

    /** Whether holders are paid for what they had when the ex date began. */
    boolean hasRecord() {
        return switch (terms.kind) {
            case CASH_DIVIDEND, COUPON, STOCK_DIVIDEND, RIGHTS_ISSUE -> true;
            case SPLIT, REDEMPTION, DELISTING, NONE -> false;
        };
    }

    /** Whether the holdings themselves change, so that nothing may move meanwhile. */
    boolean converts() {
        return terms.kind == CorporateActionKind.SPLIT || terms.kind == CorporateActionKind.REDEMPTION;
    }

    /** Whether the price changes with the ex date, or trading ends, so that open orders are cancelled. */
    boolean cancelsOrders() {
        return terms.kind != CorporateActionKind.COUPON;
    }

    /** Whether positions are being recorded. */
    boolean records() {
        return hasRecord() && (stage == CorporateActionStage.CANCELLING || stage == CorporateActionStage.RECORDING);
    }

    boolean isOver() {
        return stage == CorporateActionStage.COMPLETED || stage == CorporateActionStage.WITHDRAWN;
    }

    /** Whether cash is paid in the place of a fraction of a unit. */
    boolean paysInLieu() {
        return terms.priceNumerator > 0
                && (terms.kind == CorporateActionKind.STOCK_DIVIDEND || terms.kind == CorporateActionKind.SPLIT);
    }

    /** Parts of a minor unit in which its rounding is counted. */
    long roundingScale() {
        return paysInLieu() ? terms.denominator * terms.priceDenominator : terms.denominator;
    }

    boolean isRecorded(int accountIndex) {
        return entitled != null && entitled.find(accountIndex) >= 0;
    }

    /** The number of an account among the recorded ones; negative where it is not. */
    int recordOf(int accountIndex) {
        return entitled == null ? -1 : entitled.find(accountIndex);
    }

    void record(int accountIndex, long positionMinor) {
        KeyedRecords of = entitled;
        if (of == null) {
            of = new KeyedRecords(2);
            entitled = of;
        }
        of.set(of.add(accountIndex), POSITION, positionMinor);
        entitledDigest += hash(accountIndex, positionMinor);
    }

    int recordedCount() {
        return entitled == null ? 0 : entitled.size();
    }

    int recordedAccount(int number) {
        return (int) recorded().get(number, KeyedRecords.KEY);
    }

    long recordedMinor(int number) {
        return recorded().get(number, POSITION);
    }

    /** Forgets what was recorded: all has been paid. */
    void forget() {
        entitled = null;
        entitledDigest = 0;
        paidCount = 0;
    }

    private KeyedRecords recorded() {
        KeyedRecords of = entitled;
        if (of == null) {
            throw new IllegalStateException("nothing is recorded");
        }
        return of;
    }

    private static long hash(int accountIndex, long positionMinor) {
        return Mix.pair(Mix.start(ENTITLED_TAG), accountIndex, positionMinor);
    }

    long hash() {
        long hash = Mix.pair(Mix.start(DIGEST_TAG), terms.fingerprint(), stage.code());
        hash = Mix.pair(hash, cursor, accountsEnd);
        hash = Mix.pair(hash, paidCount, accounts);
        hash = Mix.pair(hash, positionMinor, grossMinor);
        hash = Mix.pair(hash, taxMinor, unitsMinor);
        hash = Mix.pair(hash, lieuMinor, roundingParts);
        return Mix.pair(hash, unpaid, entitledDigest);
    }

    void audit() {
        long hashes = 0;
        for (int i = 0; i < recordedCount(); i++) {
            hashes += hash(recordedAccount(i), recordedMinor(i));
        }
        Invariant.check(hashes == entitledDigest, "the digest of an action's entitlements is that of each");
        Invariant.check(paidCount <= recordedCount(), "an action pays whom it recorded");
    }

    void save(StateWriter out) {
        out.writeLong(terms.actionId);
        out.writeInt(terms.kind.code());
        out.writeInt(terms.instrumentId);
        out.writeInt(terms.calendarId);
        out.writeInt(terms.exDate);
        out.writeInt(terms.payDate);
        out.writeInt(terms.expiryDate);
        out.writeLong(terms.numerator);
        out.writeLong(terms.denominator);
        out.writeLong(terms.priceNumerator);
        out.writeLong(terms.priceDenominator);
        out.writeInt(terms.taxPpm);
        out.writeInt(terms.rounding.code());
        out.writeLong(terms.sourceAccountId);
        out.writeLong(terms.taxAccountId);
        out.writeInt(terms.rightsAssetId);
        out.writeInt(stage.code());
        out.writeInt(cursor);
        out.writeInt(accountsEnd);
        out.writeInt(paidCount);
        out.writeLong(accounts);
        out.writeLong(positionMinor);
        out.writeLong(grossMinor);
        out.writeLong(taxMinor);
        out.writeLong(unitsMinor);
        out.writeLong(lieuMinor);
        out.writeLong(roundingParts);
        out.writeLong(unpaid);
        out.writeInt(recordedCount());
        for (int i = 0; i < recordedCount(); i++) {
            out.writeInt(recordedAccount(i));
            out.writeLong(recordedMinor(i));
        }
    }

    static CorporateAction load(StateReader in, int accountCount) {
        AnnounceCorporateAction terms = new AnnounceCorporateAction();
        terms.actionId = in.readLong();
        terms.kind = CorporateActionKind.ofCode(in.readInt());
        terms.instrumentId = in.readInt();
        terms.calendarId = in.readInt();
        terms.exDate = in.readInt();
        terms.payDate = in.readInt();
        terms.expiryDate = in.readInt();
        terms.numerator = in.readLong();
        terms.denominator = in.readLong();
        terms.priceNumerator = in.readLong();
        terms.priceDenominator = in.readLong();
        terms.taxPpm = in.readInt();
        terms.rounding = Rounding.ofCode(in.readInt());
        terms.sourceAccountId = in.readLong();
        terms.taxAccountId = in.readLong();
        terms.rightsAssetId = in.readInt();
        CorporateAction action = new CorporateAction(terms);
        action.stage = CorporateActionStage.ofCode(in.readInt());
        action.cursor = in.readCount(accountCount);
        action.accountsEnd = in.readCount(accountCount);
        action.paidCount = in.readCount(accountCount);
        action.accounts = in.readLong();
        action.positionMinor = in.readLong();
        action.grossMinor = in.readLong();
        action.taxMinor = in.readLong();
        action.unitsMinor = in.readLong();
        action.lieuMinor = in.readLong();
        action.roundingParts = in.readLong();
        action.unpaid = in.readLong();
        int recordedCount = in.readCount(accountCount);
        for (int i = 0; i < recordedCount; i++) {
            int accountIndex = in.readCount(accountCount - 1);
            Invariant.check(!action.isRecorded(accountIndex), "an account is recorded once");
            action.record(accountIndex, in.readLong());
        }
        return action;
    }

    static AnnounceCorporateAction copyOf(AnnounceCorporateAction from) {
        AnnounceCorporateAction to = new AnnounceCorporateAction();
        to.actionId = from.actionId;
        to.kind = from.kind;
        to.instrumentId = from.instrumentId;
        to.calendarId = from.calendarId;
        to.exDate = from.exDate;
        to.payDate = from.payDate;
        to.expiryDate = from.expiryDate;
        to.numerator = from.numerator;
        to.denominator = from.denominator;
        to.priceNumerator = from.priceNumerator;
        to.priceDenominator = from.priceDenominator;
        to.taxPpm = from.taxPpm;
        to.rounding = from.rounding;
        to.sourceAccountId = from.sourceAccountId;
        to.taxAccountId = from.taxAccountId;
        to.rightsAssetId = from.rightsAssetId;
        return to;
    }
}
