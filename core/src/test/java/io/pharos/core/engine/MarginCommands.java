package io.pharos.core.engine;

import io.pharos.core.command.BeginBusinessDay;
import io.pharos.core.command.Command;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.RepayMarginLoan;
import io.pharos.core.command.SetMarginAgreement;
import io.pharos.core.command.SetMarginProgram;
import io.pharos.core.command.SetMarginTerms;
import io.pharos.core.command.Transfer;
import io.pharos.core.fixture.Actions;
import io.pharos.core.fixture.Dispatch;
import io.pharos.core.fixture.MarginMarket;
import io.pharos.core.fixture.SettledMarket;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.util.List;

/** The commands of margin accounts, for {@link CheckedCommands}. */
final class MarginCommands {
    private static final int NOBODY = 77;
    private static final int FREE_INSTRUMENT = 5;

    private MarginCommands() {}

    static List<CheckedCommand<?>> all() {
        return List.of(program(), terms(), agreement(), repayment());
    }

    private static CheckedCommand<SetMarginProgram> program() {
        return new CheckedCommand<>("SetMarginProgram", market -> {
                    day(market);
                    return programOf(market);
                })
                .then(Outcome.ASSET_NOT_FOUND, (market, c) -> c.assetId = NOBODY)
                .then(Outcome.MARGIN_TERMS_INVALID, (market, c) -> c.warningPpm = c.closingPpm - 1)
                .then(Outcome.SOURCE_ACCOUNT_INVALID, (market, c) -> c.lendingAccountId = TestMarket.customer("A"))
                .then(Outcome.CALENDAR_NOT_FOUND, (market, c) -> c.calendarId = NOBODY)
                .then(Outcome.EXISTS_WITH_OTHER_FIELDS, (market, c) -> {
                    apply(market, programOf(market));
                    market.identify(c);
                    c.dayCount = 365;
                });
    }

    private static CheckedCommand<SetMarginTerms> terms() {
        return new CheckedCommand<>("SetMarginTerms", market -> MarginMarket.terms())
                .then(Outcome.INSTRUMENT_NOT_FOUND, (market, c) -> c.instrumentId = NOBODY)
                .then(Outcome.MARGIN_TERMS_INVALID, (market, c) -> c.initialPpm = 0)
                .then(Outcome.ASSET_SHARED, (market, c) -> {
                    SetMarginTerms other = MarginMarket.terms();
                    other.instrumentId = FREE_INSTRUMENT;
                    apply(market, other);
                    market.identify(c);
                });
    }

    private static CheckedCommand<SetMarginAgreement> agreement() {
        return new CheckedCommand<>("SetMarginAgreement", market -> {
                    day(market);
                    apply(market, programOf(market));
                    return MarginMarket.agreement("A", 1_000);
                })
                .then(Outcome.ACCOUNT_NOT_FOUND, (market, c) -> c.accountId = NOBODY)
                .then(Outcome.MARGIN_PROGRAM_NOT_FOUND, (market, c) -> c.programId = NOBODY)
                .then(Outcome.MARGIN_TERMS_INVALID, (market, c) -> c.ratePpm = -1)
                .then(Outcome.MARGIN_AGREEMENT_NOT_FOUND, (market, c) -> c.active = false)
                .or(Outcome.MARGIN_DEBT_OPEN, (market, c) -> {
                    borrow(market);
                    market.identify(c);
                    c.active = false;
                });
    }

    private static CheckedCommand<RepayMarginLoan> repayment() {
        return new CheckedCommand<>("RepayMarginLoan", market -> {
                    day(market);
                    apply(market, programOf(market));
                    borrow(market);
                    return MarginMarket.repayment("A", 1);
                })
                .then(Outcome.AMOUNT_NOT_POSITIVE, (market, c) -> c.amountMinor = 0)
                .then(Outcome.ACCOUNT_NOT_FOUND, (market, c) -> c.accountId = NOBODY)
                .then(Outcome.MARGIN_AGREEMENT_NOT_FOUND, (market, c) -> c.accountId = TestMarket.customer("B"))
                .then(Outcome.MARGIN_NO_DEBT, (market, c) -> {
                    apply(market, MarginMarket.agreement("C", 5));
                    market.identify(c);
                    c.accountId = TestMarket.customer("C");
                })
                .then(Outcome.INSUFFICIENT_FUNDS, (market, c) -> c.amountMinor = Long.MAX_VALUE);
    }

    private static SetMarginProgram programOf(TestMarket market) {
        SetMarginProgram program = market.identify(MarginMarket.program());
        program.lendingAccountId = TestMarket.TAX;
        program.incomeAccountId = TestMarket.FEES;
        return program;
    }

    /** Leaves A with a debt of 20 and cash of 5. */
    private static void borrow(TestMarket market) {
        apply(market, MarginMarket.terms());
        apply(market, MarginMarket.agreement("A", 1_000_000));
        long cashMinor = market.engine().view().availableMinor(TestMarket.customer("A"), TestMarket.CNY);
        apply(market, Actions.pay(TestMarket.customer("A"), TestMarket.CNY, cashMinor - 980));
        apply(market, order("B", Side.SELL));
        apply(market, order("A", Side.BUY));
        Transfer deposit = Actions.pay(TestMarket.ISSUANCE, TestMarket.CNY, 5);
        deposit.creditAccountId = TestMarket.customer("A");
        apply(market, deposit);
    }

    private static PlaceOrder order(String letter, Side side) {
        PlaceOrder order = new PlaceOrder();
        order.accountId = TestMarket.customer(letter);
        order.instrumentId = TestMarket.INSTRUMENT;
        order.side = side;
        order.orderType = OrderType.LIMIT;
        order.timeInForce = TimeInForce.GTC;
        order.quantityLots = 10;
        order.priceTicks = 100;
        return order;
    }

    private static void day(TestMarket market) {
        BeginBusinessDay day = new BeginBusinessDay();
        day.calendarId = SettledMarket.CALENDAR;
        day.date = 20260105;
        apply(market, day);
    }

    private static void apply(TestMarket market, Command command) {
        Dispatch.apply(market.engine(), market.identify(command));
    }
}
