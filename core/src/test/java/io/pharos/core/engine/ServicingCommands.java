package io.pharos.core.engine;

import io.pharos.core.command.AnnounceCorporateAction;
import io.pharos.core.command.BeginBusinessDay;
import io.pharos.core.command.Command;
import io.pharos.core.command.ExerciseRights;
import io.pharos.core.command.RegisterInstrument;
import io.pharos.core.command.RunEndOfDay;
import io.pharos.core.command.SetInterestTerms;
import io.pharos.core.command.WithdrawCorporateAction;
import io.pharos.core.fixture.Actions;
import io.pharos.core.fixture.Dispatch;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.Outcome;
import java.util.List;

/** The commands of asset servicing, for {@link CheckedCommands}. */
final class ServicingCommands {
    private static final int NOBODY = 77;
    static final int RIGHTS_INSTRUMENT = 6;
    private static final int OTHER_CALENDAR = 9;

    private ServicingCommands() {}

    static List<CheckedCommand<?>> all() {
        return List.of(announce(), withdraw(), exercise(), interest(), endOfDay());
    }

    /** Registers an instrument that alone trades the rights. */
    static void addInstrumentOfRights(TestMarket market) {
        RegisterInstrument rights = TestMarket.terms();
        rights.instrumentId = RIGHTS_INSTRUMENT;
        rights.baseAssetId = TestMarket.RIGHT;
        rights.symbol = "RGT";
        apply(market, rights);
    }

    /** Leaves a redemption of the rights where it has begun. */
    static void freezeRights(TestMarket market) {
        AnnounceCorporateAction redemption = Actions.redemption(500, 1);
        redemption.instrumentId = RIGHTS_INSTRUMENT;
        carryOut(market, redemption);
    }

    static void delist(TestMarket market, int instrumentId) {
        AnnounceCorporateAction delisting = Actions.action(501, CorporateActionKind.DELISTING, Actions.EX_DATE);
        delisting.instrumentId = instrumentId;
        carryOut(market, delisting);
        for (int i = 0; i < 5; i++) {
            RunEndOfDay run = Actions.endOfDay(20260108, 1_000);
            run.calendarId = OTHER_CALENDAR;
            apply(market, run);
        }
    }

    /** Leaves the run of a day where it accrues interest. */
    static void beginEndOfDay(TestMarket market, int date) {
        apply(market, Actions.interest());
        apply(market, Actions.endOfDay(date, 1));
    }

    private static void carryOut(TestMarket market, AnnounceCorporateAction action) {
        action.calendarId = OTHER_CALENDAR;
        day(market, OTHER_CALENDAR, 20260105);
        apply(market, action);
        day(market, OTHER_CALENDAR, Actions.EX_DATE);
    }

    private static CheckedCommand<AnnounceCorporateAction> announce() {
        return new CheckedCommand<>("AnnounceCorporateAction", market -> {
                    day(market, 20260105);
                    return Actions.dividend(1);
                })
                .then(Outcome.EXISTS_WITH_OTHER_FIELDS, (market, c) -> {
                    apply(market, Actions.dividend(1_001));
                    c.actionId = 1_001;
                    c.taxPpm = 77;
                })
                .then(Outcome.ID_NOT_POSITIVE, (market, c) -> c.actionId = 0)
                .then(Outcome.INSTRUMENT_NOT_FOUND, (market, c) -> c.instrumentId = NOBODY)
                .then(Outcome.ACTION_INVALID, (market, c) -> c.denominator = 0)
                .then(Outcome.ASSET_NOT_FOUND, (market, c) -> {
                    c.kind = CorporateActionKind.RIGHTS_ISSUE;
                    c.priceNumerator = 50;
                    c.taxPpm = 0;
                    c.rightsAssetId = NOBODY;
                })
                .then(Outcome.SOURCE_ACCOUNT_INVALID, (market, c) -> c.sourceAccountId = TestMarket.customer("A"))
                .then(Outcome.CALENDAR_NOT_FOUND, (market, c) -> c.calendarId = NOBODY)
                .then(Outcome.DATE_INVALID, (market, c) -> c.payDate = c.exDate - 1)
                .then(Outcome.ASSET_SHARED, (market, c) -> {
                    c.kind = CorporateActionKind.REDEMPTION;
                    c.instrumentId = TestMarket.INSTRUMENT;
                })
                .then(Outcome.ACTIONS_OVERLAP, (market, c) -> {
                    apply(market, Actions.bonus(8));
                    c.kind = CorporateActionKind.STOCK_DIVIDEND;
                    c.taxPpm = 0;
                })
                .then(Outcome.ACTIONS_LIMIT, (market, c) -> {
                    apply(market, Actions.bonus(8));
                    for (int i = 1; i < 4_096; i++) {
                        apply(market, Actions.dividend(1_000 + i));
                    }
                    market.identify(c);
                });
    }

    private static CheckedCommand<WithdrawCorporateAction> withdraw() {
        return new CheckedCommand<>("WithdrawCorporateAction", market -> {
                    day(market, 20260105);
                    apply(market, Actions.dividend(1));
                    WithdrawCorporateAction withdraw = new WithdrawCorporateAction();
                    withdraw.actionId = 1;
                    return withdraw;
                })
                .then(Outcome.ACTION_NOT_FOUND, (market, c) -> c.actionId = NOBODY)
                .then(Outcome.ACTION_STARTED, (market, c) -> day(market, Actions.EX_DATE));
    }

    private static CheckedCommand<ExerciseRights> exercise() {
        return new CheckedCommand<>("ExerciseRights", market -> {
                    day(market, 20260105);
                    apply(market, Actions.rights(1));
                    endOfDay(market, Actions.EX_DATE);
                    endOfDay(market, Actions.PAY_DATE);
                    ExerciseRights exercise = new ExerciseRights();
                    exercise.accountId = TestMarket.customer("A");
                    exercise.actionId = 1;
                    exercise.quantityMinor = 10;
                    return exercise;
                })
                .then(Outcome.ACTION_NOT_FOUND, (market, c) -> c.actionId = NOBODY)
                .then(Outcome.ACCOUNT_NOT_FOUND, (market, c) -> c.accountId = NOBODY)
                .then(Outcome.AMOUNT_NOT_POSITIVE, (market, c) -> c.quantityMinor = 0)
                .then(Outcome.RIGHTS_CLOSED, (market, c) -> {
                    day(market, 20260112);
                    apply(market, Actions.dividend(2, 20260113));
                    c.actionId = 2;
                })
                .then(Outcome.NOTIONAL_OVERFLOW, (market, c) -> c.quantityMinor = Long.MAX_VALUE)
                .then(Outcome.INSUFFICIENT_HOLDINGS, (market, c) -> c.quantityMinor = 100_000)
                .then(Outcome.INSUFFICIENT_FUNDS, (market, c) -> {
                    long cash = market.engine().view().availableMinor(c.accountId, TestMarket.CNY);
                    apply(market, Actions.pay(c.accountId, TestMarket.CNY, cash));
                });
    }

    private static CheckedCommand<SetInterestTerms> interest() {
        return new CheckedCommand<>("SetInterestTerms", market -> {
                    day(market, 20260105);
                    return Actions.interest();
                })
                .then(Outcome.ASSET_NOT_FOUND, (market, c) -> c.assetId = NOBODY)
                .then(Outcome.INTEREST_TERMS_INVALID, (market, c) -> c.ratePpm = -1)
                .then(Outcome.SOURCE_ACCOUNT_INVALID, (market, c) -> c.payerAccountId = TestMarket.customer("A"))
                .then(Outcome.CALENDAR_NOT_FOUND, (market, c) -> c.calendarId = NOBODY)
                .then(Outcome.END_OF_DAY_RUNNING, (market, c) -> {
                    apply(market, Actions.interest());
                    day(market, 20260106);
                });
    }

    private static CheckedCommand<RunEndOfDay> endOfDay() {
        return new CheckedCommand<>("RunEndOfDay", market -> {
                    day(market, 20260105);
                    return Actions.endOfDay(20260106, 100);
                })
                .then(Outcome.ID_NOT_POSITIVE, (market, c) -> c.calendarId = 0)
                .then(Outcome.LIMIT_OUT_OF_RANGE, (market, c) -> c.itemsMax = 10_001)
                .then(Outcome.DATE_INVALID, (market, c) -> c.date = 20260229)
                .then(Outcome.END_OF_DAY_RUNNING, (market, c) -> {
                    apply(market, Actions.interest());
                    apply(market, Actions.endOfDay(20260107, 1));
                    market.identify(c);
                    c.calendarId = Actions.CALENDAR;
                    c.date = 20260108;
                })
                .then(Outcome.CALENDARS_LIMIT, (market, c) -> {
                    for (int i = 1; i <= 16; i++) {
                        BeginBusinessDay day = new BeginBusinessDay();
                        day.calendarId = 100 + i;
                        day.date = 20260105;
                        apply(market, day);
                    }
                    market.identify(c);
                    c.calendarId = 1_000;
                });
    }

    private static void endOfDay(TestMarket market, int date) {
        apply(market, Actions.endOfDay(date, 1_000));
    }

    private static void day(TestMarket market, int date) {
        day(market, Actions.CALENDAR, date);
    }

    private static void day(TestMarket market, int calendarId, int date) {
        BeginBusinessDay day = new BeginBusinessDay();
        day.calendarId = calendarId;
        day.date = date;
        apply(market, day);
    }

    private static void apply(TestMarket market, Command command) {
        Dispatch.apply(market.engine(), market.identify(command));
    }
}
