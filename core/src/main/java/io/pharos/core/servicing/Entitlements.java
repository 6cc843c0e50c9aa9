package io.pharos.core.servicing;

import io.pharos.core.command.AnnounceCorporateAction;
import io.pharos.core.event.EntitlementPaid;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.Sequencer;
import io.pharos.core.ledger.Asset;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.ledger.PostingCause;
import io.pharos.core.trading.ActionTrading;
import io.pharos.protocol.Bucket;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;

/**
 * Pays an account what a corporate action entitles it to, or converts what it holds:
 *
 * <pre>
 *   source --cash before tax--> holder --tax--> tax account        dividend, coupon, redemption
 *   source --units--> holder, --cash for a fraction--> holder      stock dividend, split
 *   holder --units--> source                                       split into fewer, redemption
 * </pre>
 *
 * <p>{@code position x numerator = gross x denominator + rounding} holds for each account, and so for all.
 */
final class Entitlements {
    private final Ledger ledger;
    private final Balances balances;
    private final ActionTrading trading;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final Fraction share = new Fraction();
    private final Fraction second = new Fraction();
    private final PostingCause cause = new PostingCause();
    private final EntitlementPaid event = new EntitlementPaid();

    Entitlements(Ledger ledger, ActionTrading trading, Sequencer sequencer, EventSink sink) {
        this.ledger = ledger;
        this.trading = trading;
        this.sequencer = sequencer;
        this.sink = sink;
        balances = ledger.balances();
    }

    /** Pays an account for a position above zero. */
    void pay(CorporateAction action, int accountIndex, long positionMinor) {
        AnnounceCorporateAction terms = action.terms;
        share.of(positionMinor, terms.numerator, terms.denominator);
        boolean isCash = isCash(terms.kind);
        long grossMinor = isCash && share.whole >= 0 ? share.rounded(terms.denominator, terms.rounding) : 0;
        long lieuMinor = 0;
        long roundingParts = share.parts - (isCash ? (grossMinor - share.whole) * terms.denominator : 0);
        if (action.paysInLieu()) {
            second.of(share.parts, terms.priceNumerator, action.roundingScale());
            lieuMinor = second.rounded(action.roundingScale(), terms.rounding);
            roundingParts = second.parts - (lieuMinor - second.whole) * action.roundingScale();
        }
        second.of(grossMinor, terms.taxPpm, 1_000_000);
        long taxMinor = second.rounded(1_000_000, terms.rounding);
        long unitsMinor = units(terms.kind, positionMinor);
        boolean isPaid =
                share.whole >= 0 && post(action, accountIndex, grossMinor + lieuMinor, lieuMinor, taxMinor, unitsMinor);
        if (isPaid) {
            action.accounts++;
            action.positionMinor += positionMinor;
            action.grossMinor += grossMinor + lieuMinor;
            action.taxMinor += taxMinor;
            action.unitsMinor += unitsMinor;
            action.lieuMinor += lieuMinor;
            action.roundingParts += roundingParts;
        } else {
            action.unpaid++;
        }
        event.actionId = terms.actionId;
        event.accountId = ledger.accounts().accountId(accountIndex);
        event.positionMinor = positionMinor;
        event.grossMinor = grossMinor + lieuMinor;
        event.taxMinor = taxMinor;
        event.unitsMinor = unitsMinor;
        event.instrumentId = terms.instrumentId;
        event.kind = terms.kind;
        event.paid = isPaid;
        sequencer.stamp(event);
        sink.onEntitlementPaid(event);
    }

    /** Converts what an account owes: into as many units, rounded down, or into the cash that redeems them. */
    void convertOwed(CorporateAction action, int accountIndex, long owedMinor) {
        AnnounceCorporateAction terms = action.terms;
        share.of(owedMinor, terms.numerator, terms.denominator);
        if (share.whole == Fraction.OVERFLOW) {
            return;
        }
        Asset base = ledger.assets().at(trading.baseAssetIndex(terms.instrumentId));
        if (terms.kind == CorporateActionKind.SPLIT) {
            trading.owe(accountIndex, base, share.whole - owedMinor);
        } else {
            trading.owe(accountIndex, base, -owedMinor);
            Asset quote = ledger.assets().at(trading.quoteAssetIndex(terms.instrumentId));
            trading.owe(accountIndex, quote, share.rounded(terms.denominator, terms.rounding));
        }
    }

    /** Takes the rights that an account has and did not exercise. */
    void expire(CorporateAction action, int accountIndex, int assetIndex) {
        int slot = balances.find(accountIndex, assetIndex);
        int sourceIndex = ledger.accounts().find(action.terms.sourceAccountId);
        if (slot != Balances.NOT_FOUND && accountIndex != sourceIndex && balances.availableMinor(slot) > 0) {
            cause.clear();
            cause.reference = action.terms.actionId;
            post(slot, balances.findOrAdd(sourceIndex, assetIndex), balances.availableMinor(slot), PostingCode.RIGHTS);
        }
    }

    /** The units given, or below zero taken. */
    private long units(CorporateActionKind kind, long positionMinor) {
        return switch (kind) {
            case STOCK_DIVIDEND, RIGHTS_ISSUE -> share.whole;
            case SPLIT -> share.whole - positionMinor;
            case REDEMPTION -> -positionMinor;
            default -> 0;
        };
    }

    private static boolean isCash(CorporateActionKind kind) {
        return kind == CorporateActionKind.CASH_DIVIDEND
                || kind == CorporateActionKind.COUPON
                || kind == CorporateActionKind.REDEMPTION;
    }

    private boolean post(
            CorporateAction action, int accountIndex, long cashMinor, long lieuMinor, long taxMinor, long unitsMinor) {
        AnnounceCorporateAction terms = action.terms;
        int sourceIndex = ledger.accounts().find(terms.sourceAccountId);
        int cashAsset = trading.quoteAssetIndex(terms.instrumentId);
        int unitAsset = unitAssetIndex(terms);
        int sourceCash = balances.findOrAdd(sourceIndex, cashAsset);
        int sourceUnits = balances.findOrAdd(sourceIndex, unitAsset);
        boolean isCovered = (cashMinor == 0 || balances.checkSpend(sourceCash, cashMinor) == Outcome.ACCEPTED)
                && (unitsMinor <= 0 || balances.checkSpend(sourceUnits, unitsMinor) == Outcome.ACCEPTED);
        if (!isCovered) {
            return false;
        }
        cause.clear();
        cause.reference = terms.actionId;
        if (unitsMinor != 0) {
            int units = balances.findOrAdd(accountIndex, unitAsset);
            PostingCode code = unitCode(terms.kind);
            if (unitsMinor > 0) {
                post(sourceUnits, units, unitsMinor, code);
            } else {
                post(units, sourceUnits, -unitsMinor, code);
            }
        }
        if (cashMinor > 0) {
            int cash = balances.findOrAdd(accountIndex, cashAsset);
            post(sourceCash, cash, cashMinor, lieuMinor > 0 ? PostingCode.CASH_IN_LIEU : cashCode(terms.kind));
            if (taxMinor > 0) {
                int taxIndex = ledger.accounts().find(terms.taxAccountId);
                post(cash, balances.findOrAdd(taxIndex, cashAsset), taxMinor, PostingCode.WITHHOLDING_TAX);
            }
        }
        return true;
    }

    private int unitAssetIndex(AnnounceCorporateAction terms) {
        Asset rights = ledger.assets().find(terms.rightsAssetId);
        return terms.kind == CorporateActionKind.RIGHTS_ISSUE && rights != null
                ? rights.index()
                : trading.baseAssetIndex(terms.instrumentId);
    }

    private static PostingCode unitCode(CorporateActionKind kind) {
        return switch (kind) {
            case STOCK_DIVIDEND -> PostingCode.STOCK_DIVIDEND;
            case RIGHTS_ISSUE -> PostingCode.RIGHTS;
            case REDEMPTION -> PostingCode.REDEMPTION;
            default -> PostingCode.SPLIT;
        };
    }

    private static PostingCode cashCode(CorporateActionKind kind) {
        return switch (kind) {
            case COUPON -> PostingCode.COUPON;
            case REDEMPTION -> PostingCode.REDEMPTION;
            default -> PostingCode.DIVIDEND;
        };
    }

    private void post(int fromSlot, int toSlot, long amountMinor, PostingCode code) {
        ledger.postings().post(fromSlot, Bucket.AVAILABLE, toSlot, amountMinor, code, cause);
    }
}
