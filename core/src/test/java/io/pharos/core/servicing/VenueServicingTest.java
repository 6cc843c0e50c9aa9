package io.pharos.core.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.AnnounceCorporateAction;
import io.pharos.core.command.BeginBusinessDay;
import io.pharos.core.command.Command;
import io.pharos.core.engine.EngineView;
import io.pharos.core.engine.SnapshotFixture;
import io.pharos.core.fixture.Actions;
import io.pharos.core.fixture.Dispatch;
import io.pharos.core.fixture.TestMarket;
import io.pharos.core.fixture.VenueCommands;
import io.pharos.core.fixture.VenueMarket;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Corporate actions of an instrument that is matched at a venue. Each customer begins with 10,000 shares and 1,000,000 fen. */
class VenueServicingTest {
    private static final long A = TestMarket.customer("A");

    private final VenueMarket market = new VenueMarket(terms -> {});
    private final EngineView view = market.engine().view();

    @BeforeEach
    void beginFirstDay() {
        BeginBusinessDay day = new BeginBusinessDay();
        day.calendarId = Actions.CALENDAR;
        day.date = 20260106;
        apply(day);
    }

    @Test
    void asksTheVenueToCancelAndEndsTheDayWithoutIt() {
        market.runAll("A sells 4000@100, acks #1");
        announce(Actions.dividend(1));
        endOfDay(Actions.EX_DATE);

        assertThat(events())
                .contains("#1 sends 2 CANCEL", "action 1 CANCELLING", "end of day 20260107 COMPLETED")
                .doesNotContain("action 1 RECORDING");
        assertThat(market.run("B buys 1@100").outcome).isEqualTo(Outcome.INSTRUMENT_IN_ACTION);
        assertThat(market.run("A moves #1 to 5@100").outcome).isEqualTo(Outcome.INSTRUMENT_IN_ACTION);
        endOfDay(20260108);
        assertThat(events()).as("the next day may come").contains("end of day 20260108 COMPLETED");
    }

    @Test
    void entitlesWhoHeldForAnOrderAtTheVenueAndGoesOnWhenThatIsOver() {
        market.runAll("A sells 4000@100, acks #1");
        announce(Actions.dividend(1));
        endOfDay(Actions.EX_DATE);
        market.runAll("fills #1 1000@100 sell, cancelled #1 1000");
        assertThat(events()).contains("#1 cancelled 3000 CORPORATE_ACTION");
        endOfDay(Actions.EX_DATE);
        assertThat(events()).contains("action 1 RECORDED");
        assertThat(market.run("B buys 1@100").outcome).isEqualTo(Outcome.ACCEPTED);

        endOfDay(20260108);
        endOfDay(Actions.PAY_DATE);
        assertThat(cash(A)).as("10,000 shares when the ex date began").isEqualTo(1_000_000 + 100_000 + 288_000);
    }

    @Test
    void asksAgainWhereTheVenueRefused() {
        market.runAll("A sells 4000@100, acks #1");
        announce(Actions.dividend(1));
        endOfDay(Actions.EX_DATE);
        market.runAll("refuses #1 2");
        market.market().events().clear();
        endOfDay(Actions.EX_DATE);

        assertThat(events()).contains("#1 sends 3 CANCEL");
    }

    @Test
    void leavesOrdersThereForACoupon() {
        market.runAll("A sells 4000@100, acks #1");
        AnnounceCorporateAction coupon = Actions.dividend(1);
        coupon.kind = CorporateActionKind.COUPON;
        announce(coupon);
        endOfDay(Actions.EX_DATE);

        assertThat(events()).doesNotContain("CANCEL").contains("action 1 RECORDED");
    }

    @Test
    void waitsForTheVenueBeforeItSplits() {
        market.runAll("A buys 10@100, fills #1 10@100 x7, B sells 5@100, acks #2");
        announce(Actions.split(1, 2, 1));
        endOfDay(Actions.EX_DATE);
        assertThat(shares(A)).isEqualTo(10_010);
        market.runAll("fills #2 2@100 sell, cancelled #2 2");
        endOfDay(Actions.EX_DATE);

        assertThat(shares(A)).isEqualTo(20_020);
        assertThat(shares(TestMarket.customer("B"))).isEqualTo(2 * 9_998);
        assertThat(market.run("A buys 1@100").outcome).isEqualTo(Outcome.ACCEPTED);
    }

    /** The old trade was of 10 old shares, which are 20 new ones: whoever looks at it has to say what is to be posted. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "busts x7",
        "corrects x7 to 5@100",
        "fills #1 5@100",
        "fills #2 3@100 sell",
    })
    void booksNothingThatIsOfOldUnits(String report) {
        market.runAll("A buys 10@100, fills #1 10@100 x7, B sells 5@100, acks #2, cancelled #2 0");
        announce(Actions.split(1, 2, 1));
        endOfDay(Actions.EX_DATE);
        market.market().events().clear();
        market.run(report);

        assertThat(events()).isEqualTo("break 1 NOT_POSTABLE");
        assertThat(shares(A)).isEqualTo(20_020);
        market.engine().audit();
    }

    @Test
    void booksNothingWhileHoldingsAreConverted() {
        VenueCommands.owe(market.market(), TestMarket.INSTRUMENT, VenueMarket.VENUE, A, 10);
        market.runAll("B pays 100 shares");
        announce(Actions.split(1, 2, 1));
        apply(Actions.endOfDay(Actions.EX_DATE, 1));
        market.market().events().clear();

        market.run("fills #77 4@100");
        assertThat(events()).isEqualTo("break 2 NOT_POSTABLE");
        assertThat(market.run("A pays back SHR").outcome).isEqualTo(Outcome.ASSET_FROZEN);
        assertThat(SnapshotFixture.copy(market.engine()).digest())
                .isEqualTo(market.engine().digest());
        endOfDay(Actions.EX_DATE);
        market.market().events().clear();
        market.run("fills #77 4@100");
        assertThat(events()).isEqualTo("house takes 4@100; break 3 UNKNOWN_ORDER");
    }

    @Test
    void splitsWhatIsOwed() {
        VenueCommands.owe(market.market(), TestMarket.INSTRUMENT, VenueMarket.VENUE, A, 10);
        announce(Actions.split(1, 3, 2));
        endOfDay(Actions.EX_DATE);

        assertThat(events()).contains("1000 owes 15 of 10");
    }

    @Test
    void redeemsWhatIsOwed() {
        VenueCommands.owe(market.market(), TestMarket.INSTRUMENT, VenueMarket.VENUE, A, 10);
        announce(Actions.redemption(1, 103));
        endOfDay(Actions.EX_DATE);

        assertThat(events()).contains("1000 owes 0 of 10", "1000 owes 1030 of 1");
        market.run("A pays back CNY");
        assertThat(events()).contains("1000 owes 0 of 1");
        market.engine().audit();
    }

    private String events() {
        return String.join("; ", market.market().events().terse());
    }

    private void announce(AnnounceCorporateAction action) {
        assertThat(apply(action)).isEqualTo(Outcome.ACCEPTED);
    }

    private void endOfDay(int date) {
        assertThat(apply(Actions.endOfDay(date, 1_000))).isEqualTo(Outcome.ACCEPTED);
        market.engine().audit();
        assertThat(SnapshotFixture.copy(market.engine()).digest())
                .isEqualTo(market.engine().digest());
    }

    private Outcome apply(Command command) {
        return Dispatch.apply(market.engine(), market.market().identify(command)).outcome;
    }

    private long cash(long accountId) {
        return view.availableMinor(accountId, TestMarket.CNY);
    }

    private long shares(long accountId) {
        return view.availableMinor(accountId, TestMarket.SHR);
    }
}
