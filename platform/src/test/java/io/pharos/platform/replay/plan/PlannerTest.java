package io.pharos.platform.replay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.platform.replay.plan.Difference.Explanation;
import io.pharos.platform.replay.plan.Entry.Cancel;
import io.pharos.platform.replay.plan.Entry.Place;
import io.pharos.platform.replay.plan.Entry.Replace;
import io.pharos.platform.replay.recording.AlignedRows;
import io.pharos.platform.replay.recording.BookSide;
import io.pharos.platform.replay.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {
    @TempDir
    Path directory;

    private List<Entry> seeded = List.of();

    @Test
    void seedsALevelWithTheOrdersThatLaterMessagesNameThenTheRestThenTheFirstMessage() throws IOException {
        plan("""
                1,1,90,10,500,1
                2,3,20,5,500,1
                3,2,7,5,500,1
                """, """
                600,1,500,100
                600,1,500,95
                600,1,500,90
                """);
        assertThat(seeded)
                .containsExactly(
                        new Place(1, BookSide.BID, 500, 5, false),
                        new Place(2, BookSide.BID, 500, 5, false),
                        new Place(3, BookSide.BID, 500, 80, false),
                        new Place(4, BookSide.BID, 500, 10, false),
                        new Place(5, BookSide.ASK, 600, 1, false));
    }

    @Test
    void playsEachKindOfMessageByOrdinaryOrderEntry() throws IOException {
        List<Step> steps = plan("""
                1,1,10,100,500,1
                2,1,11,40,600,-1
                3,2,10,30,500,1
                4,5,0,70,550,-1
                5,4,11,15,600,-1
                6,3,10,70,500,1
                7,7,0,0,-1,-1
                """, """
                9999999999,0,500,100
                600,40,500,100
                600,40,500,70
                600,40,500,70
                600,25,500,70
                600,25,-9999999999,0
                600,25,-9999999999,0
                """);
        assertThat(steps)
                .extracting(Step::play)
                .containsExactly(
                        List.of(new Place(2, BookSide.ASK, 600, 40, false)),
                        List.of(new Replace(1, 500, 70)),
                        List.of(),
                        List.of(new Place(3, BookSide.BID, 600, 15, true)),
                        List.of(new Cancel(1)),
                        List.of());
        assertThat(steps.get(3).execution()).isEqualTo(new Step.Execution(3, 2, true, ""));
        assertThat(steps).allSatisfy(step -> assertThat(step.differences()).isEmpty());
    }

    @Test
    void countsFilledSharesIntoTheTotalOfAReducedOrder() throws IOException {
        List<Step> steps = plan("""
                1,1,10,100,500,1
                2,4,10,30,500,1
                3,2,10,20,500,1
                """, """
                9999999999,0,500,100
                9999999999,0,500,70
                9999999999,0,500,50
                """);
        assertThat(steps.get(1).play()).containsExactly(new Replace(1, 500, 80));
    }

    @Test
    void putsBothOrdersRightWhenTheRecordPassedOverTheFirst() throws IOException {
        List<Step> steps = plan("""
                1,1,10,100,500,1
                2,1,11,100,500,1
                3,4,11,60,500,1
                4,3,10,100,500,1
                """, """
                9999999999,0,500,100
                9999999999,0,500,200
                9999999999,0,500,140
                9999999999,0,500,40
                """);
        Step passedOver = steps.get(1);
        assertThat(passedOver.play())
                .containsExactly(
                        new Place(3, BookSide.ASK, 500, 60, true), new Replace(2, 500, 40), new Replace(1, 500, 160));
        assertThat(passedOver.execution())
                .isEqualTo(new Step.Execution(
                        3, 2, false, "NASDAQ passed over order 10 (line 1), which was first at this price"));
        assertThat(steps.get(2).play()).containsExactly(new Cancel(1));
        assertThat(steps).allSatisfy(step -> assertThat(step.differences()).isEmpty());
    }

    @Test
    void comparesBeforeItTakesOverALevelThatCameIntoView() throws IOException {
        List<Step> steps = plan("""
                1,1,10,100,500,1
                2,3,10,100,500,1
                3,3,5,20,480,1
                """, """
                600,1,500,100
                600,1,480,20
                600,1,470,9
                """);
        Step came = steps.getFirst();
        assertThat(came.play()).containsExactly(new Cancel(1));
        assertThat(came.differences())
                .containsExactly(new Difference(
                        BookSide.BID,
                        480,
                        20,
                        0,
                        Explanation.LEVEL_CAME_INTO_VIEW,
                        "row 1 ends at 500; what happened at this price beyond it has no message"));
        assertThat(came.repair()).containsExactly(new Place(3, BookSide.BID, 480, 20, false));
        assertThat(steps.get(1).play()).containsExactly(new Cancel(3));
        assertThat(steps.get(1).differences()).hasSize(1);
    }

    @Test
    void cancelsAnOrderThatLeftWhileItsPriceWasOutOfView() throws IOException {
        List<Step> steps = plan("""
                1,1,10,100,500,1
                2,1,11,50,510,1
                3,3,11,50,510,1
                """, """
                600,1,500,100
                600,1,510,50
                600,1,490,7
                """);
        assertThat(steps.get(1).differences())
                .extracting(Difference::explanation)
                .containsExactly(Explanation.ORDER_LEFT_OUT_OF_VIEW, Explanation.LEVEL_CAME_INTO_VIEW);
        assertThat(steps.get(1).repair()).containsExactly(new Cancel(1), new Place(4, BookSide.BID, 490, 7, false));
    }

    private List<Step> plan(String messages, String rows) throws IOException {
        Path messageFile = Files.writeString(directory.resolve("messages.csv"), messages);
        Path bookFile = Files.writeString(directory.resolve("book.csv"), rows);
        Recording recording = Recording.open(messageFile, List.of(bookFile), null);
        Planner planner = new Planner(recording);
        seeded = planner.seed();
        List<Step> steps = new ArrayList<>();
        try (AlignedRows aligned = recording.rows()) {
            aligned.next();
            recording.messages().stream().skip(1).forEach(message -> steps.add(planner.step(message, aligned.next())));
        }
        return steps;
    }
}
