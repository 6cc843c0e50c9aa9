package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.CorporateActionStage;
import io.pharos.protocol.PostingCode;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A corporate action of the reference. */
final class RefAction {
    /** What it came to so far, over all accounts. */
    static final class Totals {
        long accounts;
        BigInteger position = BigInteger.ZERO;
        BigInteger cash = BigInteger.ZERO;
        BigInteger tax = BigInteger.ZERO;
        BigInteger units = BigInteger.ZERO;
        BigInteger lieu = BigInteger.ZERO;
        BigInteger rounding = BigInteger.ZERO;
        long unpaid;

        void add(long positionMinor, ExDate.Entitlement due, boolean isPaid) {
            if (!isPaid) {
                unpaid++;
                return;
            }
            accounts++;
            position = position.add(BigInteger.valueOf(positionMinor));
            cash = cash.add(BigInteger.valueOf(due.cash()));
            tax = tax.add(BigInteger.valueOf(due.tax()));
            units = units.add(BigInteger.valueOf(due.units()));
            lieu = lieu.add(BigInteger.valueOf(due.lieu()));
            rounding = rounding.add(due.rounding());
        }
    }

    final CoreCommand.AnnounceCorporateAction terms;
    final Totals totals = new Totals();

    /** What each account had at the moment that counts. */
    final Map<Long, Long> entitled = new LinkedHashMap<>();

    /** Who was paid or converted. */
    final Set<Long> paid = new HashSet<>();

    CorporateActionStage stage = CorporateActionStage.ANNOUNCED;

    RefAction(CoreCommand.AnnounceCorporateAction terms) {
        this.terms = terms;
    }

    RefInstrument of(RefState state) {
        RefInstrument of = state.instruments.get(terms.instrumentId());
        if (of == null) {
            throw new Violation("rules", "an action of an instrument that is not there: " + terms);
        }
        return of;
    }

    boolean hasRecord() {
        return !converts() && terms.kind() != CorporateActionKind.DELISTING;
    }

    boolean converts() {
        return terms.kind() == CorporateActionKind.SPLIT || terms.kind() == CorporateActionKind.REDEMPTION;
    }

    boolean endsTrading() {
        return terms.kind() == CorporateActionKind.DELISTING || terms.kind() == CorporateActionKind.REDEMPTION;
    }

    boolean cancelsOrders() {
        return terms.kind() != CorporateActionKind.COUPON;
    }

    /** Whether it gives or takes units, so that no other such action may lie beside it. */
    boolean givesUnits() {
        return givesUnits(terms.kind());
    }

    static boolean givesUnits(CorporateActionKind kind) {
        return switch (kind) {
            case STOCK_DIVIDEND, RIGHTS_ISSUE, SPLIT, REDEMPTION -> true;
            default -> false;
        };
    }

    /** Whether it keeps orders away, or holdings from moving. */
    boolean isUnderWay() {
        return stage == CorporateActionStage.CANCELLING || stage == CorporateActionStage.CONVERTING;
    }

    boolean isOver() {
        return stage == CorporateActionStage.COMPLETED || stage == CorporateActionStage.WITHDRAWN;
    }

    boolean hasPaidAll() {
        return paid.containsAll(entitled.keySet());
    }

    /** Where it stands once no order is left that it cancels. */
    CorporateActionStage afterCancelling(RefInstrument of) {
        if (cancelsOrders() && !of.orders.isEmpty()) {
            return CorporateActionStage.CANCELLING;
        }
        if (converts()) {
            return CorporateActionStage.CONVERTING;
        }
        return hasRecord() ? CorporateActionStage.RECORDING : CorporateActionStage.COMPLETED;
    }

    /** The asset of the units that it gives or takes. */
    int unitAsset(RefInstrument of) {
        return terms.kind() == CorporateActionKind.RIGHTS_ISSUE ? terms.rightsAssetId() : of.terms.baseAssetId();
    }

    PostingCode unitCode() {
        return switch (terms.kind()) {
            case STOCK_DIVIDEND -> PostingCode.STOCK_DIVIDEND;
            case RIGHTS_ISSUE -> PostingCode.RIGHTS;
            case REDEMPTION -> PostingCode.REDEMPTION;
            default -> PostingCode.SPLIT;
        };
    }

    PostingCode cashCode() {
        return switch (terms.kind()) {
            case COUPON -> PostingCode.COUPON;
            case REDEMPTION -> PostingCode.REDEMPTION;
            default -> PostingCode.DIVIDEND;
        };
    }
}
