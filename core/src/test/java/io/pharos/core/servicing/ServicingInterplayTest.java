package io.pharos.core.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.AnnounceCorporateAction;
import io.pharos.core.command.CaptureHold;
import io.pharos.core.command.Command;
import io.pharos.core.command.Hold;
import io.pharos.core.command.OpenInstrument;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.RegisterAccount;
import io.pharos.core.command.RegisterInstrument;
import io.pharos.core.command.ReleaseHold;
import io.pharos.core.command.SetSessionRules;
import io.pharos.core.command.Transfer;
import io.pharos.core.engine.Engine;
import io.pharos.core.engine.EngineSettings;
import io.pharos.core.engine.Reply;
import io.pharos.core.engine.SnapshotFixture;
import io.pharos.core.fixture.Actions;
import io.pharos.core.fixture.Dispatch;
import io.pharos.core.fixture.SettledMarket;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import org.junit.jupiter.api.Test;

/** Where corporate actions and interest meet restarts, holds, new accounts and other instruments. */
class ServicingInterplayTest {
    private static final long A = TestMarket.customer("A");
    private static final long B = TestMarket.customer("B");
    private static final int OTHER = 2;

    private final SettledMarket settled = new SettledMarket(terms -> terms.referencePriceTicks = 100);
    private final Engine engine = settled.engine();

    /** A snapshot holds no balance of zero: whether one is there must not count. */
    @Test
    void recordsTheSameWhetherABalanceOfZeroWasForgotten() {
        run(Actions.dividend(1));
        run(Actions.pay(A, TestMarket.SHR, 10_000));
        Engine restarted = SnapshotFixture.copy(engine);

        both(restarted, Actions.endOfDay(Actions.EX_DATE, 100));
    }

    @Test
    void paysInterestOnWhatWasThereThoughNothingIsLeft() {
        run(Actions.interest());
        endOfDay(20260316);
        endOfDay(20260319);
        run(Actions.pay(A, TestMarket.CNY, 1_000_000));
        Engine restarted = SnapshotFixture.copy(engine);

        both(restarted, Actions.endOfDay(20260323, 100));
        assertThat(engine.view().availableMinor(A, TestMarket.CNY)).isPositive();
        assertThat(restarted.view().availableMinor(A, TestMarket.CNY))
                .isEqualTo(engine.view().availableMinor(A, TestMarket.CNY));
    }

    @Test
    void takesRightsBackOnceNoneAreHeld() {
        issueRights();
        long holdId = apply(hold(A, TestMarket.RIGHT, 300)).entityId;
        endOfDay(20260119);
        assertThat(engine.view().availableMinor(A, TestMarket.RIGHT)).isEqualTo(700);
        assertThat(run(transfer(A, B))).isEqualTo(Outcome.ASSET_FROZEN);

        ReleaseHold release = new ReleaseHold();
        release.holdId = holdId;
        run(release);
        endOfDay(20260120);

        assertThat(engine.view().availableMinor(A, TestMarket.RIGHT)).isZero();
        assertThat(engine.view().availableMinor(B, TestMarket.RIGHT)).isZero();
        assertThat(run(transfer(A, B))).as("no longer frozen").isEqualTo(Outcome.INSUFFICIENT_FUNDS);
    }

    /** Otherwise what one step has passed over would be passed on to who has been looked at. */
    @Test
    void letsNobodyPassRightsOnWhileTheyAreTakenBack() {
        issueRights();
        run(Actions.endOfDay(20260119, 5));

        assertThat(run(transfer(TestMarket.customer("E"), A))).isEqualTo(Outcome.ASSET_FROZEN);
        assertThat(run(transferAfter(SnapshotFixture.copy(engine)))).isEqualTo(Outcome.ASSET_FROZEN);
    }

    @Test
    void convertsWhatAHoldBroughtToAnAccountThatIsNewer() {
        run(Actions.split(1, 2, 1));
        long holdId = apply(hold(A, TestMarket.SHR, 300)).entityId;
        endOfDay(Actions.EX_DATE);
        RegisterAccount account = new RegisterAccount();
        account.accountId = 4_000;
        account.kind = AccountKind.CUSTOMER;
        run(account);
        CaptureHold capture = new CaptureHold();
        capture.holdId = holdId;
        capture.creditAccountId = 4_000;
        capture.amountMinor = 300;
        assertThat(run(capture)).isEqualTo(Outcome.ACCEPTED);
        endOfDay(20260108);

        assertThat(engine.view().availableMinor(4_000, TestMarket.SHR)).isEqualTo(600);
        assertThat(engine.view().availableMinor(A, TestMarket.SHR)).isEqualTo(2 * 9_700);
    }

    @Test
    void tradesNothingOfAnAssetThatIsConvertedInAnInstrumentThatIsNewer() {
        run(Actions.split(1, 2, 1));
        registerOther(TestMarket.SHR, TestMarket.CNY);
        run(Actions.endOfDay(Actions.EX_DATE, 5));

        assertThat(run(order(OTHER, A, Side.SELL))).isEqualTo(Outcome.INSTRUMENT_IN_ACTION);
        endOfDay(Actions.EX_DATE);
        assertThat(run(order(OTHER, A, Side.SELL))).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void givesRightsThatNoOtherIssueGives() {
        registerOther(TestMarket.SHR, TestMarket.CNY);
        AnnounceCorporateAction second = Actions.rights(2);
        second.instrumentId = OTHER;
        assertThat(run(Actions.rights(1))).isEqualTo(Outcome.ACCEPTED);

        assertThat(run(second)).isEqualTo(Outcome.ASSET_SHARED);
    }

    /** The price of the ex date sets nothing off: what waits is about to be cancelled with the rest. */
    @Test
    void setsNoStopOffByThePriceOfTheExDate() {
        EngineSettings usual = EngineSettings.defaults();
        EngineSettings slow = new EngineSettings(
                usual.assetsMax(),
                usual.instrumentsMax(),
                usual.accountsMax(),
                usual.holdsMax(),
                usual.openOrdersMax(),
                usual.accountOpenOrdersMax(),
                1,
                usual.clientsMax(),
                usual.duplicateWindowMax(),
                usual.duplicateWindowNanos());
        SettledMarket market = new SettledMarket(slow, terms -> terms.referencePriceTicks = 100);
        market.runAll("A sells 1@100, B buys 1@100, A buys 5@90, B buys 5@95 pegs primary, C sells 5@market stop 80");
        Dispatch.apply(market.engine(), market.market().identify(Actions.dividend(1)));
        market.market().events().clear();

        Dispatch.apply(market.engine(), market.market().identify(Actions.endOfDay(Actions.EX_DATE, 1_000)));
        for (int time = 10; time < 20; time++) {
            market.run("time " + time);
        }

        assertThat(String.join("; ", market.market().events().terse())).contains("reference 100 to 68");
        assertThat(market.market().events().full()).noneMatch(line -> line.startsWith("OrderTriggered"));
        assertThat(market.engine().view().trading().openOrderCount()).isZero();
    }

    /** What is left of an issue is taken from whoever has it. */
    @Test
    void givesRightsThatNobodyHasYet() {
        Transfer given = Actions.pay(TestMarket.ISSUANCE, TestMarket.RIGHT, 5);
        given.creditAccountId = B;
        run(given);

        assertThat(run(Actions.rights(1))).isEqualTo(Outcome.ASSET_SHARED);
    }

    /** The mean move of a market forgets how far an instrument had moved before its ex date. */
    @Test
    void countsNoMoveOfADayBeforeTheExDate() {
        registerOther(TestMarket.RIGHT, TestMarket.CNY);
        for (int instrumentId : new int[] {TestMarket.INSTRUMENT, OTHER}) {
            SetSessionRules rules = new SetSessionRules();
            rules.instrumentId = instrumentId;
            rules.calendarId = 1;
            run(rules);
        }
        run(order(TestMarket.INSTRUMENT, A, Side.SELL, 150));
        run(order(TestMarket.INSTRUMENT, B, Side.BUY, 150));
        run(Actions.dividend(1));
        endOfDay(Actions.EX_DATE);
        settled.market().run("breaker 10% for 60");
        settled.market().events().clear();

        run(order(TestMarket.INSTRUMENT, A, Side.SELL, 118));
        run(order(TestMarket.INSTRUMENT, B, Side.BUY, 118));

        assertThat(settled.market().events().terse()).noneMatch(line -> line.startsWith("market moved"));
    }

    private void issueRights() {
        run(Actions.rights(1));
        endOfDay(Actions.EX_DATE);
        endOfDay(Actions.PAY_DATE);
    }

    private void registerOther(int baseAssetId, int quoteAssetId) {
        RegisterInstrument terms = TestMarket.terms();
        terms.instrumentId = OTHER;
        terms.symbol = "OTHER";
        terms.baseAssetId = baseAssetId;
        terms.quoteAssetId = quoteAssetId;
        terms.referencePriceTicks = 100;
        run(terms);
        OpenInstrument open = new OpenInstrument();
        open.instrumentId = OTHER;
        run(open);
    }

    private static PlaceOrder order(int instrumentId, long accountId, Side side) {
        return order(instrumentId, accountId, side, 100);
    }

    private static PlaceOrder order(int instrumentId, long accountId, Side side, long priceTicks) {
        PlaceOrder order = new PlaceOrder();
        order.accountId = accountId;
        order.instrumentId = instrumentId;
        order.side = side;
        order.orderType = OrderType.LIMIT;
        order.timeInForce = TimeInForce.GTC;
        order.quantityLots = 1;
        order.priceTicks = priceTicks;
        return order;
    }

    private static Hold hold(long accountId, int assetId, long amountMinor) {
        Hold hold = new Hold();
        hold.accountId = accountId;
        hold.assetId = assetId;
        hold.amountMinor = amountMinor;
        hold.code = PostingCode.INTERNAL;
        return hold;
    }

    private static Transfer transfer(long from, long to) {
        Transfer transfer = Actions.pay(from, TestMarket.RIGHT, 1);
        transfer.creditAccountId = to;
        return transfer;
    }

    /** Applies a transfer of rights to a restarted engine, and gives it. */
    private Transfer transferAfter(Engine restarted) {
        Transfer transfer = transfer(A, B);
        assertThat(Dispatch.apply(restarted, settled.market().identify(transfer)).outcome)
                .isEqualTo(Outcome.ASSET_FROZEN);
        return transfer;
    }

    private void both(Engine restarted, Command command) {
        Command identified = settled.market().identify(command);
        Dispatch.apply(engine, identified);
        Dispatch.apply(restarted, identified);
        assertThat(restarted.digest()).isEqualTo(engine.digest());
        engine.audit();
        restarted.audit();
    }

    private void endOfDay(int date) {
        assertThat(run(Actions.endOfDay(date, 1_000))).isEqualTo(Outcome.ACCEPTED);
        engine.audit();
    }

    private Outcome run(Command command) {
        return apply(command).outcome;
    }

    private Reply apply(Command command) {
        return Dispatch.apply(engine, settled.market().identify(command));
    }
}
