package io.pharos.simulation.check;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.LimitKind;
import io.pharos.protocol.RiskScope;
import io.pharos.protocol.Side;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Limits and kill switches as {@code docs/concepts/risk.md} says them. */
final class RefRisk {
    /** What a limit or a switch stands over: 0 is the firm, or the default of all customers or instruments. */
    record Over(RiskScope scope, long subjectId) {}

    private record Limited(Over over, LimitKind kind) {}

    /** What was spent of the messages of a second, in billionths of a message. */
    private record Bucket(BigInteger spent, long atNanos) {}

    private static final long INHERIT = -1;
    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000L);
    private static final Over FIRM = new Over(RiskScope.FIRM, 0);

    private final Map<Long, AccountKind> accounts;
    private final Map<Limited, Long> limits = new HashMap<>();
    private final Map<Over, Bucket> buckets = new HashMap<>();
    private final Set<Over> engaged = new LinkedHashSet<>();

    /** Whether it could not be told how many messages a refused command was, so that rates are not judged any more. */
    boolean isUncertain;

    RefRisk(Map<Long, AccountKind> accounts) {
        this.accounts = accounts;
    }

    /** The value of a limit itself; -1 where the default counts. */
    long value(CoreCommand.SetLimit limit) {
        return own(new Over(limit.scope(), limit.subjectId()), limit.limitKind());
    }

    void set(CoreCommand.SetLimit limit) {
        limits.put(new Limited(new Over(limit.scope(), limit.subjectId()), limit.limitKind()), limit.value());
    }

    boolean isEngaged(RiskScope scope, long subjectId) {
        return engaged.contains(new Over(scope, subjectId));
    }

    void engage(RiskScope scope, long subjectId, boolean engage) {
        if (engage) {
            engaged.add(new Over(scope, subjectId));
        } else {
            engaged.remove(new Over(scope, subjectId));
        }
    }

    /** The engaged switches, oldest first. */
    List<Over> engaged() {
        return List.copyOf(engaged);
    }

    /** Whether nothing may trade in an instrument. */
    boolean isBlocked(RefInstrument of) {
        return engaged.contains(FIRM) || isEngaged(RiskScope.INSTRUMENT, of.terms.instrumentId());
    }

    /** The strictest of the limits that bind an order; 0 for none. */
    long strictest(LimitKind kind, long accountId, RefInstrument of) {
        return bearers(accountId, of.terms.instrumentId()).stream()
                .mapToLong(over -> bound(over, kind))
                .filter(bound -> bound != 0)
                .min()
                .orElse(0);
    }

    /** A price, but no worse than the collar around the last price allows. */
    long collared(long accountId, RefInstrument of, Side side, long price) {
        int ppm = (int) strictest(LimitKind.PRICE_COLLAR, accountId, of);
        long mark = of.mark();
        if (ppm == 0 || mark == 0) {
            return price;
        }
        return side == Side.BUY
                ? Math.min(price, RefInstrument.shifted(mark, ppm))
                : Math.max(price, Math.max(1, RefInstrument.shifted(mark, -ppm)));
    }

    /** What binds by itself: the firm, the account, the instrument, each with its own limit or its default. */
    List<Over> bearers(long accountId, int instrumentId) {
        List<Over> bearers = new ArrayList<>();
        bearers.add(FIRM);
        bearers.add(new Over(RiskScope.ACCOUNT, accountId));
        if (instrumentId != 0) {
            bearers.add(new Over(RiskScope.INSTRUMENT, instrumentId));
        }
        return bearers;
    }

    /** The limit that stands over a bearer; 0 for none. */
    long bound(Over over, LimitKind kind) {
        long own = own(over, kind);
        if (own != INHERIT) {
            return own;
        }
        boolean isHouse = over.scope() == RiskScope.ACCOUNT && accounts.get(over.subjectId()) == AccountKind.HOUSE;
        long inherited = isHouse ? INHERIT : own(new Over(over.scope(), 0), kind);
        return inherited == INHERIT ? 0 : inherited;
    }

    /** Whether account, instrument and firm may each send so many messages more. */
    boolean maySend(int messages, long accountId, int instrumentId, long nowNanos) {
        BigInteger more = BILLION.multiply(BigInteger.valueOf(messages));
        for (Over over : bearers(accountId, instrumentId)) {
            BigInteger rate = BigInteger.valueOf(bound(over, LimitKind.MESSAGE_RATE));
            if (rate.signum() != 0 && spent(over, rate, nowNanos).add(more).compareTo(rate.multiply(BILLION)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Counts a message with all who have a rate. */
    void sent(long accountId, int instrumentId, long nowNanos) {
        for (Over over : bearers(accountId, instrumentId)) {
            BigInteger rate = BigInteger.valueOf(bound(over, LimitKind.MESSAGE_RATE));
            if (rate.signum() != 0) {
                BigInteger spent = spent(over, rate, nowNanos).add(BILLION);
                buckets.put(over, new Bucket(spent.min(rate.multiply(BILLION)), nowNanos));
            }
        }
    }

    private BigInteger spent(Over over, BigInteger rate, long nowNanos) {
        Bucket bucket = buckets.get(over);
        if (bucket == null) {
            return BigInteger.ZERO;
        }
        BigInteger cameBack = rate.multiply(BigInteger.valueOf(nowNanos - bucket.atNanos()));
        return bucket.spent().min(rate.multiply(BILLION)).subtract(cameBack).max(BigInteger.ZERO);
    }

    private long own(Over over, LimitKind kind) {
        return limits.getOrDefault(new Limited(over, kind), INHERIT);
    }
}
