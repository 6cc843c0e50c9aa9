package io.pharos.core.servicing;

import io.pharos.core.command.AnnounceCorporateAction;
import io.pharos.core.command.Result;
import io.pharos.core.command.WithdrawCorporateAction;
import io.pharos.core.event.CorporateActionAdvanced;
import io.pharos.core.event.CorporateActionAnnounced;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.Sequencer;
import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.ledger.Proportion;
import io.pharos.core.margin.Claims;
import io.pharos.core.settlement.Settlement;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.core.trading.ActionTrading;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.CorporateActionStage;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Rounding;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** The corporate actions, in the order of their announcement. Those that are over stay, so that an id is used once. */
public final class CorporateActions implements Claims {
    private static final int ACTIONS_MAX = 4_096;
    private static final int PPM_MAX = 1_000_000;

    private final Ledger ledger;
    private final ActionTrading trading;
    private final Settlement settlement;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final ActionSteps steps;
    private final List<CorporateAction> actions = new ArrayList<>();
    private final Long2ObjectHashMap<CorporateAction> byId = new Long2ObjectHashMap<>();
    private final CorporateActionAnnounced announced = new CorporateActionAnnounced();
    private final CorporateActionAdvanced advanced = new CorporateActionAdvanced();

    CorporateActions(Ledger ledger, ActionTrading trading, Sequencer sequencer, EventSink sink) {
        this.ledger = ledger;
        this.trading = trading;
        this.sequencer = sequencer;
        this.sink = sink;
        settlement = trading.settlement();
        steps = new ActionSteps(ledger, trading, new Entitlements(ledger, trading, sequencer, sink));
    }

    public Outcome announce(AnnounceCorporateAction command, Result result) {
        CorporateAction known = find(command.actionId);
        if (known != null) {
            boolean isSame = known.terms.fingerprint() == command.fingerprint();
            result.entityId = isSame ? command.actionId : 0;
            return isSame ? Outcome.ACCEPTED : Outcome.EXISTS_WITH_OTHER_FIELDS;
        }
        Outcome outcome = check(command);
        if (outcome == Outcome.ACCEPTED) {
            result.entityId = command.actionId;
            add(new CorporateAction(CorporateAction.copyOf(command)));
            emit(command);
        }
        return outcome;
    }

    public Outcome withdraw(WithdrawCorporateAction command, Result result) {
        CorporateAction action = find(command.actionId);
        if (action == null) {
            return Outcome.ACTION_NOT_FOUND;
        }
        if (action.stage != CorporateActionStage.ANNOUNCED && action.stage != CorporateActionStage.WITHDRAWN) {
            return Outcome.ACTION_STARTED;
        }
        result.entityId = command.actionId;
        if (action.stage == CorporateActionStage.ANNOUNCED) {
            action.stage = CorporateActionStage.WITHDRAWN;
            emit(action);
        }
        return Outcome.ACCEPTED;
    }

    /** The action of an id, or null. */
    @Nullable
    CorporateAction find(long actionId) {
        return byId.get(actionId);
    }

    /** Begins what is due on a business day, the kinds in their order. */
    void dayBegan(int calendarId, int date) {
        for (CorporateActionKind kind : CorporateActionKind.values()) {
            for (int i = 0; i < actions.size(); i++) {
                CorporateAction action = actions.get(i);
                if (action.terms.kind == kind && action.terms.calendarId == calendarId) {
                    begin(action, date);
                }
            }
        }
    }

    private void begin(CorporateAction action, int date) {
        CorporateActionStage before = action.stage;
        AnnounceCorporateAction terms = action.terms;
        if (before == CorporateActionStage.ANNOUNCED && terms.exDate <= date) {
            steps.begin(action);
        } else if (before == CorporateActionStage.RECORDED && terms.payDate <= date) {
            action.stage = CorporateActionStage.PAYING;
        } else if (before == CorporateActionStage.EXERCISABLE && terms.expiryDate < date) {
            action.stage = CorporateActionStage.EXPIRING;
            action.cursor = 0;
            action.accountsEnd = ledger.accounts().size();
        }
        if (action.stage != before) {
            follow(terms.instrumentId);
            emit(action);
        }
    }

    /** Lets trading and the ledger know what the actions of an instrument keep from moving. */
    private void follow(int instrumentId) {
        Outcome restriction = Outcome.ACCEPTED;
        boolean freezes = false;
        for (int i = 0; i < actions.size(); i++) {
            CorporateAction action = actions.get(i);
            if (action.terms.instrumentId == instrumentId) {
                Outcome own = steps.restriction(action);
                restriction = own == Outcome.ACCEPTED || restriction == Outcome.INSTRUMENT_DELISTED ? restriction : own;
                freezes |= steps.freezes(action);
                if (action.terms.kind == CorporateActionKind.RIGHTS_ISSUE) {
                    ledger.balances().freeze(steps.rightsAssetIndex(action), isExpiring(action.terms.rightsAssetId));
                }
            }
        }
        ledger.balances().freeze(trading.baseAssetIndex(instrumentId), freezes);
        trading.restriction(instrumentId, restriction);
    }

    /** Whether rights that were not exercised are being taken back, so that nobody may pass them on. */
    private boolean isExpiring(int rightsAssetId) {
        for (int i = 0; i < actions.size(); i++) {
            CorporateAction action = actions.get(i);
            if (action.stage == CorporateActionStage.EXPIRING && action.terms.rightsAssetId == rightsAssetId) {
                return true;
            }
        }
        return false;
    }

    /** Does so much of what is left to do in a calendar; returns how much was done. */
    int step(int calendarId, int most) {
        int left = most;
        for (int i = 0; i < actions.size() && left > 0; i++) {
            CorporateAction action = actions.get(i);
            while (action.terms.calendarId == calendarId && left > 0 && steps.hasWork(action)) {
                CorporateActionStage before = action.stage;
                int date = settlement.dateOf(calendarId);
                int done = steps.step(action, left, date);
                left -= Math.max(1, done);
                if (action.stage != before) {
                    follow(action.terms.instrumentId);
                }
                if (done > 0 || action.stage != before) {
                    emit(action);
                }
                if (action.stage == before && action.stage == CorporateActionStage.CANCELLING) {
                    break;
                }
            }
        }
        return most - left;
    }

    /** Whether something is left to do now in a calendar. */
    boolean hasWork(int calendarId) {
        for (int i = 0; i < actions.size(); i++) {
            if (actions.get(i).terms.calendarId == calendarId && steps.hasWork(actions.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Records an account whose balance is about to change. */
    void beforeChange(int slot) {
        int assetIndex = ledger.balances().assetIndex(slot);
        for (int i = 0; i < actions.size(); i++) {
            CorporateAction action = actions.get(i);
            if (action.records() && trading.baseAssetIndex(action.terms.instrumentId) == assetIndex) {
                steps.record(action, slot);
            }
        }
    }

    @Override
    public void forEach(int accountIndex, Claims.Visitor visitor) {
        for (int i = 0; i < actions.size(); i++) {
            CorporateAction action = actions.get(i);
            AnnounceCorporateAction terms = action.terms;
            long positionMinor = steps.unpaidMinor(action, accountIndex);
            if (positionMinor > 0) {
                boolean isUnits = terms.kind == CorporateActionKind.STOCK_DIVIDEND;
                boolean isCash =
                        terms.kind == CorporateActionKind.CASH_DIVIDEND || terms.kind == CorporateActionKind.COUPON;
                long grossMinor = Proportion.floor(positionMinor, terms.numerator, terms.denominator);
                visitor.onClaim(
                        terms.instrumentId,
                        isUnits ? grossMinor : 0,
                        isCash ? grossMinor - Proportion.ceiling(grossMinor, terms.taxPpm, 1_000_000) : 0);
            }
        }
    }

    private Outcome check(AnnounceCorporateAction terms) {
        if (terms.actionId <= 0) {
            return Outcome.ID_NOT_POSITIVE;
        }
        if (!trading.isRegistered(terms.instrumentId)) {
            return Outcome.INSTRUMENT_NOT_FOUND;
        }
        if (!areTerms(terms)) {
            return Outcome.ACTION_INVALID;
        }
        boolean isRights = terms.kind == CorporateActionKind.RIGHTS_ISSUE;
        if (isRights && ledger.assets().find(terms.rightsAssetId) == null) {
            return Outcome.ASSET_NOT_FOUND;
        }
        if (!isHouse(terms.sourceAccountId) || !isHouse(terms.taxAccountId)) {
            return Outcome.SOURCE_ACCOUNT_INVALID;
        }
        int today = settlement.dateOf(terms.calendarId);
        if (today == 0) {
            return Outcome.CALENDAR_NOT_FOUND;
        }
        boolean inOrder = Settlement.isDate(terms.exDate)
                && Settlement.isDate(terms.payDate)
                && terms.exDate > today
                && terms.payDate >= terms.exDate
                && (isRights
                        ? Settlement.isDate(terms.expiryDate) && terms.expiryDate >= terms.payDate
                        : terms.expiryDate == 0);
        if (!inOrder) {
            return Outcome.DATE_INVALID;
        }
        boolean ends = terms.kind == CorporateActionKind.SPLIT || terms.kind == CorporateActionKind.REDEMPTION;
        boolean isShared = ends ? trading.sharesBaseAsset(terms.instrumentId) : isRights && areRightsShared(terms);
        if (isShared) {
            return Outcome.ASSET_SHARED;
        }
        if (overlaps(terms)) {
            return Outcome.ACTIONS_OVERLAP;
        }
        return actions.size() < ACTIONS_MAX ? Outcome.ACCEPTED : Outcome.ACTIONS_LIMIT;
    }

    /** Whether somebody has the rights already, or another issue gives them and is not over: what is left of one ends with it. */
    private boolean areRightsShared(AnnounceCorporateAction terms) {
        var rights = ledger.assets().find(terms.rightsAssetId);
        if (rights != null && ledger.balances().outstandingMinor(rights.index()) > 0) {
            return true;
        }
        for (int i = 0; i < actions.size(); i++) {
            CorporateAction other = actions.get(i);
            if (other.terms.instrumentId != terms.instrumentId
                    && other.terms.rightsAssetId == terms.rightsAssetId
                    && !other.isOver()) {
                return true;
            }
        }
        return false;
    }

    /** Whether units are given or taken while another action that does so is not over. */
    private boolean overlaps(AnnounceCorporateAction terms) {
        for (int i = 0; i < actions.size(); i++) {
            CorporateAction other = actions.get(i);
            boolean isOpen = other.terms.instrumentId == terms.instrumentId && !other.isOver();
            if (isOpen && givesUnits(terms.kind) && givesUnits(other.terms.kind)) {
                return true;
            }
        }
        return false;
    }

    private static boolean givesUnits(CorporateActionKind kind) {
        return kind == CorporateActionKind.STOCK_DIVIDEND
                || kind == CorporateActionKind.SPLIT
                || kind == CorporateActionKind.REDEMPTION
                || kind == CorporateActionKind.RIGHTS_ISSUE;
    }

    private boolean areTerms(AnnounceCorporateAction terms) {
        boolean inRange = terms.kind != CorporateActionKind.NONE
                && terms.rounding != Rounding.NONE
                && isTerm(terms.numerator)
                && isTerm(terms.denominator)
                && isTerm(terms.priceNumerator)
                && isTerm(terms.priceDenominator)
                && terms.denominator > 0
                && terms.priceDenominator > 0
                && terms.denominator * terms.priceDenominator <= Fraction.TERM_MAX
                && terms.taxPpm >= 0
                && terms.taxPpm <= PPM_MAX;
        if (!inRange) {
            return false;
        }
        boolean isCash = terms.priceNumerator == 0 && terms.numerator > 0;
        boolean isOwn = terms.rightsAssetId == 0;
        boolean isUntaxed = terms.taxPpm == 0;
        return switch (terms.kind) {
            case CASH_DIVIDEND, COUPON, REDEMPTION -> isCash && isOwn;
            case STOCK_DIVIDEND -> terms.numerator > 0 && isUntaxed && isOwn;
            case SPLIT -> terms.numerator > 0 && terms.numerator != terms.denominator && isUntaxed && isOwn;
            case RIGHTS_ISSUE ->
                terms.numerator > 0 && terms.priceNumerator > 0 && isUntaxed && !isInstrumentAsset(terms);
            case DELISTING -> terms.numerator == 0 && terms.priceNumerator == 0 && isUntaxed && isOwn;
            case NONE -> false;
        };
    }

    private boolean isInstrumentAsset(AnnounceCorporateAction terms) {
        var rights = ledger.assets().find(terms.rightsAssetId);
        return rights != null
                && (rights.index() == trading.baseAssetIndex(terms.instrumentId)
                        || rights.index() == trading.quoteAssetIndex(terms.instrumentId));
    }

    private static boolean isTerm(long term) {
        return term >= 0 && term <= Fraction.TERM_MAX;
    }

    private boolean isHouse(long accountId) {
        int accountIndex = ledger.accounts().find(accountId);
        return accountIndex != Accounts.NOT_FOUND && ledger.accounts().isHouse(accountIndex);
    }

    private void add(CorporateAction action) {
        actions.add(action);
        byId.put(action.terms.actionId, action);
    }

    long digest() {
        long digest = 0;
        for (int i = 0; i < actions.size(); i++) {
            digest += actions.get(i).hash();
        }
        return digest;
    }

    void audit() {
        for (int i = 0; i < actions.size(); i++) {
            actions.get(i).audit();
        }
    }

    void save(StateWriter out) {
        out.writeInt(actions.size());
        for (int i = 0; i < actions.size(); i++) {
            actions.get(i).save(out);
        }
    }

    void load(StateReader in) {
        int count = in.readCount(ACTIONS_MAX);
        for (int i = 0; i < count; i++) {
            CorporateAction action = CorporateAction.load(in, ledger.accounts().size());
            Invariant.check(
                    find(action.terms.actionId) == null
                            && trading.isRegistered(action.terms.instrumentId)
                            && areTerms(action.terms)
                            && (action.terms.kind != CorporateActionKind.RIGHTS_ISSUE
                                    || ledger.assets().find(action.terms.rightsAssetId) != null)
                            && action.stage != CorporateActionStage.NONE,
                    "a corporate action in the snapshot could be announced");
            add(action);
            steps.loaded(action);
        }
        for (int i = 0; i < count; i++) {
            follow(actions.get(i).terms.instrumentId);
        }
    }

    private void emit(AnnounceCorporateAction terms) {
        CorporateActionAnnounced event = announced;
        event.actionId = terms.actionId;
        event.kind = terms.kind;
        event.instrumentId = terms.instrumentId;
        event.calendarId = terms.calendarId;
        event.exDate = terms.exDate;
        event.payDate = terms.payDate;
        event.expiryDate = terms.expiryDate;
        event.numerator = terms.numerator;
        event.denominator = terms.denominator;
        event.priceNumerator = terms.priceNumerator;
        event.priceDenominator = terms.priceDenominator;
        event.taxPpm = terms.taxPpm;
        event.rounding = terms.rounding;
        event.sourceAccountId = terms.sourceAccountId;
        event.taxAccountId = terms.taxAccountId;
        event.rightsAssetId = terms.rightsAssetId;
        sequencer.stamp(event);
        sink.onCorporateActionAnnounced(event);
    }

    private void emit(CorporateAction action) {
        CorporateActionAdvanced event = advanced;
        event.actionId = action.terms.actionId;
        event.instrumentId = action.terms.instrumentId;
        event.stage = action.stage;
        event.accounts = action.accounts;
        event.positionMinor = action.positionMinor;
        event.grossMinor = action.grossMinor;
        event.taxMinor = action.taxMinor;
        event.unitsMinor = action.unitsMinor;
        event.lieuMinor = action.lieuMinor;
        event.roundingParts = action.roundingParts;
        event.roundingScale = action.roundingScale();
        event.unpaid = action.unpaid;
        sequencer.stamp(event);
        sink.onCorporateActionAdvanced(event);
    }
}
