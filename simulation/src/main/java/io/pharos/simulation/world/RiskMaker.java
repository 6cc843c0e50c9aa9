package io.pharos.simulation.world;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.LimitKind;
import io.pharos.protocol.RiskScope;
import io.pharos.simulation.check.Known;
import io.pharos.simulation.run.Theme;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the commands of the risk desk: limits that bind now and then and are taken back, kill switches that are released
 * soon.
 */
final class RiskMaker extends CommandMaker {
    private static final int IN_HASTE = 100;
    private static final List<RiskScope> SCOPES = List.of(RiskScope.FIRM, RiskScope.ACCOUNT, RiskScope.INSTRUMENT);
    private static final List<LimitKind> KINDS =
            Stream.of(LimitKind.values()).filter(kind -> kind != LimitKind.NONE).toList();

    /** The release that follows an engagement at once, while it still cancels. */
    private @Nullable CoreCommand regret;

    RiskMaker(long seed) {
        super(seed, Theme.RISK, 130);
    }

    /** It hurries while a kill switch is engaged. */
    @Override
    boolean isNext(Known known) {
        boolean hurries = !known.engaged().isEmpty() && random.below(1_000) < IN_HASTE;
        return regret != null || hurries || super.isNext(known);
    }

    @Override
    CoreCommand command(Known known) {
        CoreCommand release = regret;
        if (release != null) {
            regret = null;
            return release;
        }
        List<CoreCommand.SetKillSwitch> engaged = known.engaged();
        if (!engaged.isEmpty() && random.percent(70)) {
            CoreCommand.SetKillSwitch one = random.oneOf(engaged);
            return killSwitch(one.scope(), one.subjectId(), random.percent(5));
        }
        if (random.percent(16)) {
            RiskScope scope = scope();
            long subject = subject(scope, 0);
            boolean engages = random.percent(85);
            regret = engages && random.percent(35) ? killSwitch(scope, subject, false) : null;
            return killSwitch(scope, subject, engages);
        }
        RiskScope scope = scope();
        LimitKind kind = kind();
        long subject = subject(scope, 35);
        return new CoreCommand.SetLimit(
                scope, subject, kind, odd(value(kind, scope, subject, known)), staff(), reason());
    }

    private LimitKind kind() {
        int dice = random.below(100);
        return dice < 85 ? random.oneOf(KINDS) : dice < 98 ? LimitKind.CONCENTRATION : LimitKind.NONE;
    }

    private CoreCommand killSwitch(RiskScope scope, long subjectId, boolean engages) {
        return new CoreCommand.SetKillSwitch(scope, subjectId, engages, staff(), reason());
    }

    private RiskScope scope() {
        return random.percent(98) ? random.oneOf(SCOPES) : RiskScope.NONE;
    }

    /** Mostly one that is there; the default of all in so many of 100 cases. */
    private long subject(RiskScope scope, int defaultPercent) {
        boolean isDefault = random.percent(scope == RiskScope.FIRM ? 98 : defaultPercent);
        if (isDefault) {
            return 0;
        }
        return scope == RiskScope.INSTRUMENT
                ? random.percent(95) ? 1 + random.below(Workload.INSTRUMENTS) : random.oneOf(3, 77)
                : Workload.FIRST_CUSTOMER + (random.percent(97) ? random.below(Workload.CUSTOMERS) : 40);
    }

    /** A value that binds now and then. */
    private long value(LimitKind kind, RiskScope scope, long subject, Known known) {
        int dice = random.below(100);
        if (dice < 35) {
            return dice < 22 ? -1 : 0;
        }
        return switch (kind) {
            case NONE -> 1;
            case ORDER_QUANTITY -> random.between(20, 65);
            case ORDER_NOTIONAL -> random.between(1_500, 20_000);
            case PRICE_COLLAR -> random.between(5_000, 60_000);
            case OPEN_ORDERS -> random.between(1, scope == RiskScope.ACCOUNT ? 3 : 12);
            case MESSAGE_RATE ->
                switch (scope) {
                    case ACCOUNT -> random.between(4, 40);
                    case INSTRUMENT -> random.between(15, 100);
                    default -> random.between(30, 200);
                };
            case CONCENTRATION -> {
                boolean isOne = scope == RiskScope.ACCOUNT && subject != 0;
                long account = isOne ? subject : Workload.FIRST_CUSTOMER + random.below(Workload.CUSTOMERS);
                yield known.worth(account, 1 + random.below(Workload.INSTRUMENTS)) + random.between(1, 9_000);
            }
        };
    }

    private long odd(long value) {
        return random.percent(3) ? random.oneOf(List.of(-2L, 1_000_000L, 1_000_001L, Long.MAX_VALUE, 1L << 62)) : value;
    }

    private long staff() {
        return random.between(1, 3);
    }

    private int reason() {
        return random.below(4);
    }
}
