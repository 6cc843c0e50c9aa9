package io.pharos.platform.trading.entry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.pharos.platform.core.AccountWritten;
import io.pharos.platform.trading.projection.ProjectionProgress;
import java.time.Duration;
import org.springframework.context.event.EventListener;

/**
 * Lets customers read what they wrote: the sequence of each account's last write in this process, which a read waits
 * for, briefly. Thread-safe.
 */
public final class AccountWrites {
    /** The longest that a read waits; then it shows the earlier, consistent state. */
    static final Duration WAIT_MAX = Duration.ofMillis(750);

    private static final int ACCOUNTS_MAX = 100_000;

    private final ProjectionProgress progress;
    private final Cache<Long, Long> lastWrites = Caffeine.newBuilder()
            .maximumSize(ACCOUNTS_MAX)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    public AccountWrites(ProjectionProgress progress) {
        this.progress = progress;
    }

    /** Notes that an account's command was committed. */
    public void wrote(long accountId, long sequence) {
        lastWrites.asMap().merge(accountId, sequence, Math::max);
    }

    /** Notes what another module committed for an account. */
    @EventListener
    public void wrote(AccountWritten written) {
        wrote(written.accountId(), written.sequence());
    }

    /**
     * Waits until the tables show the account's last write.
     *
     * @param sequence that the reader has seen elsewhere; 0 = none
     * @return the sequence that the tables stand at
     */
    public long awaitLast(long accountId, long sequence) {
        Long last = lastWrites.getIfPresent(accountId);
        progress.await(Math.max(sequence, last == null ? 0 : last), WAIT_MAX);
        return progress.sequence();
    }
}
