package io.pharos.platform.trading.projection;

import io.pharos.cluster.message.CoreEvent.Posted;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up what classes of accounts paid and received of each asset. A class is an account of the house, the sandbox's
 * participants together, or the customers together; a posting within a class counts on both sides.
 */
public final class TrialFold {
    /** The class of the sandbox's participants, 900 to 949. */
    public static final long PARTICIPANTS = 900;

    /** The class of the customers, from 950 on. */
    public static final long CUSTOMERS = 950;

    /** A class of accounts and an asset. */
    public record Key(long accountClass, int assetId) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byAsset = Integer.compare(assetId, other.assetId);
            return byAsset != 0 ? byAsset : Long.compare(accountClass, other.accountClass);
        }
    }

    /** What a class paid and received, minor units. */
    public record Turnover(BigInteger paidMinor, BigInteger receivedMinor) {
        /** No turnover. */
        public static final Turnover NONE = new Turnover(BigInteger.ZERO, BigInteger.ZERO);

        Turnover plus(Turnover other) {
            return new Turnover(paidMinor.add(other.paidMinor), receivedMinor.add(other.receivedMinor));
        }
    }

    private final Map<Key, Turnover> lines = new TreeMap<>();

    /** The lines, by asset and class. */
    public Map<Key, Turnover> lines() {
        return lines;
    }

    /** Adds what was before. */
    public void add(Key key, Turnover turnover) {
        lines.merge(key, turnover, Turnover::plus);
    }

    /** Adds a posting. */
    public void fold(Posted e) {
        BigInteger amount = BigInteger.valueOf(e.amountMinor());
        add(new Key(classOf(e.debitAccountId()), e.assetId()), new Turnover(amount, BigInteger.ZERO));
        add(new Key(classOf(e.creditAccountId()), e.assetId()), new Turnover(BigInteger.ZERO, amount));
    }

    private static long classOf(long accountId) {
        return accountId < PARTICIPANTS ? accountId : accountId < CUSTOMERS ? PARTICIPANTS : CUSTOMERS;
    }
}
