package io.pharos.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.pharos.protocol.Bucket;
import io.pharos.protocol.PostingCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The published chart of accounts is that of the core. */
class ChartOfAccountsTest {
    private static final Pattern CODE = Pattern.compile("\\| (\\d+) \\| `([A-Z_]+)` \\|(?: [^|]+\\|){2} .+ \\|");
    private static final Pattern BUCKET = Pattern.compile("\\| `([A-Z_]+)` \\| .+ \\|");

    @Test
    void publishesEveryCodeWithWhoPaysAndWhoReceives() throws Exception {
        assertThat(rows(CODE, "$1 $2"))
                .isEqualTo(Arrays.stream(PostingCode.values())
                        .filter(code -> code != PostingCode.NONE)
                        .map(code -> code.code() + " " + code)
                        .toList());
    }

    @Test
    void publishesEveryBucket() throws Exception {
        assertThat(rows(BUCKET, "$1"))
                .isEqualTo(Arrays.stream(Bucket.values())
                        .filter(bucket -> bucket != Bucket.NONE)
                        .map(Bucket::name)
                        .toList());
    }

    private static List<String> rows(Pattern pattern, String as) throws Exception {
        List<String> rows = new ArrayList<>();
        Path root = Path.of(System.getProperty("pharos.basedir", ".."));
        for (String line : Files.readAllLines(root.resolve("docs/reference/chart-of-accounts.md"))) {
            Matcher row = pattern.matcher(line);
            if (row.matches()) {
                rows.add(row.replaceFirst(as));
            }
        }
        return rows;
    }
}
