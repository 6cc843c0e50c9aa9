package io.pharos.platform.trading.query;

import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.trading.query.MarginQueries.Account;
import io.pharos.platform.trading.query.MarginQueries.Terms;
import java.math.BigInteger;
import java.util.Optional;

/** What a margin account could borrow, as it was valued last: a figure to show, which the core decides anew. */
public final class MarginPower {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private final MarginQueries queries;

    public MarginPower(MarginQueries queries) {
        this.queries = queries;
    }

    /** What an account could borrow to buy an instrument; empty without an agreement that finances it. */
    public Optional<Long> borrowableMinor(long accountId, Instrument instrument) {
        return queries.account(accountId)
                .filter(Account::active)
                .filter(account -> queries.program(account.programId())
                        .filter(program ->
                                program.assetId() == instrument.quote().assetId())
                        .isPresent())
                .flatMap(account -> queries.terms().stream()
                        .filter(terms -> terms.instrumentId() == instrument.instrumentId() && terms.financing())
                        .findFirst()
                        .map(terms -> borrowableMinor(account, terms)));
    }

    /** Free margin by the initial margin ratio, but for the credit limit; nothing while margin is called. */
    public static long borrowableMinor(Account account, Terms terms) {
        if (!account.status().equals("NORMAL") || !account.active()) {
            return 0;
        }
        BigInteger byMargin = BigInteger.valueOf(Math.max(0, account.excessMinor()))
                .multiply(MILLION)
                .divide(BigInteger.valueOf(terms.initialPpm()));
        long creditMinor = account.creditLimitMinor() - account.debtMinor() - account.reservedMinor();
        return byMargin.min(BigInteger.valueOf(Math.max(0, creditMinor))).longValueExact();
    }
}
