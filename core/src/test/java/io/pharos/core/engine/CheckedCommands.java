package io.pharos.core.engine;

import static io.pharos.core.fixture.TestMarket.CNY;
import static io.pharos.core.fixture.TestMarket.INSTRUMENT;
import static io.pharos.core.fixture.TestMarket.ISSUANCE;
import static io.pharos.core.fixture.TestMarket.SHR;
import static io.pharos.core.fixture.TestMarket.customer;

import io.pharos.core.command.AskOutcome;
import io.pharos.core.command.BeginBusinessDay;
import io.pharos.core.command.CancelOrder;
import io.pharos.core.command.CaptureHold;
import io.pharos.core.command.ChangePhase;
import io.pharos.core.command.CloseInstrument;
import io.pharos.core.command.CollectReceivable;
import io.pharos.core.command.Command;
import io.pharos.core.command.DoubtVenueOrder;
import io.pharos.core.command.HaltInstrument;
import io.pharos.core.command.Hold;
import io.pharos.core.command.LinkedTransfers;
import io.pharos.core.command.MassCancel;
import io.pharos.core.command.OpenInstrument;
import io.pharos.core.command.PlaceBracket;
import io.pharos.core.command.PlaceOco;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.RegisterAccount;
import io.pharos.core.command.RegisterAsset;
import io.pharos.core.command.RegisterInstrument;
import io.pharos.core.command.ReleaseHold;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.core.command.ResolveVenueBreak;
import io.pharos.core.command.ReverseTransfer;
import io.pharos.core.command.ScheduleSession;
import io.pharos.core.command.SetKillSwitch;
import io.pharos.core.command.SetLimit;
import io.pharos.core.command.SetListing;
import io.pharos.core.command.SetMarketBreaker;
import io.pharos.core.command.SetSessionRules;
import io.pharos.core.command.SetSettlementRules;
import io.pharos.core.command.SetVenueState;
import io.pharos.core.command.SettleDue;
import io.pharos.core.command.Transfer;
import io.pharos.core.command.VenueReport;
import io.pharos.core.fixture.TestMarket;
import io.pharos.core.fixture.VenueCommands;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.Balancing;
import io.pharos.protocol.LimitKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PegReference;
import io.pharos.protocol.Phase;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.RiskScope;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import io.pharos.protocol.VenueReportKind;
import java.util.ArrayList;
import java.util.List;

/** Every command with its rules in the order of the checks. {@link OutcomeOrderTest} holds the engine against it. */
final class CheckedCommands {
    private static final long A = customer("A");
    private static final long B = customer("B");
    private static final long E = customer("E");
    private static final int PENDING_INSTRUMENT = 2;
    private static final int DEAR_INSTRUMENT = 3;
    private static final int NO_REFERENCE_INSTRUMENT = 4;
    private static final int FREE_INSTRUMENT = 5;
    private static final long NOBODY = 77;
    private static final int CALENDAR = 7;

    private CheckedCommands() {}

    /** A market whose limits are near: band 90 to 110, board lot 10, orders of 1,000 at most, two open ones each. */
    static TestMarket market() {
        EngineSettings settings = new EngineSettings(4, 7, 9, 2, 100, 3, 2, 2, 16, Long.MAX_VALUE);
        TestMarket market = new TestMarket(settings, CheckedCommands::changeTerms);
        RegisterInstrument dear = terms(DEAR_INSTRUMENT);
        dear.tickValueMinor = 1L << 52;
        market.engine().apply(market.identify(dear));
        open(market, DEAR_INSTRUMENT, 0);
        market.engine().apply(market.identify(terms(PENDING_INSTRUMENT)));
        RegisterInstrument noReference = terms(NO_REFERENCE_INSTRUMENT);
        noReference.referencePriceTicks = 0;
        market.engine().apply(market.identify(noReference));
        RegisterInstrument free = terms(FREE_INSTRUMENT);
        free.bandPpm = 0;
        market.engine().apply(market.identify(free));
        open(market, FREE_INSTRUMENT, 0);
        ServicingCommands.addInstrumentOfRights(market);
        return market;
    }

    static List<CheckedCommand<?>> all() {
        List<CheckedCommand<?>> all = new ArrayList<>(own());
        all.addAll(FeeCommands.all());
        all.addAll(ServicingCommands.all());
        all.addAll(MarginCommands.all());
        return all;
    }

    private static List<CheckedCommand<?>> own() {
        return List.of(
                anyCommand(),
                registerAsset(),
                registerAccount(),
                transfer(),
                linkedTransfers(),
                hold(),
                captureHold(),
                releaseHold(),
                reverseTransfer(),
                setSettlementRules(),
                beginBusinessDay(),
                settleDue(),
                registerInstrument(),
                openInstrument(),
                haltInstrument(),
                closeInstrument(),
                changePhase(),
                setSessionRules(),
                scheduleSession(),
                setMarketBreaker(),
                placeOrder(),
                replaceOrder(),
                cancelOrder(),
                massCancel(),
                placeOco(),
                placeBracket(),
                setLimit(),
                setKillSwitch(),
                setListing(),
                setVenueState(),
                placeOrderAtAVenue(),
                replaceOrderAtAVenue(),
                cancelOrderAtAVenue(),
                venueReport(),
                doubtVenueOrder(),
                resolveVenueBreak(),
                collectReceivable(),
                askOutcome());
    }

    private static CheckedCommand<Transfer> anyCommand() {
        return new CheckedCommand<>("Every command", market -> pay(A, B, CNY, 5))
                .then(Outcome.MALFORMED, (market, c) -> c.commandId = 0)
                .then(Outcome.CLIENTS_LIMIT, (market, c) -> {
                    fence(market, 2, 1);
                    c.clientId = 3;
                })
                .then(Outcome.DUPLICATE_WITH_OTHER_BODY, (market, c) -> {
                    Transfer first = market.identify(pay(A, B, CNY, 6));
                    market.engine().apply(first);
                    c.commandId = first.commandId;
                })
                .or(Outcome.CANCELLED_BEFORE_ARRIVAL, (market, c) -> {
                    market.identify(c);
                    fence(market, 1, c.commandId);
                })
                .then(Outcome.COMMAND_TOO_OLD, (market, c) -> c.commandId = 1);
    }

    private static CheckedCommand<RegisterAsset> registerAsset() {
        return new CheckedCommand<>("RegisterAsset", market -> asset(7))
                .then(Outcome.MALFORMED, (market, c) -> c.kind = AssetKind.NONE)
                .then(Outcome.ID_NOT_POSITIVE, (market, c) -> c.assetId = 0)
                .then(Outcome.ASSET_CODE_INVALID, (market, c) -> c.code = "gold")
                .then(Outcome.SCALE_OUT_OF_RANGE, (market, c) -> c.scale = 9)
                .then(Outcome.EXISTS_WITH_OTHER_FIELDS, (market, c) -> c.assetId = CNY)
                .then(Outcome.ASSET_CODE_TAKEN, (market, c) -> c.code = "CNY")
                .then(Outcome.ASSETS_LIMIT, (market, c) -> market.engine().apply(market.identify(asset(8))));
    }

    private static CheckedCommand<RegisterAccount> registerAccount() {
        return new CheckedCommand<>("RegisterAccount", market -> account(50))
                .then(Outcome.MALFORMED, (market, c) -> c.kind = AccountKind.NONE)
                .then(Outcome.ID_NOT_POSITIVE, (market, c) -> c.accountId = -1)
                .then(Outcome.EXISTS_WITH_OTHER_FIELDS, (market, c) -> {
                    c.accountId = A;
                    c.kind = AccountKind.HOUSE;
                })
                .then(Outcome.ACCOUNTS_LIMIT, (market, c) -> market.engine().apply(market.identify(account(51))));
    }

    private static CheckedCommand<Transfer> transfer() {
        return new CheckedCommand<>("Transfer", market -> pay(A, B, CNY, 5))
                .then(Outcome.AMOUNT_NOT_POSITIVE, (market, c) -> c.amountMinor = 0)
                .then(Outcome.POSTING_CODE_UNKNOWN, (market, c) -> c.code = PostingCode.NONE)
                .then(Outcome.SAME_ACCOUNT, (market, c) -> c.creditAccountId = c.debitAccountId)
                .then(Outcome.ASSET_NOT_FOUND, (market, c) -> c.assetId = (int) NOBODY)
                .then(Outcome.ACCOUNT_NOT_FOUND, (market, c) -> c.debitAccountId = NOBODY + 1)
                .then(Outcome.CREDIT_ACCOUNT_NOT_FOUND, (market, c) -> c.creditAccountId = NOBODY)
                .then(Outcome.ASSET_FROZEN, (market, c) -> {
                    ServicingCommands.freezeRights(market);
                    market.identify(c);
                    c.assetId = TestMarket.RIGHT;
                })
                .then(Outcome.NOTHING_TO_BALANCE, (market, c) -> c.balancing = Balancing.CREDIT)
                .then(Outcome.INSUFFICIENT_FUNDS, (market, c) -> c.amountMinor = Long.MAX_VALUE)
                .or(Outcome.BALANCE_OVERFLOW, (market, c) -> {
                    c.debitAccountId = ISSUANCE;
                    c.amountMinor = Long.MAX_VALUE;
                })
                .then(Outcome.PROCEEDS_UNSETTLED, (market, c) -> {
                    earn(market);
                    c.debitAccountId = E;
                    c.code = PostingCode.WITHDRAWAL;
                })
                .then(Outcome.RECEIVABLE_OPEN, (market, c) -> {
                    VenueCommands.owe(market, FREE_INSTRUMENT, 9, A, 10);
                    c.debitAccountId = A;
                    c.code = PostingCode.WITHDRAWAL;
                });
    }

    private static CheckedCommand<LinkedTransfers> linkedTransfers() {
        return new CheckedCommand<>("LinkedTransfers", market -> {
                    LinkedTransfers linked = new LinkedTransfers();
                    linked.legCount(1);
                    Transfer leg = linked.leg(0);
                    leg.debitAccountId = A;
                    leg.creditAccountId = B;
                    leg.assetId = CNY;
                    leg.amountMinor = 5;
                    leg.code = PostingCode.INTERNAL;
                    return linked;
                })
                .then(Outcome.LEGS_OUT_OF_RANGE, (market, c) -> c.legCount(65));
    }

    private static CheckedCommand<Hold> hold() {
        return new CheckedCommand<>("Hold", market -> holdOf(A, 5))
                .then(Outcome.AMOUNT_NOT_POSITIVE, (market, c) -> c.amountMinor = -5)
                .then(Outcome.POSTING_CODE_UNKNOWN, (market, c) -> c.code = PostingCode.NONE)
                .then(Outcome.DEADLINE_PASSED, (market, c) -> c.deadlineNanos = 1)
                .then(Outcome.ASSET_NOT_FOUND, (market, c) -> c.assetId = (int) NOBODY)
                .then(Outcome.ACCOUNT_NOT_FOUND, (market, c) -> c.accountId = NOBODY)
                .then(Outcome.ASSET_FROZEN, (market, c) -> {
                    ServicingCommands.freezeRights(market);
                    market.identify(c);
                    c.assetId = TestMarket.RIGHT;
                })
                .then(Outcome.HOLDS_LIMIT, (market, c) -> {
                    market.engine().apply(market.identify(holdOf(B, 1)));
                    market.engine().apply(market.identify(holdOf(B, 1)));
                })
                .then(Outcome.INSUFFICIENT_FUNDS, (market, c) -> c.amountMinor = Long.MAX_VALUE)
                .or(Outcome.BALANCE_OVERFLOW, (market, c) -> {
                    c.accountId = ISSUANCE;
                    c.amountMinor = Long.MAX_VALUE;
                })
                .then(Outcome.PROCEEDS_UNSETTLED, (market, c) -> {
                    earn(market);
                    c.accountId = E;
                    c.code = PostingCode.WITHDRAWAL;
                })
                .then(Outcome.RECEIVABLE_OPEN, (market, c) -> {
                    VenueCommands.owe(market, FREE_INSTRUMENT, 9, A, 10);
                    c.accountId = A;
                    c.code = PostingCode.WITHDRAWAL;
                });
    }

    private static CheckedCommand<CaptureHold> captureHold() {
        return new CheckedCommand<>("CaptureHold", market -> {
                    CaptureHold capture = new CaptureHold();
                    capture.holdId = market.engine().apply(market.identify(holdOf(A, 5))).entityId;
                    capture.creditAccountId = B;
                    capture.amountMinor = 5;
                    return capture;
                })
                .then(Outcome.AMOUNT_NOT_POSITIVE, (market, c) -> c.amountMinor = 0)
                .then(Outcome.HOLD_NOT_FOUND, (market, c) -> c.holdId = NOBODY)
                .then(Outcome.CREDIT_ACCOUNT_NOT_FOUND, (market, c) -> c.creditAccountId = NOBODY)
                .then(Outcome.SAME_ACCOUNT, (market, c) -> c.creditAccountId = A)
                .then(Outcome.CAPTURE_EXCEEDS_HOLD, (market, c) -> c.amountMinor = 6);
    }

    private static CheckedCommand<ReleaseHold> releaseHold() {
        return new CheckedCommand<>("ReleaseHold", market -> {
                    ReleaseHold release = new ReleaseHold();
                    release.holdId = market.engine().apply(market.identify(holdOf(A, 5))).entityId;
                    return release;
                })
                .then(Outcome.HOLD_NOT_FOUND, (market, c) -> c.holdId = NOBODY);
    }

    private static CheckedCommand<SetSettlementRules> setSettlementRules() {
        return new CheckedCommand<>("SetSettlementRules", market -> {
                    day(market, CALENDAR, 20260101);
                    day(market, CALENDAR + 1, 20260101);
                    trade(market);
                    return rules(1);
                })
                .then(Outcome.INSTRUMENT_NOT_FOUND, (market, c) -> c.instrumentId = (int) NOBODY)
                .then(Outcome.LISTING_INVALID, (market, c) -> {
                    VenueCommands.list(market, FREE_INSTRUMENT, 9);
                    c.instrumentId = FREE_INSTRUMENT;
                })
                .then(Outcome.LAG_OUT_OF_RANGE, (market, c) -> c.lagDays = 3)
                .then(Outcome.CALENDAR_NOT_FOUND, (market, c) -> c.calendarId = (int) NOBODY)
                .then(Outcome.CLEARING_ACCOUNT_INVALID, (market, c) -> c.clearingAccountId = A)
                .then(Outcome.OBLIGATIONS_OPEN, (market, c) -> c.calendarId = CALENDAR + 1)
                .then(Outcome.BALANCE_OVERFLOW, (market, c) -> holdBeyondClearing(market));
    }

    private static CheckedCommand<BeginBusinessDay> beginBusinessDay() {
        return new CheckedCommand<>("BeginBusinessDay", market -> {
                    day(market, CALENDAR, 20260101);
                    BeginBusinessDay day = new BeginBusinessDay();
                    day.calendarId = CALENDAR;
                    day.date = 20260102;
                    return day;
                })
                .then(Outcome.ID_NOT_POSITIVE, (market, c) -> c.calendarId = 0)
                .then(Outcome.DATE_INVALID, (market, c) -> c.date = 20260229)
                .then(Outcome.END_OF_DAY_RUNNING, (market, c) -> {
                    ServicingCommands.beginEndOfDay(market, 20260105);
                    market.identify(c);
                    c.calendarId = CALENDAR;
                    c.date = 20260106;
                })
                .then(Outcome.CALENDARS_LIMIT, (market, c) -> {
                    for (int i = 1; i <= 16; i++) {
                        day(market, CALENDAR + i, 20260101);
                    }
                    c.calendarId = (int) NOBODY;
                })
                .or(Outcome.SETTLEMENT_UNFINISHED, (market, c) -> {
                    trade(market);
                    day(market, CALENDAR, 20260102);
                    c.date = 20260103;
                });
    }

    private static CheckedCommand<SettleDue> settleDue() {
        return new CheckedCommand<>("SettleDue", market -> {
                    day(market, CALENDAR, 20260101);
                    SettleDue settle = new SettleDue();
                    settle.calendarId = CALENDAR;
                    settle.obligationsMax = 1;
                    return settle;
                })
                .then(Outcome.CALENDAR_NOT_FOUND, (market, c) -> c.calendarId = (int) NOBODY)
                .then(Outcome.LIMIT_OUT_OF_RANGE, (market, c) -> c.obligationsMax = 10_001);
    }

    private static void day(TestMarket market, int calendarId, int date) {
        BeginBusinessDay day = market.identify(new BeginBusinessDay());
        day.calendarId = calendarId;
        day.date = date;
        market.engine().apply(day);
    }

    private static SetSettlementRules rules(int lagDays) {
        SetSettlementRules rules = new SetSettlementRules();
        rules.instrumentId = INSTRUMENT;
        rules.calendarId = CALENDAR;
        rules.clearingAccountId = ISSUANCE;
        rules.lagDays = lagDays;
        rules.proceedsUsable = true;
        return rules;
    }

    /** E earns 1,000 that have not settled, and has no other cash. */
    private static void earn(TestMarket market) {
        day(market, CALENDAR, 20260101);
        trade(market);
        pay(market, E, customer("C"), CNY, TestMarket.CASH_MINOR);
    }

    /** Lets trades settle a day later with proceeds usable at once, and trades: E sells to D. */
    private static void trade(TestMarket market) {
        market.engine().apply(market.identify(rules(1)));
        market.engine().apply(market.identify(order(E, INSTRUMENT, Side.SELL, 10, 100)));
        market.engine().apply(market.identify(order(customer("D"), INSTRUMENT, Side.BUY, 10, 100)));
    }

    private static void holdBeyondClearing(TestMarket market) {
        pay(market, ISSUANCE, customer("C"), CNY, 1L << 61);
        market.engine().apply(market.identify(holdOf(customer("C"), 1L << 61)));
        market.engine().apply(market.identify(holdOf(customer("C"), 1)));
    }

    private static CheckedCommand<ReverseTransfer> reverseTransfer() {
        return new CheckedCommand<>("ReverseTransfer", market -> reverse(market, pay(A, B, CNY, 5)))
                .then(Outcome.TRANSFER_NOT_FOUND, (market, c) -> c.transferId = NOBODY)
                .then(Outcome.NOT_FIRST_OF_LINK, (market, c) -> c.transferId = link(market) + 1)
                .then(Outcome.ALREADY_REVERSED, (market, c) -> {
                    ReverseTransfer first = reverse(market, pay(customer("D"), customer("E"), SHR, 1));
                    market.engine().apply(market.identify(first));
                    c.transferId = first.transferId;
                })
                .then(Outcome.ASSET_FROZEN, (market, c) -> {
                    c.transferId = reverse(market, pay(ISSUANCE, A, TestMarket.RIGHT, 5)).transferId;
                    ServicingCommands.freezeRights(market);
                    market.identify(c);
                })
                .then(Outcome.INSUFFICIENT_FUNDS, (market, c) -> drain(market, B, CNY))
                .or(Outcome.BALANCE_OVERFLOW, (market, c) -> {
                    c.transferId = reverse(market, pay(A, ISSUANCE, CNY, 5)).transferId;
                    exhaustIssuance(market);
                });
    }

    private static ReverseTransfer reverse(TestMarket market, Transfer transfer) {
        ReverseTransfer reverse = new ReverseTransfer();
        reverse.transferId = market.engine().apply(market.identify(transfer)).entityId;
        return reverse;
    }

    private static long link(TestMarket market) {
        LinkedTransfers linked = market.identify(new LinkedTransfers());
        linked.legCount(2);
        fill(linked.leg(0), A, B, CNY, 1);
        fill(linked.leg(1), A, B, CNY, 1);
        return market.engine().apply(linked).entityId;
    }

    private static CheckedCommand<RegisterInstrument> registerInstrument() {
        return new CheckedCommand<>("RegisterInstrument", market -> {
                    RegisterInstrument terms = terms(9);
                    terms.marketCollarPpm = 5;
                    return terms;
                })
                .then(Outcome.ID_NOT_POSITIVE, (market, c) -> c.instrumentId = 0)
                .then(Outcome.SYMBOL_INVALID, (market, c) -> c.symbol = "new share")
                .then(Outcome.EXISTS_WITH_OTHER_FIELDS, (market, c) -> c.instrumentId = INSTRUMENT)
                .then(Outcome.ASSET_NOT_FOUND, (market, c) -> c.baseAssetId = (int) NOBODY)
                .then(Outcome.SAME_ASSET, (market, c) -> c.baseAssetId = c.quoteAssetId)
                .then(Outcome.LOT_INVALID, (market, c) -> c.lotMinor = 0)
                .then(Outcome.TICK_VALUE_INVALID, (market, c) -> c.tickValueMinor = 0)
                .then(Outcome.PRICE_NOT_POSITIVE, (market, c) -> c.referencePriceTicks = -1)
                .then(Outcome.PRICE_TOO_LARGE, (market, c) -> c.referencePriceTicks = Long.MAX_VALUE)
                .then(Outcome.BAND_OUT_OF_RANGE, (market, c) -> c.bandPpm = 1_000_000)
                .then(Outcome.FEE_OUT_OF_RANGE, (market, c) -> c.sellTaxPpm = 1_000_001)
                .then(Outcome.FEE_ACCOUNT_NOT_FOUND, (market, c) -> c.feeAccountId = NOBODY)
                .then(Outcome.SYMBOL_TAKEN, (market, c) -> c.symbol = "SHR")
                .then(Outcome.INSTRUMENTS_LIMIT, (market, c) -> market.engine().apply(market.identify(terms(8))));
    }

    private static CheckedCommand<OpenInstrument> openInstrument() {
        return new CheckedCommand<>("OpenInstrument", market -> {
                    market.run("halt");
                    OpenInstrument open = new OpenInstrument();
                    open.instrumentId = INSTRUMENT;
                    return open;
                })
                .then(Outcome.INSTRUMENT_NOT_FOUND, (market, c) -> c.instrumentId = (int) NOBODY)
                .then(Outcome.ALREADY_IN_PHASE, (market, c) -> open(market, c.instrumentId, 100))
                .then(Outcome.PRICE_NOT_POSITIVE, (market, c) -> c.referencePriceTicks = -1)
                .then(Outcome.PRICE_TOO_LARGE, (market, c) -> c.referencePriceTicks = Long.MAX_VALUE)
                .then(Outcome.REFERENCE_PRICE_REQUIRED, (market, c) -> c.instrumentId = NO_REFERENCE_INSTRUMENT);
    }

    private static CheckedCommand<HaltInstrument> haltInstrument() {
        return new CheckedCommand<>("HaltInstrument", market -> {
                    HaltInstrument halt = new HaltInstrument();
                    halt.instrumentId = INSTRUMENT;
                    return halt;
                })
                .then(Outcome.INSTRUMENT_NOT_FOUND, (market, c) -> c.instrumentId = (int) NOBODY)
                .then(Outcome.ALREADY_IN_PHASE, (market, c) -> market.run("halt"))
                .or(Outcome.PHASE_CHANGE_NOT_ALLOWED, (market, c) -> market.run("close"));
    }

    private static CheckedCommand<CloseInstrument> closeInstrument() {
        return new CheckedCommand<>("CloseInstrument", market -> {
                    CloseInstrument close = new CloseInstrument();
                    close.instrumentId = INSTRUMENT;
                    return close;
                })
                .then(Outcome.INSTRUMENT_NOT_FOUND, (market, c) -> c.instrumentId = (int) NOBODY)
                .then(Outcome.ALREADY_IN_PHASE, (market, c) -> market.run("close"))
                .or(Outcome.PHASE_CHANGE_NOT_ALLOWED, (market, c) -> c.instrumentId = PENDING_INSTRUMENT);
    }

    private static CheckedCommand<ChangePhase> changePhase() {
        return new CheckedCommand<>("ChangePhase", market -> {
                    market.run("halt");
                    ChangePhase change = new ChangePhase();
                    change.instrumentId = INSTRUMENT;
                    change.phase = Phase.PRE_OPEN;
                    return change;
                })
                .then(Outcome.INSTRUMENT_NOT_FOUND, (market, c) -> c.instrumentId = (int) NOBODY)
                .then(Outcome.ALREADY_IN_PHASE, (market, c) -> {
                    open(market, c.instrumentId, 100);
                    halt(market, c.instrumentId);
                    call(market, c.instrumentId, c.phase);
                })
                .or(Outcome.PHASE_CHANGE_NOT_ALLOWED, (market, c) -> c.phase = Phase.HALTED)
                .then(Outcome.PRICE_NOT_POSITIVE, (market, c) -> c.referencePriceTicks = -1)
                .then(Outcome.PRICE_TOO_LARGE, (market, c) -> c.referencePriceTicks = Long.MAX_VALUE)
                .then(Outcome.REFERENCE_PRICE_REQUIRED, (market, c) -> c.instrumentId = NO_REFERENCE_INSTRUMENT)
                .then(Outcome.EXPIRY_INVALID, (market, c) -> c.endsNanos = 1);
    }

    private static CheckedCommand<SetSessionRules> setSessionRules() {
        return new CheckedCommand<>("SetSessionRules", market -> {
                    SetSessionRules rules = new SetSessionRules();
                    rules.instrumentId = INSTRUMENT;
                    rules.calendarId = 1;
                    rules.dynamicCollarPpm = 30_000;
                    rules.interruptionNanos = 2_000_000_000L;
                    return rules;
                })
                .then(Outcome.INSTRUMENT_NOT_FOUND, (market, c) -> c.instrumentId = (int) NOBODY)
                .then(Outcome.SESSION_RULES_INVALID, (market, c) -> c.interruptionNanos = 5)
                .then(Outcome.CALENDARS_LIMIT, (market, c) -> {
                    useUpCalendars(market, c);
                    c.calendarId = 1_000;
                });
    }

    private static CheckedCommand<ScheduleSession> scheduleSession() {
        return new CheckedCommand<>("ScheduleSession", market -> plan(1))
                .then(Outcome.ID_NOT_POSITIVE, (market, c) -> c.calendarId = 0)
                .then(Outcome.SCHEDULE_INVALID, (market, c) -> c.transitionCount(0))
                .then(Outcome.CALENDARS_LIMIT, (market, c) -> {
                    useUpCalendars(market, c);
                    c.calendarId = 1_000;
                });
    }

    private static CheckedCommand<SetMarketBreaker> setMarketBreaker() {
        return new CheckedCommand<>("SetMarketBreaker", market -> {
                    SetMarketBreaker breaker = new SetMarketBreaker();
                    breaker.calendarId = 1;
                    breaker.haltMovePpm = 50_000;
                    breaker.haltNanos = 900_000_000_000L;
                    return breaker;
                })
                .then(Outcome.ID_NOT_POSITIVE, (market, c) -> c.calendarId = -1)
                .then(Outcome.SESSION_RULES_INVALID, (market, c) -> c.haltMovePpm = 1_000_000)
                .then(Outcome.CALENDARS_LIMIT, (market, c) -> {
                    useUpCalendars(market, c);
                    c.calendarId = 1_000;
                });
    }

    private static CheckedCommand<PlaceOrder> placeOrder() {
        return new CheckedCommand<>("PlaceOrder", market -> order(A, INSTRUMENT, Side.BUY, 10, 100))
                .then(Outcome.MALFORMED, (market, c) -> c.side = Side.NONE)
                .then(Outcome.ACCOUNT_NOT_FOUND, (market, c) -> c.accountId = NOBODY)
                .then(Outcome.INSTRUMENT_NOT_FOUND, (market, c) -> c.instrumentId = (int) NOBODY)
                .then(Outcome.MESSAGE_RATE_EXCEEDED, (market, c) -> {
                    limit(market, RiskScope.FIRM, 0, LimitKind.MESSAGE_RATE, 1);
                    place(market, order(customer("D"), INSTRUMENT, Side.BUY, 10, 91));
                })
                .then(Outcome.INSTRUMENT_IN_ACTION, (market, c) -> {
                    ServicingCommands.freezeRights(market);
                    market.identify(c);
                    c.instrumentId = ServicingCommands.RIGHTS_INSTRUMENT;
                })
                .or(Outcome.INSTRUMENT_DELISTED, (market, c) -> {
                    ServicingCommands.delist(market, c.instrumentId);
                    market.identify(c);
                })
                .then(Outcome.FIRM_BLOCKED, (market, c) -> block(market, RiskScope.FIRM, 0))
                .then(Outcome.ACCOUNT_BLOCKED, (market, c) -> block(market, RiskScope.ACCOUNT, c.accountId))
                .then(Outcome.INSTRUMENT_BLOCKED, (market, c) -> block(market, RiskScope.INSTRUMENT, c.instrumentId))
                .then(Outcome.INSTRUMENT_PENDING, (market, c) -> c.instrumentId = PENDING_INSTRUMENT)
                .or(Outcome.INSTRUMENT_HALTED, (market, c) -> halt(market, c.instrumentId))
                .or(Outcome.INSTRUMENT_CLOSED, (market, c) -> close(market, c.instrumentId))
                .then(Outcome.TIME_IN_FORCE_NOT_ALLOWED, (market, c) -> {
                    c.orderType = OrderType.MARKET;
                    c.timeInForce = TimeInForce.DAY;
                })
                .then(Outcome.EXPIRY_INVALID, (market, c) -> c.expiresNanos = 5)
                .then(Outcome.POST_ONLY_NOT_ALLOWED, (market, c) -> {
                    c.postOnly = true;
                    c.timeInForce = TimeInForce.IOC;
                    unpeg(c);
                })
                .then(Outcome.TRIGGER_INVALID, (market, c) -> c.triggerPriceTicks = 100)
                .then(Outcome.PEG_INVALID, (market, c) -> c.pegOffsetTicks = -5)
                .then(Outcome.DISPLAY_INVALID, (market, c) -> c.displayLots = -1)
                .then(Outcome.MINIMUM_INVALID, (market, c) -> c.minimumLots = -1)
                .then(Outcome.NOT_IN_THIS_PHASE, (market, c) -> {
                    c.timeInForce = TimeInForce.AT_OPEN;
                    c.postOnly = false;
                    c.minimumLots = 0;
                    unpeg(c);
                })
                .then(Outcome.PRICE_NOT_POSITIVE, (market, c) -> c.priceTicks = -1)
                .then(Outcome.PRICE_TOO_LARGE, (market, c) -> c.priceTicks = Long.MAX_VALUE)
                .then(Outcome.PRICE_OUTSIDE_BAND, (market, c) -> {
                    c.instrumentId = INSTRUMENT;
                    c.priceTicks = 111;
                })
                .then(Outcome.PRICE_OUTSIDE_COLLAR, (market, c) -> {
                    limit(market, RiskScope.FIRM, 0, LimitKind.PRICE_COLLAR, 50_000);
                    unpeg(c);
                    c.side = Side.BUY;
                    c.priceTicks = 106;
                })
                .then(Outcome.QUANTITY_NOT_POSITIVE, (market, c) -> c.quantityLots = 0)
                .then(Outcome.QUANTITY_TOO_LARGE, (market, c) -> c.quantityLots = 1_010)
                .then(
                        Outcome.ORDER_QUANTITY_LIMIT,
                        (market, c) -> limit(market, RiskScope.FIRM, 0, LimitKind.ORDER_QUANTITY, 5))
                .then(Outcome.OFF_LOT, (market, c) -> c.quantityLots = 11)
                .then(Outcome.PEGGED_ORDERS_LIMIT, (market, c) -> {
                    peg(c);
                    for (int i = 0; i < 2; i++) {
                        PlaceOrder order = order(ISSUANCE, INSTRUMENT, Side.SELL, 10, 100);
                        order.postOnly = false;
                        peg(order);
                        place(market, order);
                    }
                })
                .then(Outcome.PROTECTION_PRICE_REQUIRED, (market, c) -> {
                    c.instrumentId = FREE_INSTRUMENT;
                    c.orderType = OrderType.MARKET;
                    c.timeInForce = TimeInForce.AT_CLOSE;
                    c.priceTicks = 0;
                    c.postOnly = false;
                    c.minimumLots = 0;
                })
                .then(Outcome.NOTIONAL_OVERFLOW, (market, c) -> {
                    c.instrumentId = DEAR_INSTRUMENT;
                    c.quantityLots = 20;
                    c.orderType = OrderType.LIMIT;
                    c.priceTicks = 100;
                })
                .then(Outcome.OPEN_ORDERS_LIMIT, (market, c) -> {
                    c.accountId = B;
                    c.orderType = OrderType.LIMIT;
                    c.priceTicks = 100;
                    c.quantityLots = 10;
                    c.timeInForce = TimeInForce.GTC;
                    for (int i = 0; i < 3; i++) {
                        place(market, order(B, INSTRUMENT, Side.SELL, 10, 110));
                    }
                })
                .then(Outcome.NO_LIQUIDITY, (market, c) -> {
                    c.orderType = OrderType.MARKET;
                    c.priceTicks = 95;
                })
                .or(Outcome.CANNOT_FILL, (market, c) -> {
                    c.timeInForce = TimeInForce.FOK;
                    c.quantityLots = 30;
                })
                .or(Outcome.WOULD_TAKE, (market, c) -> {
                    c.postOnly = true;
                    c.side = Side.BUY;
                    c.orderType = OrderType.LIMIT;
                    c.priceTicks = 100;
                    c.quantityLots = 10;
                    place(market, order(B, c.instrumentId, Side.SELL, 10, 100));
                })
                .then(Outcome.NOTIONAL_OVERFLOW, (market, c) -> {
                    c.instrumentId = DEAR_INSTRUMENT;
                    c.quantityLots = 20;
                    c.side = Side.BUY;
                    c.orderType = OrderType.MARKET;
                    c.priceTicks = 0;
                    place(market, order(B, DEAR_INSTRUMENT, Side.SELL, 10, 100));
                    place(market, order(B, DEAR_INSTRUMENT, Side.SELL, 10, 100));
                })
                .then(
                        Outcome.ORDER_NOTIONAL_LIMIT,
                        (market, c) -> limit(market, RiskScope.ACCOUNT, c.accountId, LimitKind.ORDER_NOTIONAL, 1))
                .then(Outcome.MINIMUM_NOT_MET, (market, c) -> c.minimumLots = 1_000_000)
                .then(Outcome.CONCENTRATION_LIMIT, (market, c) -> {
                    c.accountId = A;
                    c.side = Side.BUY;
                    limit(market, RiskScope.ACCOUNT, A, LimitKind.CONCENTRATION, 1);
                })
                .then(Outcome.INSUFFICIENT_FUNDS, (market, c) -> {
                    drain(market, A, CNY);
                    c.accountId = A;
                })
                .or(Outcome.INSUFFICIENT_HOLDINGS, (market, c) -> {
                    drain(market, A, SHR);
                    c.accountId = A;
                    c.side = Side.SELL;
                })
                .or(Outcome.BALANCE_OVERFLOW, (market, c) -> {
                    exhaustIssuance(market);
                    c.accountId = ISSUANCE;
                })
                .then(Outcome.PROCEEDS_UNSETTLED, (market, c) -> {
                    earn(market);
                    market.engine().apply(market.identify(rules(0)));
                    c.accountId = E;
                });
    }

    private static void peg(PlaceOrder c) {
        c.instrumentId = INSTRUMENT;
        c.orderType = OrderType.PEGGED;
        c.pegReference = PegReference.PRIMARY;
        c.timeInForce = TimeInForce.GTC;
        c.postOnly = false;
        c.minimumLots = 0;
        c.priceTicks = 100;
        c.quantityLots = 10;
    }

    private static void unpeg(PlaceOrder c) {
        c.orderType = OrderType.LIMIT;
        c.pegReference = PegReference.NONE;
    }

    private static CheckedCommand<ReplaceOrder> replaceOrder() {
        return new CheckedCommand<>("ReplaceOrder", market -> {
                    place(market, order(B, INSTRUMENT, Side.SELL, 10, 100));
                    PlaceOrder order = order(A, INSTRUMENT, Side.BUY, 30, 100);
                    order.postOnly = false;
                    ReplaceOrder replace = new ReplaceOrder();
                    replace.accountId = A;
                    replace.orderId = place(market, order);
                    replace.priceTicks = 101;
                    replace.quantityLots = 40;
                    market.engine().apply(market.identify(oco(ISSUANCE, 50, 95, 105)));
                    shield(market);
                    return replace;
                })
                .then(Outcome.ORDER_NOT_FOUND, (market, c) -> c.accountId = B)
                .then(Outcome.MESSAGE_RATE_EXCEEDED, (market, c) -> {
                    limit(market, RiskScope.FIRM, 0, LimitKind.MESSAGE_RATE, 1);
                    place(market, order(A, INSTRUMENT, Side.BUY, 10, 91));
                })
                .then(Outcome.FIRM_BLOCKED, (market, c) -> block(market, RiskScope.FIRM, 0))
                .then(
                        Outcome.INSTRUMENT_BLOCKED,
                        (market, c) -> block(market, RiskScope.INSTRUMENT, orderOfA(market, c).instrumentId))
                .then(Outcome.INSTRUMENT_HALTED, (market, c) -> {
                    halt(market, INSTRUMENT);
                    halt(market, DEAR_INSTRUMENT);
                    halt(market, FREE_INSTRUMENT);
                })
                .or(Outcome.INSTRUMENT_CLOSED, (market, c) -> {
                    close(market, INSTRUMENT);
                    close(market, DEAR_INSTRUMENT);
                    close(market, FREE_INSTRUMENT);
                })
                .then(Outcome.ORDERS_LOCKED, (market, c) -> {
                    lock(market, INSTRUMENT);
                    lock(market, DEAR_INSTRUMENT);
                })
                .then(Outcome.TRIGGER_INVALID, (market, c) -> c.triggerPriceTicks = 5)
                .then(Outcome.LINK_INVALID, (market, c) -> {
                    c.accountId = ISSUANCE;
                    c.orderId = 4;
                })
                .or(Outcome.BRACKET_INVALID, (market, c) -> {
                    c.accountId = customer("C");
                    market.runAll("C cancels all, limit quantity of firm to none, limit notional of SHR to none");
                    c.orderId = market.engine().apply(market.identify(bracket(c.accountId))).entityId;
                    c.priceTicks = 106;
                })
                .then(Outcome.PRICE_NOT_POSITIVE, (market, c) -> c.priceTicks = 0)
                .then(Outcome.PRICE_TOO_LARGE, (market, c) -> c.priceTicks = Long.MAX_VALUE)
                .then(Outcome.PRICE_OUTSIDE_BAND, (market, c) -> c.priceTicks = 89)
                .then(Outcome.PRICE_OUTSIDE_COLLAR, (market, c) -> {
                    limit(market, RiskScope.FIRM, 0, LimitKind.PRICE_COLLAR, 50_000);
                    c.priceTicks = orderOfA(market, c).side == Side.BUY ? 106 : 94;
                })
                .then(Outcome.QUANTITY_NOT_POSITIVE, (market, c) -> c.quantityLots = -1)
                .then(Outcome.QUANTITY_TOO_LARGE, (market, c) -> c.quantityLots = 1_010)
                .then(Outcome.ORDER_QUANTITY_LIMIT, (market, c) -> {
                    limit(market, RiskScope.FIRM, 0, LimitKind.ORDER_QUANTITY, 5);
                    c.priceTicks = 102;
                })
                .then(Outcome.QUANTITY_BELOW_FILLED, (market, c) -> {
                    c.accountId = A;
                    c.orderId = 2;
                    c.quantityLots = 10;
                })
                .then(Outcome.OFF_LOT, (market, c) -> c.quantityLots = 41)
                .then(Outcome.NO_CHANGE, (market, c) -> {
                    c.accountId = A;
                    c.orderId = 2;
                    c.priceTicks = 100;
                    c.quantityLots = 30;
                })
                .then(Outcome.NOTIONAL_OVERFLOW, (market, c) -> {
                    pay(market, ISSUANCE, A, SHR, 100);
                    c.orderId = place(market, order(A, DEAR_INSTRUMENT, Side.SELL, 10, 100));
                    c.accountId = A;
                    c.quantityLots = 20;
                })
                .then(
                        Outcome.ORDER_NOTIONAL_LIMIT,
                        (market, c) -> limit(market, RiskScope.INSTRUMENT, INSTRUMENT, LimitKind.ORDER_NOTIONAL, 1))
                .then(Outcome.WOULD_TAKE, (market, c) -> {
                    PlaceOrder postOnly = order(A, INSTRUMENT, Side.SELL, 10, 110);
                    postOnly.postOnly = true;
                    pay(market, ISSUANCE, A, SHR, 100);
                    c.orderId = place(market, postOnly);
                    c.accountId = A;
                    c.quantityLots = 20;
                    place(market, order(B, INSTRUMENT, Side.BUY, 10, 105));
                })
                .then(Outcome.CONCENTRATION_LIMIT, (market, c) -> {
                    limit(market, RiskScope.ACCOUNT, A, LimitKind.CONCENTRATION, 1);
                    c.accountId = A;
                    c.orderId = 2;
                })
                .then(Outcome.INSUFFICIENT_FUNDS, (market, c) -> drain(market, A, CNY))
                .or(Outcome.INSUFFICIENT_HOLDINGS, (market, c) -> {
                    c.orderId = place(market, order(A, INSTRUMENT, Side.SELL, 10, 110));
                    drain(market, A, SHR);
                })
                .or(Outcome.BALANCE_OVERFLOW, (market, c) -> {
                    c.accountId = ISSUANCE;
                    c.orderId = place(market, order(ISSUANCE, INSTRUMENT, Side.BUY, 10, 90));
                    exhaustIssuance(market);
                })
                .then(Outcome.PROCEEDS_UNSETTLED, (market, c) -> {
                    long cashMinor = market.engine().view().availableMinor(A, CNY);
                    day(market, CALENDAR, 20260101);
                    open(market, PENDING_INSTRUMENT, 100);
                    SetSettlementRules later = rules(1);
                    later.instrumentId = PENDING_INSTRUMENT;
                    market.engine().apply(market.identify(later));
                    place(market, order(A, PENDING_INSTRUMENT, Side.SELL, 20, 100));
                    PlaceOrder purchase = order(customer("C"), PENDING_INSTRUMENT, Side.BUY, 20, 100);
                    purchase.timeInForce = TimeInForce.IOC;
                    place(market, purchase);
                    pay(market, A, customer("C"), CNY, cashMinor);
                });
    }

    private static CheckedCommand<CancelOrder> cancelOrder() {
        return new CheckedCommand<>("CancelOrder", market -> {
                    CancelOrder cancel = new CancelOrder();
                    cancel.accountId = A;
                    cancel.orderId = place(market, order(A, INSTRUMENT, Side.BUY, 10, 100));
                    return cancel;
                })
                .then(Outcome.ORDER_NOT_FOUND, (market, c) -> c.accountId = B)
                .then(Outcome.ORDERS_LOCKED, (market, c) -> lock(market, INSTRUMENT));
    }

    private static CheckedCommand<MassCancel> massCancel() {
        return new CheckedCommand<>("MassCancel", market -> {
                    MassCancel cancel = new MassCancel();
                    cancel.accountId = A;
                    return cancel;
                })
                .then(Outcome.ACCOUNT_NOT_FOUND, (market, c) -> c.accountId = NOBODY)
                .then(Outcome.INSTRUMENT_NOT_FOUND, (market, c) -> c.instrumentId = (int) NOBODY);
    }

    private static CheckedCommand<PlaceOco> placeOco() {
        return new CheckedCommand<>("PlaceOco", market -> oco(A, 10, 95, 105))
                .then(Outcome.MALFORMED, (market, c) -> c.otherOrderType = OrderType.NONE)
                .then(Outcome.LINK_INVALID, (market, c) -> c.otherTriggerPriceTicks = 95);
    }

    private static CheckedCommand<PlaceBracket> placeBracket() {
        return new CheckedCommand<>("PlaceBracket", market -> bracket(customer("C")))
                .then(Outcome.MALFORMED, (market, c) -> c.stopType = OrderType.NONE)
                .then(Outcome.BRACKET_INVALID, (market, c) -> c.side = Side.SELL)
                .then(Outcome.EXIT_NOT_SELLABLE, (market, c) -> {
                    day(market, CALENDAR, 20260101);
                    SetSettlementRules later = rules(1);
                    later.instrumentId = c.instrumentId;
                    later.sameDaySale = false;
                    market.engine().apply(market.identify(later));
                })
                .then(Outcome.PRICE_OUTSIDE_BAND, (market, c) -> c.takeProfitTicks = 111)
                .then(Outcome.NOTIONAL_OVERFLOW, (market, c) -> {
                    c.instrumentId = DEAR_INSTRUMENT;
                    c.takeProfitTicks = 105;
                })
                .then(
                        Outcome.OPEN_ORDERS_LIMIT,
                        (market, c) -> place(market, order(c.accountId, INSTRUMENT, Side.BUY, 10, 91)));
    }

    private static PlaceBracket bracket(long accountId) {
        PlaceBracket bracket = new PlaceBracket();
        bracket.accountId = accountId;
        bracket.instrumentId = INSTRUMENT;
        bracket.side = Side.BUY;
        bracket.orderType = OrderType.LIMIT;
        bracket.timeInForce = TimeInForce.GTC;
        bracket.quantityLots = 10;
        bracket.priceTicks = 95;
        bracket.takeProfitTicks = 105;
        bracket.stopType = OrderType.STOP;
        bracket.stopTriggerTicks = 92;
        return bracket;
    }

    private static PlaceOco oco(long accountId, long lots, long priceTicks, long triggerTicks) {
        PlaceOco oco = new PlaceOco();
        oco.accountId = accountId;
        oco.instrumentId = INSTRUMENT;
        oco.side = Side.BUY;
        oco.otherSide = Side.BUY;
        oco.quantityLots = lots;
        oco.orderType = OrderType.LIMIT;
        oco.priceTicks = priceTicks;
        oco.otherOrderType = OrderType.STOP;
        oco.otherTriggerPriceTicks = triggerTicks;
        oco.timeInForce = TimeInForce.GTC;
        return oco;
    }

    private static CheckedCommand<SetLimit> setLimit() {
        return new CheckedCommand<>("SetLimit", market -> limitOf(RiskScope.ACCOUNT, A, LimitKind.ORDER_QUANTITY, 5))
                .then(Outcome.MALFORMED, (market, c) -> c.limitKind = LimitKind.NONE)
                .then(Outcome.SCOPE_INVALID, (market, c) -> c.scope = RiskScope.FIRM)
                .or(Outcome.ACCOUNT_NOT_FOUND, (market, c) -> c.subjectId = NOBODY)
                .or(Outcome.INSTRUMENT_NOT_FOUND, (market, c) -> {
                    c.scope = RiskScope.INSTRUMENT;
                    c.subjectId = (1L << 32) + INSTRUMENT;
                })
                .then(Outcome.LIMIT_VALUE_INVALID, (market, c) -> c.value = -2);
    }

    private static CheckedCommand<SetKillSwitch> setKillSwitch() {
        return new CheckedCommand<>("SetKillSwitch", market -> {
                    shield(market);
                    return switchOf(RiskScope.ACCOUNT, A, true);
                })
                .then(Outcome.MALFORMED, (market, c) -> c.scope = RiskScope.NONE)
                .then(Outcome.SCOPE_INVALID, (market, c) -> c.subjectId = c.scope == RiskScope.FIRM ? 1 : 0)
                .or(Outcome.ACCOUNT_NOT_FOUND, (market, c) -> {
                    c.scope = RiskScope.ACCOUNT;
                    c.subjectId = NOBODY;
                })
                .or(Outcome.INSTRUMENT_NOT_FOUND, (market, c) -> {
                    c.scope = RiskScope.INSTRUMENT;
                    c.subjectId = NOBODY;
                })
                .then(Outcome.CANCELS_PENDING, (market, c) -> {
                    block(market, RiskScope.FIRM, 0);
                    c.scope = RiskScope.FIRM;
                    c.subjectId = 0;
                    c.engaged = false;
                });
    }

    private static CheckedCommand<SetListing> setListing() {
        return new CheckedCommand<>("SetListing", market -> {
                    VenueCommands.list(market, FREE_INSTRUMENT, 9);
                    return VenueCommands.listing(INSTRUMENT, 9);
                })
                .then(Outcome.INSTRUMENT_NOT_FOUND, (market, c) -> c.instrumentId = (int) NOBODY)
                .then(Outcome.LISTING_INVALID, (market, c) -> c.errorAccountId = A)
                .then(Outcome.ORDERS_AT_VENUE, (market, c) -> place(market, order(A, INSTRUMENT, Side.BUY, 10, 100)));
    }

    private static CheckedCommand<SetVenueState> setVenueState() {
        return new CheckedCommand<>("SetVenueState", market -> {
                    VenueCommands.list(market, INSTRUMENT, 9);
                    return VenueCommands.state(9, true);
                })
                .then(Outcome.VENUE_NOT_FOUND, (market, c) -> c.venueId = 8);
    }

    private static CheckedCommand<PlaceOrder> placeOrderAtAVenue() {
        return new CheckedCommand<>("PlaceOrder of an instrument that is matched elsewhere", market -> {
                    VenueCommands.list(market, INSTRUMENT, 9);
                    VenueCommands.up(market, 9);
                    return order(A, INSTRUMENT, Side.BUY, 10, 100);
                })
                .then(Outcome.ORDER_NOT_ROUTABLE, (market, c) -> c.minimumLots = 5)
                .then(
                        Outcome.VENUE_UNAVAILABLE,
                        (market, c) -> market.engine().apply(market.identify(VenueCommands.state(9, false))))
                .then(Outcome.OPEN_ORDERS_LIMIT, (market, c) -> {
                    VenueCommands.up(market, 9);
                    for (int i = 0; i < 3; i++) {
                        place(market, order(A, INSTRUMENT, Side.SELL, 10, 95));
                    }
                })
                .then(
                        Outcome.ORDER_NOTIONAL_LIMIT,
                        (market, c) -> limit(market, RiskScope.ACCOUNT, A, LimitKind.ORDER_NOTIONAL, 999))
                .then(Outcome.INSUFFICIENT_FUNDS, (market, c) -> drain(market, A, CNY));
    }

    private static CheckedCommand<ReplaceOrder> replaceOrderAtAVenue() {
        return new CheckedCommand<>("ReplaceOrder of an instrument that is matched elsewhere", market -> {
                    VenueCommands.list(market, INSTRUMENT, 9);
                    VenueCommands.up(market, 9);
                    ReplaceOrder replace = new ReplaceOrder();
                    replace.accountId = A;
                    replace.orderId = place(market, order(A, INSTRUMENT, Side.BUY, 10, 100));
                    replace.quantityLots = 20;
                    replace.priceTicks = 100;
                    VenueCommands.acknowledge(market, INSTRUMENT, 9, replace.orderId);
                    return replace;
                })
                .then(Outcome.NO_CHANGE, (market, c) -> c.quantityLots = 10)
                .then(Outcome.REQUEST_PENDING, (market, c) -> {
                    CancelOrder cancel = new CancelOrder();
                    cancel.accountId = A;
                    cancel.orderId = c.orderId;
                    market.engine().apply(market.identify(cancel));
                })
                .then(
                        Outcome.VENUE_UNAVAILABLE,
                        (market, c) -> market.engine().apply(market.identify(VenueCommands.state(9, false))));
    }

    private static CheckedCommand<CancelOrder> cancelOrderAtAVenue() {
        return new CheckedCommand<>("CancelOrder of an instrument that is matched elsewhere", market -> {
                    VenueCommands.list(market, INSTRUMENT, 9);
                    VenueCommands.up(market, 9);
                    CancelOrder cancel = new CancelOrder();
                    cancel.accountId = A;
                    cancel.orderId = place(market, order(A, INSTRUMENT, Side.BUY, 10, 100));
                    return cancel;
                })
                .then(Outcome.ORDER_NOT_FOUND, (market, c) -> c.accountId = B)
                .then(Outcome.REQUEST_PENDING, (market, c) -> {
                    CancelOrder cancel = new CancelOrder();
                    cancel.accountId = A;
                    cancel.orderId = c.orderId;
                    market.engine().apply(market.identify(cancel));
                });
    }

    private static CheckedCommand<VenueReport> venueReport() {
        return new CheckedCommand<>("VenueReport", market -> {
                    VenueCommands.list(market, INSTRUMENT, 9);
                    return VenueCommands.report(VenueReportKind.FILL, INSTRUMENT, 9, 1, 1, 5, 100);
                })
                .then(Outcome.REPORT_INVALID, (market, c) -> c.executionId = 0)
                .then(Outcome.VENUE_NOT_FOUND, (market, c) -> c.venueId = 8)
                .then(Outcome.INSTRUMENT_NOT_FOUND, (market, c) -> c.instrumentId = FREE_INSTRUMENT);
    }

    private static CheckedCommand<DoubtVenueOrder> doubtVenueOrder() {
        return new CheckedCommand<>("DoubtVenueOrder", market -> {
                    VenueCommands.list(market, INSTRUMENT, 9);
                    VenueCommands.up(market, 9);
                    DoubtVenueOrder doubt = new DoubtVenueOrder();
                    doubt.orderId = place(market, order(A, INSTRUMENT, Side.BUY, 10, 100));
                    doubt.requestNumber = 1;
                    return doubt;
                })
                .then(Outcome.ORDER_NOT_FOUND, (market, c) -> c.orderId = NOBODY);
    }

    private static CheckedCommand<ResolveVenueBreak> resolveVenueBreak() {
        return new CheckedCommand<>("ResolveVenueBreak", market -> {
                    VenueCommands.list(market, INSTRUMENT, 9);
                    market.engine()
                            .apply(market.identify(
                                    VenueCommands.report(VenueReportKind.FILL, INSTRUMENT, 9, 1, 1, 5, 100)));
                    ResolveVenueBreak resolve = new ResolveVenueBreak();
                    resolve.breakId = 1;
                    return resolve;
                })
                .then(Outcome.BREAK_NOT_FOUND, (market, c) -> c.breakId = 2);
    }

    private static CheckedCommand<CollectReceivable> collectReceivable() {
        return new CheckedCommand<>("CollectReceivable", market -> {
                    VenueCommands.owe(market, INSTRUMENT, 9, A, 10);
                    pay(market, B, A, SHR, 4);
                    CollectReceivable collect = new CollectReceivable();
                    collect.accountId = A;
                    collect.assetId = SHR;
                    return collect;
                })
                .then(Outcome.ASSET_NOT_FOUND, (market, c) -> c.assetId = (int) NOBODY)
                .then(Outcome.ACCOUNT_NOT_FOUND, (market, c) -> c.accountId = NOBODY)
                .then(Outcome.ASSET_FROZEN, (market, c) -> {
                    ServicingCommands.freezeRights(market);
                    market.identify(c);
                    c.assetId = TestMarket.RIGHT;
                })
                .then(Outcome.NOTHING_OWED, (market, c) -> c.accountId = B);
    }

    private static CheckedCommand<AskOutcome> askOutcome() {
        return new CheckedCommand<>("AskOutcome", market -> {
                    AskOutcome ask = new AskOutcome();
                    ask.targetClientId = 1;
                    ask.targetCommandId = market.identify(pay(A, B, CNY, 5)).commandId;
                    Transfer target = pay(A, B, CNY, 5);
                    target.clientId = 1;
                    target.commandId = ask.targetCommandId;
                    market.engine().apply(target);
                    return ask;
                })
                .then(Outcome.MALFORMED, (market, c) -> c.targetCommandId = 0)
                .then(Outcome.CLIENTS_LIMIT, (market, c) -> {
                    fence(market, 2, 1);
                    c.targetClientId = 3;
                    c.fence = true;
                })
                .then(Outcome.COMMAND_TOO_OLD, (market, c) -> c.targetCommandId = 1)
                .then(Outcome.NOT_SEEN, (market, c) -> c.targetCommandId = 1_000_000)
                .or(Outcome.CANCELLED_BEFORE_ARRIVAL, (market, c) -> {
                    c.targetCommandId = 1_000_000;
                    c.fence = true;
                });
    }

    private static void changeTerms(RegisterInstrument terms) {
        terms.bandPpm = 100_000;
        terms.referencePriceTicks = 100;
        terms.boardLotLots = 10;
        terms.maxOrderLots = 1_000;
    }

    private static RegisterInstrument terms(int instrumentId) {
        RegisterInstrument terms = TestMarket.terms();
        changeTerms(terms);
        terms.instrumentId = instrumentId;
        terms.symbol = "S" + instrumentId;
        return terms;
    }

    private static RegisterAsset asset(int assetId) {
        RegisterAsset asset = new RegisterAsset();
        asset.assetId = assetId;
        asset.kind = AssetKind.COIN;
        asset.scale = 3;
        asset.code = "COIN" + assetId;
        return asset;
    }

    private static RegisterAccount account(long accountId) {
        RegisterAccount account = new RegisterAccount();
        account.accountId = accountId;
        account.kind = AccountKind.CUSTOMER;
        return account;
    }

    private static Transfer pay(long debitAccountId, long creditAccountId, int assetId, long amountMinor) {
        Transfer transfer = new Transfer();
        fill(transfer, debitAccountId, creditAccountId, assetId, amountMinor);
        return transfer;
    }

    private static void fill(
            Transfer transfer, long debitAccountId, long creditAccountId, int assetId, long amountMinor) {
        transfer.debitAccountId = debitAccountId;
        transfer.creditAccountId = creditAccountId;
        transfer.assetId = assetId;
        transfer.amountMinor = amountMinor;
        transfer.code = PostingCode.INTERNAL;
    }

    private static void pay(TestMarket market, long from, long to, int assetId, long amountMinor) {
        market.engine().apply(market.identify(pay(from, to, assetId, amountMinor)));
    }

    private static Hold holdOf(long accountId, long amountMinor) {
        Hold hold = new Hold();
        hold.accountId = accountId;
        hold.assetId = CNY;
        hold.amountMinor = amountMinor;
        hold.code = PostingCode.INTERNAL;
        return hold;
    }

    private static PlaceOrder order(long accountId, int instrumentId, Side side, long lots, long priceTicks) {
        PlaceOrder order = new PlaceOrder();
        order.accountId = accountId;
        order.instrumentId = instrumentId;
        order.side = side;
        order.orderType = OrderType.LIMIT;
        order.timeInForce = TimeInForce.GTC;
        order.quantityLots = lots;
        order.priceTicks = priceTicks;
        return order;
    }

    /** Orders that a kill switch cancels first, so that it has others left after two of its steps. */
    private static void shield(TestMarket market) {
        for (int i = 0; i < 3; i++) {
            place(market, order(customer("D"), INSTRUMENT, Side.BUY, 10, 109));
            place(market, order(customer("E"), INSTRUMENT, Side.BUY, 10, 109));
            place(market, order(customer("C"), DEAR_INSTRUMENT, Side.SELL, 10, 95));
        }
    }

    private static SetLimit limitOf(RiskScope scope, long subjectId, LimitKind kind, long value) {
        SetLimit limit = new SetLimit();
        limit.scope = scope;
        limit.subjectId = subjectId;
        limit.limitKind = kind;
        limit.value = value;
        return limit;
    }

    private static void limit(TestMarket market, RiskScope scope, long subjectId, LimitKind kind, long value) {
        market.engine().apply(market.identify(limitOf(scope, subjectId, kind, value)));
    }

    private static SetKillSwitch switchOf(RiskScope scope, long subjectId, boolean engaged) {
        SetKillSwitch command = new SetKillSwitch();
        command.scope = scope;
        command.subjectId = subjectId;
        command.engaged = engaged;
        return command;
    }

    private static void block(TestMarket market, RiskScope scope, long subjectId) {
        market.engine().apply(market.identify(switchOf(scope, subjectId, true)));
    }

    /** Side and instrument of the order that a command is about; of A's first where it is somebody else's. */
    private static PlaceOrder orderOfA(TestMarket market, ReplaceOrder command) {
        PlaceOrder found = order(A, INSTRUMENT, Side.BUY, 1, 1);
        market.engine()
                .view()
                .trading()
                .forEachOrderOfAccount(
                        command.accountId,
                        (orderId, accountId, instrumentId, side, priceTicks, lots, filledLots, holdMinor) -> {
                            if (orderId == command.orderId) {
                                found.instrumentId = instrumentId;
                                found.side = side;
                            }
                        });
        return found;
    }

    private static long place(TestMarket market, PlaceOrder order) {
        return market.engine().apply(market.identify(order)).entityId;
    }

    private static void open(TestMarket market, int instrumentId, long referencePriceTicks) {
        OpenInstrument open = market.identify(new OpenInstrument());
        open.instrumentId = instrumentId;
        open.referencePriceTicks = referencePriceTicks;
        market.engine().apply(open);
    }

    private static void halt(TestMarket market, int instrumentId) {
        HaltInstrument halt = market.identify(new HaltInstrument());
        halt.instrumentId = instrumentId;
        market.engine().apply(halt);
    }

    private static void close(TestMarket market, int instrumentId) {
        CloseInstrument close = market.identify(new CloseInstrument());
        close.instrumentId = instrumentId;
        market.engine().apply(close);
    }

    private static void call(TestMarket market, int instrumentId, Phase phase) {
        ChangePhase change = market.identify(new ChangePhase());
        change.instrumentId = instrumentId;
        change.phase = phase;
        market.engine().apply(change);
    }

    /** Brings an instrument into a closing auction in which orders stay as they are. */
    private static void lock(TestMarket market, int instrumentId) {
        SetSessionRules rules = market.identify(new SetSessionRules());
        rules.instrumentId = instrumentId;
        rules.locksAuctions = true;
        market.engine().apply(rules);
        call(market, instrumentId, Phase.CLOSING_AUCTION);
    }

    private static ScheduleSession plan(int calendarId) {
        ScheduleSession plan = new ScheduleSession();
        plan.calendarId = calendarId;
        plan.transitionCount(1);
        plan.transition(0, 1_000_000, Phase.CLOSED);
        return plan;
    }

    private static void useUpCalendars(TestMarket market, Command command) {
        for (int i = 0; i < 64; i++) {
            market.engine().apply(market.identify(plan(1 + i)));
        }
        market.identify(command);
    }

    /** Pays all that an account has to another. */
    private static void drain(TestMarket market, long accountId, int assetId) {
        pay(market, accountId, customer("C"), assetId, market.engine().view().availableMinor(accountId, assetId));
    }

    /** Issues as much cash as the ledger can count. */
    private static void exhaustIssuance(TestMarket market) {
        long outstandingMinor = -market.engine().view().availableMinor(ISSUANCE, CNY);
        pay(market, ISSUANCE, customer("C"), CNY, (1L << 62) - outstandingMinor);
    }

    private static void fence(TestMarket market, long targetClientId, long targetCommandId) {
        AskOutcome ask = market.identify(new AskOutcome());
        ask.targetClientId = targetClientId;
        ask.targetCommandId = targetCommandId;
        ask.fence = true;
        market.engine().apply(ask);
    }
}
