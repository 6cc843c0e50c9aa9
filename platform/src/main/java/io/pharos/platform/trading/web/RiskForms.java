package io.pharos.platform.trading.web;

import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.Caller.CallerRole;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.instrument.DecimalText;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.entry.TradingProblem;
import io.pharos.platform.trading.risk.RiskReason;
import io.pharos.protocol.LimitKind;
import io.pharos.protocol.RiskScope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What staff write about limits and kill switches, read strictly. */
final class RiskForms {
    private static final int REASON_LENGTH_MAX = 200;
    private static final String ACCOUNT_PREFIX = "acc_";

    private RiskForms() {}

    /**
     * A limit to set.
     *
     * @param account {@code acc_…}, with ACCOUNT; absent: all customers who have no limit of their own
     * @param symbol with INSTRUMENT; absent: all instruments that have no limit of their own
     * @param value decimal text in the unit of the kind; 0: no limit; absent with inherit
     * @param inherit take the limit back, so that the default counts again, or none
     * @param reasonCode why, in one word; absent: OTHER
     * @param reason why, in words of staff, 1 to 200 characters
     */
    record LimitForm(
            @Schema(implementation = RiskScope.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String scope,

            @Nullable String account,
            @Nullable String symbol,

            @Schema(implementation = LimitKind.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String kind,

            @Nullable @DecimalText String value,
            @Nullable Boolean inherit,

            @Schema(implementation = RiskReason.class) @Nullable
            String reasonCode,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {}

    /**
     * A kill switch to engage or release.
     *
     * @param account {@code acc_…}, with ACCOUNT
     * @param symbol with INSTRUMENT
     * @param confirmation FIRM, the account or the symbol once more, as a proof that no other one is meant
     */
    record SwitchForm(
            @Schema(implementation = RiskScope.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String scope,

            @Nullable String account,
            @Nullable String symbol,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Boolean engaged,

            @Schema(implementation = RiskReason.class) @Nullable
            String reasonCode,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String confirmation) {}

    /**
     * What a limit or switch stands over.
     *
     * @param instrument of one instrument only
     * @param name FIRM, the account or the symbol; empty for the default of all
     */
    record Subject(RiskScope scope, long id, @Nullable Instrument instrument, String name) {}

    static Subject subject(
            @Nullable String scopeText,
            @Nullable String account,
            @Nullable String symbol,
            InstrumentDirectory directory) {
        RiskScope scope = choice("/scope", RiskScope.class, scopeText);
        if (account != null && scope != RiskScope.ACCOUNT) {
            throw ProblemException.at("/account", TradingProblem.SCOPE_INVALID);
        }
        if (symbol != null && scope != RiskScope.INSTRUMENT) {
            throw ProblemException.at("/symbol", TradingProblem.SCOPE_INVALID);
        }
        if (account != null) {
            return new Subject(scope, accountId(account), null, account);
        }
        if (symbol != null) {
            Instrument instrument = directory
                    .bySymbol(symbol)
                    .orElseThrow(() -> ProblemException.at("/symbol", TradingProblem.INSTRUMENT_NOT_FOUND, symbol));
            return new Subject(scope, instrument.instrumentId(), instrument, symbol);
        }
        return new Subject(scope, 0, null, scope == RiskScope.FIRM ? scope.name() : "");
    }

    static String account(long accountId) {
        return ACCOUNT_PREFIX + accountId;
    }

    static String reason(@Nullable String text) {
        String reason = text == null ? "" : text.strip();
        if (reason.isEmpty() || reason.length() > REASON_LENGTH_MAX) {
            throw ProblemException.at("/reason", TradingProblem.REASON_REQUIRED, REASON_LENGTH_MAX);
        }
        return reason;
    }

    static RiskReason reasonCode(@Nullable String text) {
        return text == null ? RiskReason.OTHER : choice("/reasonCode", RiskReason.class, text);
    }

    static <E extends Enum<E>> E choice(String pointer, Class<E> type, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw ProblemException.at(pointer, EdgeProblem.VALUE_MISSING);
        }
        String name = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name) && !name.equals("NONE"))
                .findFirst()
                .orElseThrow(() -> ProblemException.at(pointer, EdgeProblem.VALUE_MALFORMED));
    }

    static void requireStaff(Caller caller) {
        if (caller.role() != CallerRole.STAFF) {
            throw new ProblemException(EdgeProblem.FORBIDDEN);
        }
    }

    /** The number of an account; what is no account is not found. */
    static long accountId(String account) {
        String digits = account.startsWith(ACCOUNT_PREFIX) ? account.substring(ACCOUNT_PREFIX.length()) : "";
        if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw ProblemException.at("/account", EdgeProblem.VALUE_MALFORMED);
        }
        long accountId = Long.parseLong(digits);
        if (accountId == 0) {
            throw ProblemException.at("/account", TradingProblem.ACCOUNT_NOT_FOUND);
        }
        return accountId;
    }
}
