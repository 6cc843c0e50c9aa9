package io.pharos.platform.replay.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingTest {
    private static final String MESSAGE = "34200.5,1,11,100,1000000,1";
    private static final String ROW = "1000100,50,1000000,300,9999999999,0,999900,20";

    @TempDir
    Path directory;

    @Test
    void readsPlainAndGzipFilesAlike() throws IOException {
        Path plain = write("messages.csv", MESSAGE + "\n34200.75,3,11,100,1000000,1\n");
        Path packed = directory.resolve("messages.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(plain));
        }
        assertThat(MessageReader.read(packed)).isEqualTo(MessageReader.read(plain));
        assertThat(MessageReader.read(plain))
                .containsExactly(
                        new RecordedMessage(
                                1,
                                34_200_500_000_000L,
                                RecordedMessage.Kind.SUBMISSION,
                                11,
                                100,
                                1_000_000,
                                BookSide.BID),
                        new RecordedMessage(
                                2,
                                34_200_750_000_000L,
                                RecordedMessage.Kind.DELETION,
                                11,
                                100,
                                1_000_000,
                                BookSide.BID));
    }

    @Test
    void passesOverALineOfNames() throws IOException {
        Path messages = write("messages.csv", "Time,Type,OrderId,Size,Price,Direction\n" + MESSAGE + "\n");
        assertThat(MessageReader.read(messages)).singleElement().returns(2, RecordedMessage::line);
    }

    @Test
    void leavesUnoccupiedLevelsOutOfARow() throws IOException {
        RecordedRow row = RowReader.first(write("book.csv", ROW + "\n"));
        assertThat(row.levels()).isEqualTo(2);
        assertThat(row.occupied(BookSide.ASK)).isEqualTo(1);
        assertThat(row.occupied(BookSide.BID)).isEqualTo(2);
        assertThat(row.quantityAt(BookSide.BID, 999_900)).isEqualTo(20);
        assertThat(row.shows(BookSide.ASK, 2_000_000))
                .as("a side with room to spare shows every price")
                .isTrue();
        assertThat(row.shows(BookSide.BID, 999_800)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            34200.5,1,11,100,1000000         | :1: expected 6 columns (time, type, order id, size, price, direction), found 5
            34200.5,8,11,100,1000000,1       | :1: type '8' is not one of 1 to 7
            34200.5,1,eleven,100,1000000,1   | :1: order id is not a whole number: 'eleven'
            34200.5,1,11,0,1000000,1         | :1: size 0 is outside 1 to 1000000000
            34200.5,1,11,100,-5,1            | :1: price -5 is outside 1 to 1000000000000
            34200.5,1,11,100,1000000,0       | :1: direction 0 is neither 1 nor -1
            noon,1,11,100,1000000,1          | :1: time is not a number of seconds: 'noon'
            """)
    void namesFileLineAndReasonOfAMalformedMessage(String line, String reason) throws IOException {
        // The first line may be names, so the malformed one is numbered from the second on as well.
        Path messages = write("messages.csv", line.startsWith("noon") ? "34200,7,0,0,-1,-1\n" + line : line);
        String expected = line.startsWith("noon") ? reason.replace(":1:", ":2:") : reason;
        assertThatExceptionOfType(RecordingException.class)
                .isThrownBy(() -> MessageReader.read(messages))
                .withMessage(messages + expected);
    }

    @Test
    void refusesTimesThatRunBackwards() throws IOException {
        Path messages = write("messages.csv", MESSAGE + "\n34200.4,3,11,100,1000000,1\n");
        assertThatExceptionOfType(RecordingException.class)
                .isThrownBy(() -> MessageReader.read(messages))
                .withMessage(messages + ":2: its time is before the line above");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1000100,50,1000000                          | :1: expected four columns for each level, found 3 columns
            1000100,-1,1000000,300                      | :1: size -1 is negative
            1000100,50,1000000,300,1000100,5,999900,20  | :1: level 2 is not worse than the level above
            1000100,0,1000000,300,1000200,5,999900,20   | :1: level 2 has orders, the level above or its price has none
            """)
    void namesFileLineAndReasonOfAMalformedRow(String line, String reason) throws IOException {
        Path book = write("book.csv", line);
        assertThatExceptionOfType(RecordingException.class)
                .isThrownBy(() -> RowReader.first(book))
                .withMessage(book + reason);
    }

    @Test
    void refusesABookWithMoreOrFewerRowsThanMessages() throws IOException {
        Path messages = write("messages.csv", MESSAGE + "\n34200.75,3,11,100,1000000,1\n");
        Path longer = write("longer.csv", (ROW + "\n").repeat(3));
        Path shorter = write("shorter.csv", ROW + "\n");
        assertThatExceptionOfType(RecordingException.class)
                .isThrownBy(() -> Recording.open(messages, List.of(longer), null))
                .withMessage(longer + ": has 3 rows for the 2 messages of " + messages);
        assertThatExceptionOfType(RecordingException.class)
                .isThrownBy(() -> Recording.open(messages, List.of(shorter), null))
                .withMessageContaining("the files do not belong together");
    }

    @Test
    void refusesABookThatDoesNotShowTheFirstOrder() throws IOException {
        Path messages = write("messages.csv", "34200.5,1,11,500,1000000,1\n");
        Path book = write("book.csv", ROW + "\n");
        assertThatExceptionOfType(RecordingException.class)
                .isThrownBy(() -> Recording.open(messages, List.of(book), null))
                .withMessage(book + ":1: does not show the order that line 1 of " + messages
                        + " submits: the files do not belong together");
    }

    @Test
    void saysThatAFileIsMissing() {
        Path missing = directory.resolve("nowhere.csv");
        assertThatExceptionOfType(RecordingException.class)
                .isThrownBy(() -> MessageReader.read(missing))
                .withMessage(missing + ": no such file");
    }

    private Path write(String name, String text) throws IOException {
        return Files.write(directory.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
