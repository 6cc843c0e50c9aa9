package io.pharos.platform.trading.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads margin programs, terms, accounts, loans, calls and close-outs. Amounts are minor units of the program's asset. */
public final class MarginQueries {
    private static final int ACCOUNTS_MAX = 200;
    private static final int HISTORY_MAX = 100;

    private final JdbcClient jdbc;

    public MarginQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A margin program. */
    public record Program(
            int programId,
            int assetId,
            int calendarId,
            long lendingAccount,
            long incomeAccount,
            int closingPpm,
            int warningPpm,
            int restorePpm,
            int withdrawalPpm,
            int concentrationPpm,
            int dayCount,
            int callDays,
            int protectionPpm,
            long creditMaxMinor,
            long revalueNanos,
            long staffId) {}

    /** What an instrument counts as margin. */
    public record Terms(
            int instrumentId, int conversionPpm, int initialPpm, boolean collateral, boolean financing, long staffId) {}

    /** A margin account as it was valued last. */
    public record Account(
            long accountId,
            int programId,
            long creditLimitMinor,
            int ratePpm,
            boolean active,
            long debtMinor,
            long reservedMinor,
            long interestMinor,
            long assetsMinor,
            long marketMinor,
            long ratioPpm,
            long excessMinor,
            long valuedNanos,
            String status,
            String reason,
            long requiredMinor,
            @Nullable LocalDate callDate,
            int callDays,
            long statusNanos) {}

    /** A loan for the purchases of one instrument. */
    public record Loan(int instrumentId, long principalMinor, long reservedMinor) {}

    /** A call, a close-out, or their end. */
    public record StatusChange(
            long sequence,
            long accountId,
            String status,
            String previous,
            String reason,
            long assetsMinor,
            long debtMinor,
            long interestMinor,
            long ratioPpm,
            long requiredMinor,
            long atNanos) {}

    /** A sale that a close-out made. */
    public record Sale(
            long orderId,
            long accountId,
            int instrumentId,
            long quantityLots,
            long filledLots,
            long priceTicks,
            long neededMinor,
            long atNanos) {}

    public List<Program> programs() {
        return jdbc.sql("SELECT * FROM margin_program ORDER BY program_id")
                .query((row, number) -> new Program(
                        row.getInt("program_id"),
                        row.getInt("asset_id"),
                        row.getInt("calendar_id"),
                        row.getLong("lending_account"),
                        row.getLong("income_account"),
                        row.getInt("closing_ppm"),
                        row.getInt("warning_ppm"),
                        row.getInt("restore_ppm"),
                        row.getInt("withdrawal_ppm"),
                        row.getInt("concentration_ppm"),
                        row.getInt("day_count"),
                        row.getInt("call_days"),
                        row.getInt("protection_ppm"),
                        row.getLong("credit_max_minor"),
                        row.getLong("revalue_nanos"),
                        row.getLong("staff_id")))
                .list();
    }

    public Optional<Program> program(int programId) {
        return programs().stream()
                .filter(program -> program.programId() == programId)
                .findFirst();
    }

    public List<Terms> terms() {
        return jdbc.sql("SELECT * FROM margin_terms ORDER BY instrument_id")
                .query((row, number) -> new Terms(
                        row.getInt("instrument_id"),
                        row.getInt("conversion_ppm"),
                        row.getInt("initial_ppm"),
                        row.getBoolean("collateral"),
                        row.getBoolean("financing"),
                        row.getLong("staff_id")))
                .list();
    }

    /** The margin account of a customer, also where its agreement has ended. */
    public Optional<Account> account(long accountId) {
        return accounts("WHERE a.account_id = :account", 1, accountId).stream().findFirst();
    }

    /** Accounts with an agreement: those in a call or close-out first, then those that owe, the lowest ratio first. */
    public List<Account> accounts() {
        return accounts("""
                WHERE a.active ORDER BY a.status = 'NORMAL', a.debt_minor + a.interest_minor = 0, a.ratio_ppm, a.account_id""", ACCOUNTS_MAX, 0);
    }

    private List<Account> accounts(String condition, int limit, long accountId) {
        return jdbc.sql("""
                SELECT a.*, coalesce((SELECT sum(reserved_minor) FROM margin_loan l WHERE l.account_id = a.account_id), 0)
                    AS reserved_minor
                FROM margin_account a\s""" + condition + " LIMIT " + limit)
                .param("account", accountId)
                .query((row, number) -> new Account(
                        row.getLong("account_id"),
                        row.getInt("program_id"),
                        row.getLong("credit_limit_minor"),
                        row.getInt("rate_ppm"),
                        row.getBoolean("active"),
                        row.getLong("debt_minor"),
                        row.getLong("reserved_minor"),
                        row.getLong("interest_minor"),
                        row.getLong("assets_minor"),
                        row.getLong("market_minor"),
                        row.getLong("ratio_ppm"),
                        row.getLong("excess_minor"),
                        row.getLong("valued_nanos"),
                        row.getString("status"),
                        row.getString("reason"),
                        row.getLong("required_minor"),
                        date(row.getInt("call_date")),
                        row.getInt("call_days"),
                        row.getLong("status_nanos")))
                .list();
    }

    /** The loans of an account that are not paid back. */
    public List<Loan> loans(long accountId) {
        return jdbc.sql("""
                SELECT * FROM margin_loan WHERE account_id = :account AND principal_minor + reserved_minor > 0
                ORDER BY instrument_id""")
                .param("account", accountId)
                .query((row, number) -> new Loan(
                        row.getInt("instrument_id"), row.getLong("principal_minor"), row.getLong("reserved_minor")))
                .list();
    }

    /** The last calls and close-outs, the newest first. */
    public List<StatusChange> changes() {
        return jdbc.sql("SELECT * FROM margin_status_change ORDER BY sequence DESC LIMIT " + HISTORY_MAX)
                .query((row, number) -> new StatusChange(
                        row.getLong("sequence"),
                        row.getLong("account_id"),
                        row.getString("status"),
                        row.getString("previous"),
                        row.getString("reason"),
                        row.getLong("assets_minor"),
                        row.getLong("debt_minor"),
                        row.getLong("interest_minor"),
                        row.getLong("ratio_ppm"),
                        row.getLong("required_minor"),
                        row.getLong("at_nanos")))
                .list();
    }

    /** The last forced sales of an account, or with 0 of all, the newest first. */
    public List<Sale> sales(long accountId) {
        return jdbc.sql("""
                SELECT * FROM margin_sale WHERE :account = 0 OR account_id = :account
                ORDER BY order_id DESC LIMIT :most""")
                .param("most", HISTORY_MAX)
                .param("account", accountId)
                .query((row, number) -> new Sale(
                        row.getLong("order_id"),
                        row.getLong("account_id"),
                        row.getInt("instrument_id"),
                        row.getLong("quantity_lots"),
                        row.getLong("filled_lots"),
                        row.getLong("price_ticks"),
                        row.getLong("needed_minor"),
                        row.getLong("at_nanos")))
                .list();
    }

    private static @Nullable LocalDate date(int date) {
        return date == 0 ? null : LocalDate.of(date / 10_000, date / 100 % 100, date % 100);
    }
}
