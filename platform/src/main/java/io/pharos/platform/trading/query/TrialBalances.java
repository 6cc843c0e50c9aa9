package io.pharos.platform.trading.query;

import io.pharos.cluster.journal.JournalReader;
import io.pharos.cluster.journal.JournalSource;
import io.pharos.cluster.message.CoreEvent;
import io.pharos.platform.peer.RoleUnavailable;
import io.pharos.platform.trading.projection.ProjectionProgress;
import io.pharos.platform.trading.projection.TrialFold;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The trial balance at any sequence: the lines kept for the nearest earlier sequence, and the postings of the journal from
 * there on. Asked one by one, as each answer reads the journal.
 */
public final class TrialBalances {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final JournalSource journal;
    private final ProjectionProgress progress;
    private final ReentrantLock one = new ReentrantLock();

    public TrialBalances(JdbcClient jdbc, JournalSource journal, ProjectionProgress progress) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.progress = progress;
    }

    /** The last sequence that can be asked for. */
    public long lastSequence() {
        return progress.sequence();
    }

    /**
     * The lines after the event of a sequence; empty where that sequence has not been reached.
     *
     * @param sequence 0 for before the first event
     * @throws RoleUnavailable when the journal could not be read in time
     */
    public Optional<TrialFold> at(long sequence) {
        if (sequence < 0 || sequence > lastSequence()) {
            return Optional.empty();
        }
        TrialFold fold = new TrialFold();
        long from = checkpoint(sequence, fold);
        if (from < sequence) {
            read(from, sequence, fold);
        }
        return Optional.of(fold);
    }

    private long checkpoint(long sequence, TrialFold fold) {
        long[] from = {0};
        jdbc.sql("""
                SELECT * FROM trial_checkpoint WHERE sequence =
                    (SELECT max(sequence) FROM trial_checkpoint WHERE sequence <= :sequence)""").param("sequence", sequence).query(row -> {
            from[0] = row.getLong("sequence");
            fold.add(
                    new TrialFold.Key(row.getLong("account_class"), row.getInt("asset_id")),
                    new TrialFold.Turnover(
                            whole(row.getBigDecimal("paid_minor")), whole(row.getBigDecimal("received_minor"))));
        });
        return from[0];
    }

    private void read(long from, long to, TrialFold fold) {
        one.lock();
        try {
            CompletableFuture<Void> reached = new CompletableFuture<>();
            JournalReader reader = JournalReader.open("trial-balance", journal, from, (events, position) -> {
                for (CoreEvent event : events) {
                    if (event.sequence() <= to && event instanceof CoreEvent.Posted posted && !reached.isDone()) {
                        fold.fold(posted);
                    }
                }
                if (position.sequence() >= to) {
                    reached.complete(null);
                }
            });
            try {
                reached.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } finally {
                reader.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoleUnavailable("core", null, e);
        } catch (TimeoutException | ExecutionException e) {
            throw new RoleUnavailable("core", null, e);
        } finally {
            one.unlock();
        }
    }

    private static BigInteger whole(BigDecimal number) {
        return number.toBigIntegerExact();
    }
}
