package io.pharos.benchmarks.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.benchmarks.core.CoreMarket;
import io.pharos.benchmarks.core.WorkloadShape;
import io.pharos.core.command.CancelOrder;
import io.pharos.core.command.PlaceOrder;
import io.pharos.core.command.ReplaceOrder;
import io.pharos.core.engine.Reply;
import io.pharos.platform.replay.plan.Entry;
import io.pharos.platform.replay.plan.Planner;
import io.pharos.platform.replay.plan.Step;
import io.pharos.platform.replay.recording.AlignedRows;
import io.pharos.platform.replay.recording.BookSide;
import io.pharos.platform.replay.recording.RecordedMessage;
import io.pharos.platform.replay.recording.RecordedRow;
import io.pharos.platform.replay.recording.Recording;
import io.pharos.protocol.OrderType;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Side;
import io.pharos.protocol.TimeInForce;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Plays real recordings straight into the core, and holds its book against the record. */
class ReplayOnCoreTest {
    private static final String HOUR = "AAPL_2012-06-21_34200000_37800000_";
    private static final long CASH_MINOR = 1_000_000_000_000_000L;
    private static final long SHARES = 1_000_000_000_000L;

    private record Outcomes(int rows, List<Integer> differing, int executions, int sameOrder) {}

    private final CoreBook book = new CoreBook();
    private final CoreMarket market = new CoreMarket(new WorkloadShape(1, 1, 0), book, CASH_MINOR, SHARES);
    private final Map<Long, Long> orderIds = new HashMap<>();

    @Test
    void equalsEachRecordedRowOfFiftyLevels() {
        Outcomes outcomes = play(
                Recording.open(file("AAPL_672_message_50.csv"), List.of(file("AAPL_672_orderbook_50.csv.gz")), null));
        assertThat(outcomes).isEqualTo(new Outcomes(671, List.of(), 56, 56));
    }

    @Test
    void equalsEachRowOfTenLevelsButThoseThatTheDataExplain() {
        Outcomes outcomes = play(
                Recording.open(file("AAPL_998_message_10.csv"), List.of(file("AAPL_998_orderbook_10.csv.gz")), null));
        assertThat(outcomes)
                .isEqualTo(new Outcomes(
                        998, List.of(13, 48, 85, 147, 150, 151, 235, 297, 319, 441, 488, 594, 617, 846), 98, 98));
    }

    @Test
    void equalsTheBestQuotesOfTheFirstHourBetterThanAPlainReplayDoes() {
        Outcomes outcomes = play(Recording.open(
                file(HOUR + "message_50.csv.gz"),
                List.of(file(HOUR + "bestquote_aligned.csv.gz")),
                file("AAPL_672_orderbook_50.csv.gz")));
        assertThat(outcomes.rows - outcomes.differing.size()).isGreaterThanOrEqualTo(91_906);
        assertThat(outcomes).isEqualTo(new Outcomes(91_996, List.of(54_607), 4_067, 4_058));
    }

    private Outcomes play(Recording recording) {
        Planner planner = new Planner(recording);
        planner.seed().forEach(this::apply);
        assertThat(book.equalsTopOf(recording.seed())).as("the seeded book").isTrue();
        List<Integer> differing = new ArrayList<>();
        int rowCount = 0;
        int executions = 0;
        int sameOrder = 0;
        try (AlignedRows rows = recording.rows()) {
            rows.next();
            for (RecordedMessage message :
                    recording.messages().subList(1, recording.messages().size())) {
                List<RecordedRow> current = rows.next();
                Step step = planner.step(message, current);
                book.takeFilledMakers();
                step.play().forEach(this::apply);
                rowCount++;
                if (!current.stream().allMatch(book::equalsTopOf)) {
                    differing.add(message.line());
                }
                Step.Execution execution = step.execution();
                if (execution != null) {
                    executions++;
                    boolean same =
                            book.takeFilledMakers().equals(List.of(orderIds.getOrDefault(execution.makerKey(), 0L)));
                    sameOrder += same ? 1 : 0;
                }
                step.repair().forEach(this::apply);
            }
        }
        return new Outcomes(rowCount, differing, executions, sameOrder);
    }

    private void apply(Entry entry) {
        Reply reply = switch (entry) {
            case Entry.Place place -> {
                PlaceOrder command = market.identify(new PlaceOrder());
                command.accountId = CoreMarket.FIRST_CUSTOMER;
                command.instrumentId = CoreMarket.FIRST_INSTRUMENT;
                command.side = place.side() == BookSide.BID ? Side.BUY : Side.SELL;
                command.orderType = OrderType.LIMIT;
                command.timeInForce = place.immediate() ? TimeInForce.IOC : TimeInForce.GTC;
                command.priceTicks = place.price() / CoreBook.PRICE_PER_TICK;
                command.quantityLots = place.quantity();
                yield market.engine().apply(command);
            }
            case Entry.Replace replace -> {
                ReplaceOrder command = market.identify(new ReplaceOrder());
                command.accountId = CoreMarket.FIRST_CUSTOMER;
                command.orderId = orderIds.getOrDefault(replace.key(), 0L);
                command.priceTicks = replace.price() / CoreBook.PRICE_PER_TICK;
                command.quantityLots = replace.totalQuantity();
                yield market.engine().apply(command);
            }
            case Entry.Cancel cancel -> {
                CancelOrder command = market.identify(new CancelOrder());
                command.accountId = CoreMarket.FIRST_CUSTOMER;
                command.orderId = orderIds.getOrDefault(cancel.key(), 0L);
                yield market.engine().apply(command);
            }
        };
        assertThat(reply.outcome).as("%s", entry).isEqualTo(Outcome.ACCEPTED);
        if (entry instanceof Entry.Place) {
            orderIds.put(entry.key(), reply.entityId);
        }
    }

    private static Path file(String name) {
        Path shared = Optional.ofNullable(System.getProperty("pharos.shared"))
                .or(() -> Optional.ofNullable(System.getenv("PHAROS_SHARED")))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("pharos.basedir", "."), "..", "shared"));
        Path file = shared.resolve("data/lob/lobster").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "skipped: no recording at " + file + " (see pharos.shared)");
        return file;
    }
}
