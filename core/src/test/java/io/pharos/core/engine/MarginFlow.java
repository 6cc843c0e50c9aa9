package io.pharos.core.engine;

import io.pharos.core.command.BeginBusinessDay;
import io.pharos.core.command.CancelOrder;
import io.pharos.core.command.Command;
import io.pharos.core.command.OpenInstrument;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.RegisterAccount;
import io.pharos.core.command.RegisterAsset;
import io.pharos.core.command.Transfer;
import io.pharos.core.fixture.Dispatch;
import io.pharos.core.fixture.MarginMarket;
import io.pharos.core.fixture.SettledMarket;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;

/** Rounds of one account that buys with borrowed cash, cancels, sells and pays, and is valued each round. */
final class MarginFlow {
    private static final long A = TestMarket.customer("A");
    private static final long B = TestMarket.customer("B");

    private final Engine engine;
    private final PlaceOrder order = new PlaceOrder();
    private final CancelOrder cancel = new CancelOrder();
    private long lastCommandId;
    private long timeNanos = 1;

    MarginFlow(Engine engine) {
        this.engine = engine;
        engine.advanceTo(1);
        asset(TestMarket.CNY, "CNY", AssetKind.CURRENCY);
        asset(TestMarket.SHR, "SHR", AssetKind.SECURITY);
        for (long house : new long[] {TestMarket.FEES, TestMarket.TAX, TestMarket.ISSUANCE}) {
            account(house, AccountKind.HOUSE);
        }
        account(MarginMarket.LENDING, AccountKind.HOUSE);
        account(MarginMarket.INCOME, AccountKind.HOUSE);
        account(A, AccountKind.CUSTOMER);
        account(B, AccountKind.CUSTOMER);
        issue(A, TestMarket.CNY, 1_000_000);
        issue(B, TestMarket.CNY, 1_000_000_000);
        issue(B, TestMarket.SHR, 1_000_000);
        apply(TestMarket.terms());
        OpenInstrument open = new OpenInstrument();
        open.instrumentId = TestMarket.INSTRUMENT;
        apply(open);
        BeginBusinessDay day = new BeginBusinessDay();
        day.calendarId = SettledMarket.CALENDAR;
        day.date = 20260105;
        apply(day);
        apply(MarginMarket.program());
        apply(MarginMarket.terms());
        apply(MarginMarket.agreement("A", 1L << 40));
        order.instrumentId = TestMarket.INSTRUMENT;
        order.orderType = OrderType.LIMIT;
        order.timeInForce = TimeInForce.GTC;
        order.priceTicks = 100;
        cancel.accountId = A;
    }

    void run(int rounds) {
        for (int i = 0; i < rounds; i++) {
            place(B, Side.SELL, 12_000);
            place(A, Side.BUY, 15_000);
            cancel.orderId = order.clientTag;
            send(cancel);
            timeNanos += 1_000_000_000L;
            engine.advanceTo(timeNanos);
            place(B, Side.BUY, 12_000);
            place(A, Side.SELL, 12_000);
        }
    }

    private void place(long accountId, Side side, long lots) {
        order.accountId = accountId;
        order.side = side;
        order.quantityLots = lots;
        order.clientTag = 0;
        order.clientTag = send(order);
    }

    private long send(Command command) {
        command.clientId = 1;
        command.commandId = ++lastCommandId;
        Reply reply = command == cancel ? engine.apply(cancel) : engine.apply(order);
        if (reply.outcome != Outcome.ACCEPTED) {
            throw new AssertionError(reply.outcome);
        }
        return reply.entityId;
    }

    private void apply(Command command) {
        command.clientId = 1;
        command.commandId = ++lastCommandId;
        Outcome outcome = Dispatch.apply(engine, command).outcome;
        if (outcome != Outcome.ACCEPTED) {
            throw new AssertionError(command.commandKind() + " " + outcome);
        }
    }

    private void asset(int assetId, String code, AssetKind kind) {
        RegisterAsset asset = new RegisterAsset();
        asset.assetId = assetId;
        asset.code = code;
        asset.kind = kind;
        apply(asset);
    }

    private void account(long accountId, AccountKind kind) {
        RegisterAccount account = new RegisterAccount();
        account.accountId = accountId;
        account.kind = kind;
        apply(account);
    }

    private void issue(long accountId, int assetId, long amountMinor) {
        Transfer issue = new Transfer();
        issue.debitAccountId = TestMarket.ISSUANCE;
        issue.creditAccountId = accountId;
        issue.assetId = assetId;
        issue.amountMinor = amountMinor;
        issue.code = PostingCode.ISSUANCE;
        apply(issue);
    }
}
