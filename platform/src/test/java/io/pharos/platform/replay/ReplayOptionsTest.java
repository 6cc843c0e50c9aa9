package io.pharos.platform.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayOptionsTest {
    @Test
    void takesValuesAfterABlankOrAnEqualsSign() {
        ReplayOptions options = ReplayOptions.parse(
                "--lobster",
                "m.csv",
                "--book=b.csv",
                "--book",
                "c.csv",
                "--instrument=AAPL",
                "--speed",
                "2.5",
                "--url",
                "http://127.0.0.1:9090/",
                "--in-flight=1");
        assertThat(options.messages()).isEqualTo(Path.of("m.csv"));
        assertThat(options.books()).containsExactly(Path.of("b.csv"), Path.of("c.csv"));
        assertThat(options.instrument()).isEqualTo("AAPL");
        assertThat(options.speed()).isEqualTo(2.5);
        assertThat(options.url()).isEqualTo(URI.create("http://127.0.0.1:9090"));
        assertThat(options.inFlight()).isEqualTo(1);
    }

    @Test
    void playsAsFastAsItGoesUnlessToldOtherwise() {
        assertThat(ReplayOptions.parse("--lobster", "m", "--book", "b", "--instrument", "AAPL")
                        .speed())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --book b --instrument AAPL                            | --lobster is missing: the file of messages
            --lobster m --instrument AAPL                         | --book is missing: the file of the book after each message
            --lobster m --book b                                  | --instrument is missing: the symbol to play into
            --lobster m --book b --instrument AAPL --speed fast   | --speed is neither max nor a number: fast
            --lobster m --book b --instrument AAPL --speed 0      | --speed is neither max nor a positive number: 0
            --lobster m --book b --instrument AAPL --url here     | --url is not an address like http://localhost:8080: here
            --lobster m --book b --instrument AAPL --in-flight 0  | --in-flight is outside 1 to 10000: 0
            --lobster m --book b --instrument AAPL --colour       | unknown option --colour
            --lobster                                             | --lobster needs a value
            """)
    void saysInOneLineWhatIsWrong(String line, String reason) {
        assertThatExceptionOfType(ReplayOptions.UsageException.class)
                .isThrownBy(() -> ReplayOptions.parse(line.split(" ")))
                .withMessage(reason);
    }

    @Test
    void aMissingFileEndsWithStatusOne() {
        assertThat(ReplayCommand.run("--lobster", "nowhere.csv", "--book", "b", "--instrument", "AAPL"))
                .isEqualTo(1);
    }

    @Test
    void aWrongCommandLineEndsWithStatusTwo() {
        assertThat(ReplayCommand.run("--lobster")).isEqualTo(2);
    }
}
