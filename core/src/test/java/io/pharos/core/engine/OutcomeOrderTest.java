package io.pharos.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.core.command.Command;
import io.pharos.core.fixture.Dispatch;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The order of checks, as docs/reference/outcomes.md publishes it, held against the engine: each rule refuses alone, and of
 * two broken rules the earlier one wins. The rules and how to break them stand in {@link CheckedCommands}.
 */
class OutcomeOrderTest {
    private static final Pattern SECTION = Pattern.compile("### (.+)");
    private static final Pattern ITEM = Pattern.compile("\\d+\\. (.*)");
    private static final Pattern CODE = Pattern.compile("`([A-Z_]+)`");
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| `([A-Z_]+)` \\| .+ \\|");

    @Test
    void acceptsEachCommandThatBreaksNoRule() {
        for (CheckedCommand<?> checked : CheckedCommands.all()) {
            assertThat(outcome(checked, List.of())).as(checked.name()).isEqualTo(Outcome.ACCEPTED);
        }
    }

    @TestFactory
    Stream<DynamicTest> refusesByTheRuleThatIsBroken() {
        return CheckedCommands.all().stream().flatMap(OutcomeOrderTest::eachRule);
    }

    @TestFactory
    Stream<DynamicTest> refusesByTheEarlierOfTwoBrokenRules() {
        return CheckedCommands.all().stream().flatMap(OutcomeOrderTest::eachPairOfRules);
    }

    /** Those that stand for insufficient funds and holdings of a margin account are reached by {@code MarginSpecificationTest}. */
    @Test
    void reachesEveryOutcomeButTheOneOfClients() {
        Set<Outcome> reached = EnumSet.of(Outcome.ACCEPTED);
        for (CheckedCommand<?> checked : CheckedCommands.all()) {
            checked.rules().forEach(rule -> reached.add(rule.outcome()));
        }

        assertThat(EnumSet.complementOf(EnumSet.copyOf(reached)))
                .containsExactly(
                        Outcome.UNKNOWN,
                        Outcome.MARGIN_CALL_OPEN,
                        Outcome.MARGIN_NOT_ELIGIBLE,
                        Outcome.MARGIN_CREDIT_LIMIT,
                        Outcome.MARGIN_INSUFFICIENT,
                        Outcome.MARGIN_PLEDGED);
    }

    @Test
    void publishesTheOrderOfTheChecks() throws Exception {
        Map<String, List<List<String>>> tested = new LinkedHashMap<>();
        for (CheckedCommand<?> checked : CheckedCommands.all()) {
            tested.put(checked.name(), checked.outcomesByRank());
        }

        assertThat(publishedOrders()).isEqualTo(tested);
    }

    @Test
    void publishesEveryOutcomeWithItsCode() throws Exception {
        Map<String, Integer> published = new LinkedHashMap<>();
        for (String line : document()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                published.put(row.group(2), Integer.parseInt(row.group(1)));
            }
        }

        Map<String, Integer> codes = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            codes.put(outcome.name(), (int) outcome.code());
        }
        assertThat(published).isEqualTo(codes);
    }

    private static <C extends Command> Stream<DynamicTest> eachRule(CheckedCommand<C> checked) {
        return checked.rules().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        checked.name() + ": " + rule.outcome(),
                        () -> assertThat(outcome(checked, List.of(rule))).isEqualTo(rule.outcome())));
    }

    private static <C extends Command> Stream<DynamicTest> eachPairOfRules(CheckedCommand<C> checked) {
        return checked.rules().stream()
                .flatMap(earlier -> checked.rules().stream()
                        .filter(later -> earlier.rank() < later.rank())
                        .map(later -> DynamicTest.dynamicTest(
                                checked.name() + ": " + earlier.outcome() + " before " + later.outcome(),
                                () -> assertThat(outcome(checked, List.of(later, earlier)))
                                        .isEqualTo(earlier.outcome()))));
    }

    private static <C extends Command> Outcome outcome(
            CheckedCommand<C> checked, List<CheckedCommand.Rule<C>> brokenRules) {
        TestMarket market = CheckedCommands.market();
        C command = market.identify(checked.valid().apply(market));
        brokenRules.forEach(rule -> rule.breaker().accept(market, command));
        Outcome outcome = Dispatch.apply(market.engine(), command).outcome;
        market.engine().audit();
        return outcome;
    }

    private static Map<String, List<List<String>>> publishedOrders() throws Exception {
        Map<String, List<List<String>>> orders = new LinkedHashMap<>();
        List<List<String>> current = new ArrayList<>();
        for (String line : document()) {
            Matcher section = SECTION.matcher(line);
            Matcher item = ITEM.matcher(line);
            if (section.matches()) {
                current = new ArrayList<>();
                orders.put(section.group(1), current);
            } else if (item.matches()) {
                List<String> codes = CODE.matcher(item.group(1))
                        .results()
                        .map(result -> result.group(1))
                        .toList();
                if (!codes.isEmpty()) {
                    current.add(codes);
                }
            }
        }
        return orders;
    }

    private static List<String> document() throws Exception {
        Path root = Path.of(System.getProperty("pharos.basedir", ".."));
        return Files.readAllLines(root.resolve("docs/reference/outcomes.md"));
    }
}
