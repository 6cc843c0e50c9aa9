package io.pharos.core.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.BeginBusinessDay;
import io.pharos.core.command.Command;
import io.pharos.core.engine.Engine;
import io.pharos.core.engine.EngineSettings;
import io.pharos.core.engine.Reply;
import io.pharos.core.engine.SnapshotFixture;
import io.pharos.core.fixture.Actions;
import io.pharos.core.fixture.Dispatch;
import io.pharos.core.fixture.EventText;
import io.pharos.core.fixture.SettledMarket;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The run that ends a business day: its order, its steps, and that it may be broken off anywhere. */
class EndOfDaySpecificationTest {
    private final SettledMarket settled = new SettledMarket(terms -> {});

    @Test
    void endsOrdersOfTheDaySettlesServicesAndAccruesInThisOrder() {
        prepare();
        settled.market().events().clear();

        assertThat(apply(Actions.endOfDay(20260107, 1_000)).entityId).isZero();

        List<String> events = settled.market().events().terse();
        assertThat(events)
                .containsSubsequence(
                        "#3 cancelled 7 EXPIRED",
                        "day 2, 2 due",
                        "action 1 RECORDING",
                        "1000 settles -10 for 1000",
                        "1001 settles 10 for -1000",
                        "action 1 RECORDED",
                        "accrued 6 days of 1 on 5000000",
                        "end of day 20260107 COMPLETED");
    }

    @ParameterizedTest(name = "in steps of {0}")
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void comesToTheSameInStepsOfAnySize(int items) {
        SettledMarket whole = new SettledMarket(terms -> {});
        prepare(whole);
        prepare();
        Dispatch.apply(whole.engine(), whole.market().identify(Actions.endOfDay(20260107, 1_000)));
        Dispatch.apply(whole.engine(), whole.market().identify(Actions.endOfDay(20260109, 1_000)));

        finish(20260107, items);
        finish(20260109, items);

        for (String letter : List.of("A", "B", "C", "D", "E", "H")) {
            for (int asset : List.of(TestMarket.CNY, TestMarket.SHR)) {
                assertThat(settled.balance(TestMarket.customer(letter), asset))
                        .isEqualTo(whole.balance(TestMarket.customer(letter), asset));
            }
        }
    }

    @Test
    void goesOnFromASnapshotInTheMidstOfEachStep() {
        prepare();
        Engine engine = settled.engine();
        for (int date : List.of(20260107, 20260109)) {
            Reply reply;
            do {
                EventText events = new EventText();
                Engine restored = SnapshotFixture.load(SnapshotFixture.save(engine), EngineSettings.defaults(), events);
                Command step = settled.market().identify(Actions.endOfDay(date, 2));
                settled.market().events().clear();
                reply = Dispatch.apply(engine, step);
                Reply again = Dispatch.apply(restored, step);

                assertThat(again.entityId).isEqualTo(reply.entityId);
                assertThat(restored.digest()).isEqualTo(engine.digest());
                assertThat(events.full()).isEqualTo(settled.market().events().full());
                restored.audit();
            } while (reply.entityId != 0);
        }
    }

    @Test
    void changesNothingWhereItIsRunAgain() {
        prepare();
        finish(20260107, 1_000);
        settled.market().events().clear();

        Reply reply = apply(Actions.endOfDay(20260107, 1_000));

        assertThat(reply.outcome).isEqualTo(Outcome.ACCEPTED);
        assertThat(reply.entityId).isZero();
        assertThat(settled.market().events().terse()).isEmpty();
    }

    @Test
    void settlesBeforeItServicesADayThatBeganWithoutARun() {
        prepare();
        BeginBusinessDay begin = new BeginBusinessDay();
        begin.calendarId = SettledMarket.CALENDAR;
        begin.date = 20260107;
        assertThat(apply(begin).outcome).isEqualTo(Outcome.ACCEPTED);
        settled.market().events().clear();

        Reply reply = apply(Actions.endOfDay(20260107, 1_000));

        assertThat(reply.entityId).isZero();
        assertThat(settled.market().events().terse())
                .containsSubsequence("1001 settles 10 for -1000", "action 1 RECORDED", "end of day 20260107 COMPLETED");
    }

    @Test
    void beginsNoOtherDayWhileItIsUnderWay() {
        prepare();
        apply(Actions.endOfDay(20260107, 1));

        assertThat(apply(Actions.endOfDay(20260108, 1)).outcome).isEqualTo(Outcome.END_OF_DAY_RUNNING);
        finish(20260107, 5);
        assertThat(apply(Actions.endOfDay(20260108, 1_000)).entityId).isZero();
    }

    private void prepare() {
        prepare(settled);
    }

    /** A trade that settles, an order of the day, a dividend and interest. */
    private static void prepare(SettledMarket market) {
        market.runAll("rules T+1, A sells 10@100, B buys 10@100, C buys 7@90 day");
        Dispatch.apply(market.engine(), market.market().identify(Actions.interest()));
        Dispatch.apply(market.engine(), market.market().identify(Actions.dividend(1)));
    }

    private void finish(int date, int items) {
        while (apply(Actions.endOfDay(date, items)).entityId != 0) {
            settled.engine().audit();
        }
    }

    private Reply apply(Command command) {
        return Dispatch.apply(settled.engine(), settled.market().identify(command));
    }
}
