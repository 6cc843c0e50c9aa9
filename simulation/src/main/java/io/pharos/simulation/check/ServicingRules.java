package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.CorporateActionStage;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Rounding;
import io.pharos.simulation.check.Rules.Verdict;
import java.time.DateTimeException;

/** The rules of corporate actions, interest and the end of a day. */
final class ServicingRules {
    private static final int MILLION = 1_000_000;

    /** Rates of terms up to this are surely countable. */
    private static final long SURELY_COUNTABLE = 30_000;

    private final RefState state;

    ServicingRules(RefState state) {
        this.state = state;
    }

    Verdict announce(CoreCommand.AnnounceCorporateAction c, Outcome rule) {
        RefAction known = state.actions.find(c.actionId());
        if (known != null && known.terms.equals(c)) {
            return Verdict.KEPT;
        }
        RefInstrument of = state.instruments.get(c.instrumentId());
        boolean isRights = c.kind() == CorporateActionKind.RIGHTS_ISSUE;
        return switch (rule) {
            case EXISTS_WITH_OTHER_FIELDS -> Verdict.brokenIf(known != null);
            case ID_NOT_POSITIVE -> Verdict.brokenIf(c.actionId() <= 0);
            case INSTRUMENT_NOT_FOUND -> Verdict.brokenIf(of == null);
            case ACTION_INVALID -> terms(c, of);
            case ASSET_NOT_FOUND -> Verdict.brokenIf(isRights && !state.assets.containsKey(c.rightsAssetId()));
            case SOURCE_ACCOUNT_INVALID ->
                Verdict.brokenIf(!isOfHouse(c.sourceAccountId()) || !isOfHouse(c.taxAccountId()));
            case CALENDAR_NOT_FOUND -> Verdict.brokenIf(state.settlement.date(c.calendarId()) == 0);
            case DATE_INVALID -> {
                boolean areDates =
                        isDate(c.exDate()) && isDate(c.payDate()) && (isRights ? isDate(c.expiryDate()) : true);
                boolean inOrder = c.exDate() > state.settlement.date(c.calendarId())
                        && c.payDate() >= c.exDate()
                        && (isRights ? c.expiryDate() >= c.payDate() : c.expiryDate() == 0);
                yield Verdict.brokenIf(!areDates || !inOrder);
            }
            case ASSET_SHARED -> {
                boolean converts = c.kind() == CorporateActionKind.SPLIT || c.kind() == CorporateActionKind.REDEMPTION;
                boolean isOutstanding = state.accounts.keySet().stream()
                        .anyMatch(account -> state.ledger.available(account, c.rightsAssetId()) != 0);
                boolean givesOthers = isRights
                        && state.actions.all().stream()
                                .anyMatch(other -> other.terms.instrumentId() != c.instrumentId()
                                        && other.terms.rightsAssetId() == c.rightsAssetId()
                                        && !other.isOver());
                yield of == null
                        ? Verdict.UNKNOWN
                        : Verdict.brokenIf(converts ? isShared(of) : givesOthers || (isRights && isOutstanding));
            }
            case ACTIONS_OVERLAP ->
                Verdict.brokenIf(RefAction.givesUnits(c.kind())
                        && state.actions.all().stream()
                                .anyMatch(other -> other.terms.instrumentId() == c.instrumentId()
                                        && other.givesUnits()
                                        && !other.isOver()));
            default -> Verdict.UNKNOWN;
        };
    }

    private static Verdict terms(
            CoreCommand.AnnounceCorporateAction c, @org.jspecify.annotations.Nullable RefInstrument of) {
        long most =
                Math.max(Math.max(c.numerator(), c.denominator()), Math.max(c.priceNumerator(), c.priceDenominator()));
        boolean inRange = c.rounding() != Rounding.NONE
                && c.numerator() >= 0
                && c.denominator() > 0
                && c.priceNumerator() >= 0
                && c.priceDenominator() > 0
                && c.taxPpm() >= 0
                && c.taxPpm() <= MILLION;
        boolean isOwn = c.rightsAssetId() == 0;
        boolean goesTogether = switch (c.kind()) {
            case CASH_DIVIDEND, COUPON, REDEMPTION -> c.numerator() > 0 && c.priceNumerator() == 0 && isOwn;
            case STOCK_DIVIDEND -> c.numerator() > 0 && c.taxPpm() == 0 && isOwn;
            case SPLIT -> c.numerator() > 0 && c.numerator() != c.denominator() && c.taxPpm() == 0 && isOwn;
            case RIGHTS_ISSUE ->
                c.numerator() > 0
                        && c.priceNumerator() > 0
                        && c.taxPpm() == 0
                        && (of == null
                                || (c.rightsAssetId() != of.terms.baseAssetId()
                                        && c.rightsAssetId() != of.terms.quoteAssetId()));
            case DELISTING -> c.numerator() == 0 && c.priceNumerator() == 0 && c.taxPpm() == 0 && isOwn;
            case NONE -> false;
        };
        if (!inRange || !goesTogether) {
            return Verdict.BROKEN;
        }
        return most <= SURELY_COUNTABLE ? Verdict.KEPT : Verdict.UNKNOWN;
    }

    private boolean isShared(RefInstrument of) {
        int asset = of.terms.baseAssetId();
        return state.instruments.values().stream()
                .anyMatch(other ->
                        other != of && (other.terms.baseAssetId() == asset || other.terms.quoteAssetId() == asset));
    }

    Verdict withdraw(CoreCommand.WithdrawCorporateAction c, Outcome rule) {
        RefAction action = state.actions.find(c.actionId());
        return switch (rule) {
            case ACTION_NOT_FOUND -> Verdict.brokenIf(action == null);
            case ACTION_STARTED ->
                action == null
                        ? Verdict.UNKNOWN
                        : Verdict.brokenIf(action.stage != CorporateActionStage.ANNOUNCED
                                && action.stage != CorporateActionStage.WITHDRAWN);
            default -> Verdict.UNKNOWN;
        };
    }

    Verdict exercise(CoreCommand.ExerciseRights c, Outcome rule) {
        RefAction action = state.actions.find(c.actionId());
        return switch (rule) {
            case ACTION_NOT_FOUND -> Verdict.brokenIf(action == null);
            case ACCOUNT_NOT_FOUND -> Verdict.brokenIf(!state.accounts.containsKey(c.accountId()));
            case AMOUNT_NOT_POSITIVE -> Verdict.brokenIf(c.quantityMinor() <= 0);
            case RIGHTS_CLOSED -> Verdict.brokenIf(action != null && action.stage != CorporateActionStage.EXERCISABLE);
            case ASSET_FROZEN ->
                Verdict.brokenIf(
                        action != null && state.isFrozen(action.of(state).terms.baseAssetId()));
            case INSUFFICIENT_HOLDINGS ->
                Verdict.brokenIf(action != null
                        && c.quantityMinor() > state.ledger.available(c.accountId(), action.terms.rightsAssetId()));
            case INSUFFICIENT_FUNDS -> action == null ? Verdict.UNKNOWN : funds(c, action);
            default -> Verdict.UNKNOWN;
        };
    }

    private Verdict funds(CoreCommand.ExerciseRights c, RefAction action) {
        boolean isJudged = action.terms.kind() == CorporateActionKind.RIGHTS_ISSUE
                && c.quantityMinor() > 0
                && c.quantityMinor() < 1L << 40
                && state.accounts.get(c.accountId()) == AccountKind.CUSTOMER;
        if (!isJudged) {
            return Verdict.UNKNOWN;
        }
        long cash = state.ledger.available(c.accountId(), action.of(state).terms.quoteAssetId());
        return Verdict.brokenIf(ExDate.subscription(action.terms, c.quantityMinor()) > cash);
    }

    Verdict interest(CoreCommand.SetInterestTerms c, Outcome rule) {
        return switch (rule) {
            case ASSET_NOT_FOUND -> Verdict.brokenIf(!state.assets.containsKey(c.assetId()));
            case INTEREST_TERMS_INVALID -> {
                boolean isCount = c.dayCount() == 360 || c.dayCount() == 365;
                boolean isPeriod = c.creditDay() >= 1
                        && c.creditDay() <= 28
                        && java.util.List.of(1, 3, 6, 12).contains(c.creditMonths());
                boolean areRates = isRate(c.ratePpm()) && isRate(c.band1Ppm()) && isRate(c.band2Ppm());
                boolean isFirst = c.band1Minor() > 0 || (c.band1Minor() == 0 && c.band1Ppm() == 0);
                boolean isSecond =
                        c.band2Minor() == 0 ? c.band2Ppm() == 0 : c.band1Minor() > 0 && c.band2Minor() > c.band1Minor();
                yield Verdict.brokenIf(!isCount || !isPeriod || !areRates || !isFirst || !isSecond);
            }
            case SOURCE_ACCOUNT_INVALID -> Verdict.brokenIf(!isOfHouse(c.payerAccountId()));
            case CALENDAR_NOT_FOUND -> Verdict.brokenIf(state.settlement.date(c.calendarId()) == 0);
            case END_OF_DAY_RUNNING -> Verdict.brokenIf(state.interest.isAccruing(c.assetId()));
            default -> Verdict.UNKNOWN;
        };
    }

    Verdict run(CoreCommand.RunEndOfDay c, int runningDate, Outcome rule) {
        return switch (rule) {
            case ID_NOT_POSITIVE -> Verdict.brokenIf(c.calendarId() <= 0);
            case LIMIT_OUT_OF_RANGE -> Verdict.brokenIf(c.itemsMax() < 1 || c.itemsMax() > 10_000);
            case DATE_INVALID ->
                Verdict.brokenIf(!isDate(c.date()) || c.date() < state.settlement.date(c.calendarId()));
            case END_OF_DAY_RUNNING -> Verdict.brokenIf(runningDate != 0 && runningDate != c.date());
            default -> Verdict.UNKNOWN;
        };
    }

    Verdict beginDay(CoreCommand.BeginBusinessDay c, boolean isBusy, Outcome rule) {
        int present = state.settlement.date(c.calendarId());
        return switch (rule) {
            case ID_NOT_POSITIVE -> Verdict.brokenIf(c.calendarId() <= 0);
            case DATE_INVALID -> Verdict.brokenIf(!isDate(c.date()) || c.date() <= present);
            case END_OF_DAY_RUNNING -> Verdict.brokenIf(isBusy && isDate(c.date()) && c.date() > present);
            case SETTLEMENT_UNFINISHED -> Verdict.brokenIf(state.settlement.hasWork(c.calendarId()));
            default -> Verdict.UNKNOWN;
        };
    }

    private static boolean isRate(int ppm) {
        return ppm >= 0 && ppm <= MILLION;
    }

    private boolean isOfHouse(long accountId) {
        return state.accounts.get(accountId) == AccountKind.HOUSE;
    }

    private static boolean isDate(int number) {
        try {
            return number > 0 && RefInterest.number(RefInterest.day(number)) == number;
        } catch (DateTimeException notADate) {
            return false;
        }
    }
}
