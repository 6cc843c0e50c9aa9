package io.pharos.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.AssignFeeSchedule;
import io.pharos.core.command.CancelOrder;
import io.pharos.core.command.CollectReceivable;
import io.pharos.core.command.Command;
import io.pharos.core.command.DoubtVenueOrder;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.core.command.SetFeeSchedule;
import io.pharos.core.command.Transfer;
import io.pharos.core.command.VenueReport;
import io.pharos.core.fixture.Dispatch;
import io.pharos.core.fixture.EventText;
import io.pharos.core.fixture.FeeSchedules;
import io.pharos.core.fixture.Seeded;
import io.pharos.core.fixture.TestMarket;
import io.pharos.core.fixture.VenueCommands;
import io.pharos.core.fixture.VenueMarket;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.Rounding;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import io.pharos.protocol.VenueReportKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A venue that reports whatever it likes, in any order and as often as it likes. After every step the clearing account is
 * the opposite of the trades that the venue has reported and not taken back, added up independently here; the same steps
 * give the same state, and a snapshot at any point changes nothing.
 */
class VenueSimulationTest {
    private static final int STEPS = 1_500;
    private static final int MANY_REPORTS = 70_000;

    private final long seed = Seeded.seed("VenueSimulationTest", 4_711);

    /** A trade as the venue reported it. */
    private record Trade(Side side, long lots, long priceTicks) {}

    @Test
    void mirrorsWhatTheVenueReports() {
        for (int i = 0; i < 12; i++) {
            TestMarket market = market(seed + i);
            long cashMinor = clearing(market, TestMarket.CNY);
            long shares = clearing(market, TestMarket.SHR);
            Map<Long, Trade> live = new HashMap<>();
            Set<Long> known = new HashSet<>();
            for (Command command : steps(seed + i)) {
                Dispatch.apply(market.engine(), command);
                if (command instanceof VenueReport report) {
                    follow(report, live, known);
                }
                long paidMinor = 0;
                long delivered = 0;
                for (Trade trade : live.values()) {
                    long sign = trade.side == Side.BUY ? 1 : -1;
                    paidMinor += sign * trade.lots * trade.priceTicks;
                    delivered += sign * trade.lots;
                }
                assertThat(clearing(market, TestMarket.CNY)).isEqualTo(cashMinor + paidMinor);
                assertThat(clearing(market, TestMarket.SHR)).isEqualTo(shares - delivered);
            }
            market.engine().audit();
        }
    }

    @Test
    void replaysAndContinuesFromASnapshot() {
        Seeded random = new Seeded(seed);
        for (int i = 0; i < 8; i++) {
            TestMarket first = market(seed + i);
            TestMarket second = market(seed + i);
            List<Command> steps = steps(seed + i);
            int point = random.below(STEPS);
            steps.subList(0, point).forEach(command -> Dispatch.apply(first.engine(), command));
            steps.subList(0, point).forEach(command -> Dispatch.apply(second.engine(), command));
            assertThat(second.events().full()).isEqualTo(first.events().full());
            EventText events = new EventText();
            Engine restored =
                    SnapshotFixture.load(SnapshotFixture.save(first.engine()), EngineSettings.defaults(), events);
            first.events().clear();
            assertThat(restored.digest()).isEqualTo(first.engine().digest());

            for (Command command : steps.subList(point, STEPS)) {
                String expected = text(Dispatch.apply(first.engine(), command));
                assertThat(text(Dispatch.apply(restored, command))).isEqualTo(expected);
                assertThat(restored.digest()).isEqualTo(first.engine().digest());
            }
            assertThat(events.full()).isEqualTo(first.events().full());
            restored.audit();
        }
    }

    @Test
    void remembersTheLastReportsOnly() {
        TestMarket market = new TestMarket();
        VenueCommands.list(market, TestMarket.INSTRUMENT, VenueMarket.VENUE);
        for (int i = 1; i <= MANY_REPORTS; i++) {
            market.engine().apply(market.identify(fill(i, 77, 1, 100, Side.BUY)));
            if (i % 1_000 == 0) {
                market.events().clear();
            }
        }
        Engine restored = SnapshotFixture.copy(market.engine());
        assertThat(restored.digest()).isEqualTo(market.engine().digest());
        market.events().clear();

        market.engine().apply(market.identify(fill(MANY_REPORTS, 77, 1, 100, Side.BUY)));
        assertThat(market.events().terse()).isEmpty();
        market.engine().apply(market.identify(fill(1, 77, 1, 100, Side.BUY)));
        assertThat(market.events().terse()).contains("house takes 1@100");
        market.engine().audit();
    }

    private static void follow(VenueReport report, Map<Long, Trade> live, Set<Long> known) {
        if (!known.add(report.executionId)) {
            return;
        }
        boolean isKnown = known.contains(report.referenceId);
        Trade old = live.get(report.referenceId);
        switch (report.kind) {
            case FILL -> live.put(report.executionId, new Trade(report.side, report.lots, report.priceTicks));
            case CORRECT -> {
                if (!isKnown || old != null) {
                    Side side = old == null ? report.side : old.side;
                    live.put(report.executionId, new Trade(side, report.lots, report.priceTicks));
                }
            }
            default -> {}
        }
        if (report.kind == VenueReportKind.CORRECT || report.kind == VenueReportKind.BUST) {
            live.remove(report.referenceId);
            known.add(report.referenceId);
        }
    }

    private static TestMarket market(long seed) {
        Seeded random = new Seeded(~seed);
        TestMarket market = new TestMarket(terms -> {
            terms.makerFeePpm = random.below(5_000);
            terms.takerFeePpm = random.below(9_000);
            terms.sellTaxPpm = random.below(3_000);
        });
        VenueCommands.list(market, TestMarket.INSTRUMENT, VenueMarket.VENUE);
        VenueCommands.up(market, VenueMarket.VENUE);
        if (random.percent(70)) {
            SetFeeSchedule schedule = random.percent(50) ? FeeSchedules.aShare(1) : FeeSchedules.tiered(1);
            schedule.transferFeeAccountId = TestMarket.FEES;
            schedule.commissionMinimumMinor = random.below(3_000);
            schedule.commissionRounding = Rounding.ofCode(1 + random.below(4));
            market.engine().apply(market.identify(schedule));
            AssignFeeSchedule assign = new AssignFeeSchedule();
            assign.instrumentId = TestMarket.INSTRUMENT;
            assign.scheduleId = 1;
            market.engine().apply(market.identify(assign));
        }
        return market;
    }

    private static List<Command> steps(long seed) {
        Seeded random = new Seeded(seed);
        List<Command> steps = new ArrayList<>();
        long lastCommandId = 10_000;
        int orders = 0;
        while (steps.size() < STEPS) {
            int dice = random.below(100);
            Command command;
            if (dice < 20) {
                command = order(random);
                orders++;
            } else if (dice < 27) {
                CancelOrder cancel = new CancelOrder();
                cancel.accountId = account(random);
                cancel.orderId = 1L + random.below(orders + 1);
                command = cancel;
            } else if (dice < 36) {
                ReplaceOrder replace = new ReplaceOrder();
                replace.accountId = account(random);
                replace.orderId = 1L + random.below(orders + 1);
                replace.priceTicks = 90L + random.below(20);
                replace.quantityLots = 1L + random.below(60);
                command = replace;
            } else if (dice < 40) {
                DoubtVenueOrder doubt = new DoubtVenueOrder();
                doubt.orderId = 1L + random.below(orders + 1);
                doubt.requestNumber = 1 + random.below(3);
                command = doubt;
            } else if (dice < 46) {
                command = away(random);
            } else if (dice < 50) {
                CollectReceivable collect = new CollectReceivable();
                collect.accountId = account(random);
                collect.assetId = random.percent(50) ? TestMarket.CNY : TestMarket.SHR;
                command = collect;
            } else if (dice < 55 && !steps.isEmpty()) {
                command = again(random, steps);
            } else {
                command = report(random, orders);
            }
            command.clientId = 1;
            command.commandId = ++lastCommandId;
            steps.add(command);
        }
        return steps;
    }

    /** An earlier report in a new command: the venue says it again. */
    private static Command again(Seeded random, List<Command> steps) {
        if (steps.get(random.below(steps.size())) instanceof VenueReport first) {
            VenueReport repeated = new VenueReport();
            repeated.kind = first.kind;
            repeated.executionId = first.executionId;
            repeated.referenceId = first.referenceId;
            repeated.orderId = first.orderId;
            repeated.lots = first.lots;
            repeated.priceTicks = first.priceTicks;
            repeated.cumulativeLots = first.cumulativeLots;
            repeated.instrumentId = first.instrumentId;
            repeated.venueId = first.venueId;
            repeated.requestNumber = first.requestNumber;
            repeated.side = first.side;
            return repeated;
        }
        return away(random);
    }

    private static VenueReport report(Seeded random, int orders) {
        VenueReportKind[] kinds = VenueReportKind.values();
        VenueReportKind kind = random.percent(45) ? VenueReportKind.FILL : kinds[1 + random.below(kinds.length - 1)];
        VenueReport report = fill(
                1L + random.below(600),
                random.percent(5) ? 77_777 : 1L + random.below(orders + 1),
                1L + random.below(30),
                90L + random.below(20),
                random.percent(50) ? Side.BUY : Side.SELL);
        report.kind = kind;
        report.requestNumber = random.below(4);
        report.cumulativeLots = random.below(40);
        boolean refers = kind == VenueReportKind.CORRECT || kind == VenueReportKind.BUST;
        if (refers) {
            report.referenceId = 1L + (report.executionId + random.below(590)) % 600;
            if (report.referenceId == report.executionId) {
                report.referenceId = 601;
            }
        }
        return report;
    }

    private static VenueReport fill(long executionId, long orderId, long lots, long priceTicks, Side side) {
        VenueReport report = VenueCommands.report(
                VenueReportKind.FILL, TestMarket.INSTRUMENT, VenueMarket.VENUE, executionId, orderId, lots, priceTicks);
        report.side = side;
        return report;
    }

    private static PlaceOrder order(Seeded random) {
        PlaceOrder order = new PlaceOrder();
        order.accountId = account(random);
        order.instrumentId = TestMarket.INSTRUMENT;
        order.side = random.percent(50) ? Side.BUY : Side.SELL;
        order.orderType = random.percent(85) ? OrderType.LIMIT : OrderType.MARKET;
        order.timeInForce = random.percent(70) ? TimeInForce.GTC : TimeInForce.IOC;
        order.quantityLots = 1L + random.below(60);
        order.priceTicks = 90L + random.below(20);
        return order;
    }

    /** Shares or cash go away, so that a bust finds nothing to take. */
    private static Transfer away(Seeded random) {
        Transfer transfer = new Transfer();
        transfer.debitAccountId = account(random);
        transfer.creditAccountId = TestMarket.TAX;
        transfer.assetId = random.percent(50) ? TestMarket.CNY : TestMarket.SHR;
        transfer.amountMinor = transfer.assetId == TestMarket.CNY ? 400_000 : 4_500;
        transfer.code = random.percent(50) ? PostingCode.INTERNAL : PostingCode.WITHDRAWAL;
        return transfer;
    }

    private static long account(Seeded random) {
        return TestMarket.FIRST_CUSTOMER + random.below(3);
    }

    private static long clearing(TestMarket market, int assetId) {
        return market.engine().view().availableMinor(VenueCommands.CLEARING, assetId);
    }

    private static String text(Reply reply) {
        return reply.outcome + " " + reply.entityId + " " + reply.filledLots + " " + reply.remainingLots + " "
                + reply.sequence;
    }
}
