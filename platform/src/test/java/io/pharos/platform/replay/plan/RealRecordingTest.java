package io.pharos.platform.replay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.replay.plan.Difference.Explanation;
import io.pharos.platform.replay.recording.AlignedRows;
import io.pharos.platform.replay.recording.RecordedMessage;
import io.pharos.platform.replay.recording.RecordedRow;
import io.pharos.platform.replay.recording.Recording;
import io.pharos.platform.replay.recording.SharedRecordings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far a price-time book that plays the plan follows real recordings. */
class RealRecordingTest {
    private record Outcome(int rows, List<Integer> differing, int executions, int sameOrder, List<Step> steps) {}

    @Test
    void followsEveryRowOfFiftyLevels() {
        Outcome outcome = plan(SharedRecordings.first672());
        assertThat(outcome.rows).isEqualTo(671);
        assertThat(outcome.differing).isEmpty();
        assertThat(outcome.executions).isEqualTo(56);
        assertThat(outcome.sameOrder).isEqualTo(56);
    }

    @Test
    void explainsEachRowThatTenLevelsDoNotDetermine() {
        Outcome outcome = plan(SharedRecordings.first999());
        assertThat(outcome.rows).isEqualTo(998);
        assertThat(outcome.differing)
                .containsExactly(13, 48, 85, 147, 150, 151, 235, 297, 319, 441, 488, 594, 617, 846);
        assertThat(outcome.steps)
                .flatExtracting(Step::differences)
                .extracting(Difference::explanation)
                .doesNotContain(Explanation.UNEXPLAINED);
        assertThat(outcome.executions).isEqualTo(98);
        assertThat(outcome.sameOrder).isEqualTo(98);
    }

    @Test
    void followsTheBestQuotesOfAnHourButOneThatItExplains() {
        Outcome outcome = plan(SharedRecordings.hour());
        assertThat(outcome.rows).isEqualTo(91_996);
        assertThat(outcome.differing).containsExactly(54_607);
        assertThat(outcome.steps)
                .flatExtracting(Step::differences)
                .extracting(Difference::explanation)
                .containsExactly(Explanation.ORDER_LEFT_OUT_OF_VIEW);
        assertThat(outcome.executions).isEqualTo(4_067);
        assertThat(outcome.sameOrder).isEqualTo(4_058);
    }

    @Test
    void explainsNearlyAllOfADayOfBestQuotesAlone() {
        Outcome outcome = plan(SharedRecordings.dayOfBestQuotes());
        assertThat(outcome.rows - outcome.differing.size()).isGreaterThan(48_000);
        assertThat(outcome.steps)
                .flatExtracting(Step::differences)
                .filteredOn(difference -> difference.explanation() == Explanation.UNEXPLAINED)
                .hasSizeLessThan(50);
    }

    private static Outcome plan(Recording recording) {
        Planner planner = new Planner(recording);
        planner.seed();
        List<Integer> differing = new ArrayList<>();
        List<Step> executions = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        int sameOrder = 0;
        int rowCount = 0;
        try (AlignedRows rows = recording.rows()) {
            rows.next();
            for (RecordedMessage message :
                    recording.messages().subList(1, recording.messages().size())) {
                List<RecordedRow> current = rows.next();
                Step step = planner.step(message, current);
                steps.add(step);
                rowCount += current.isEmpty() ? 0 : 1;
                if (!step.differences().isEmpty()) {
                    differing.add(message.line());
                }
                Step.Execution execution = step.execution();
                if (execution != null) {
                    executions.add(step);
                    sameOrder += execution.sameOrder() ? 1 : 0;
                }
            }
        }
        return new Outcome(rowCount, differing, executions.size(), sameOrder, steps);
    }
}
