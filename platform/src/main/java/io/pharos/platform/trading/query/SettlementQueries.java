package io.pharos.platform.trading.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads how settlement stands. */
public final class SettlementQueries {
    private static final int RECORDS_MAX = 200;

    private final JdbcClient jdbc;

    public SettlementQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rules of an instrument. */
    public record Rules(
            int instrumentId,
            int calendarId,
            int lagDays,
            int buyInDays,
            boolean proceedsUsable,
            boolean sameDaySale,
            boolean suspended) {}

    /** A business day. */
    public record Day(
            int calendarId,
            long day,
            LocalDate date,
            long dueCount,
            @Nullable Long settledCount,
            @Nullable Long failedCount,
            @Nullable Long completedNanos) {}

    /**
     * The obligations of an instrument that are due on one day, netted by account.
     *
     * @param daysAhead business days until they are due; 0 or less: today, or failed before
     * @param accounts how many accounts have one
     * @param baseMinor securities that net deliverers deliver
     * @param quoteMinor cash that net payers pay
     * @param failed how many have failed before
     */
    public record Due(
            int instrumentId,
            long dueDay,
            long daysAhead,
            long accounts,
            long baseMinor,
            long quoteMinor,
            long failed) {}

    /** A failed settlement, or a buy-in, which has no cash and no reason. */
    public record Fail(
            long sequence,
            int instrumentId,
            long accountId,
            LocalDate date,
            long baseMinor,
            long quoteMinor,
            int failedDays,
            @Nullable String reason) {}

    /** The rules of each instrument that has any. */
    public List<Rules> rules() {
        return jdbc.sql("SELECT * FROM settlement_rules ORDER BY instrument_id")
                .query((row, number) -> new Rules(
                        row.getInt("instrument_id"),
                        row.getInt("calendar_id"),
                        row.getInt("lag_days"),
                        row.getInt("buy_in_days"),
                        row.getBoolean("proceeds_usable"),
                        row.getBoolean("same_day_sale"),
                        row.getBoolean("suspended")))
                .list();
    }

    /** The instruments that have rules. */
    public Set<Integer> instrumentsWithRules() {
        return Set.copyOf(jdbc.sql("SELECT instrument_id FROM settlement_rules")
                .query(Integer.class)
                .list());
    }

    /** The last days of each calendar, the newest first. */
    public List<Day> days() {
        return jdbc.sql("""
                SELECT * FROM (
                    SELECT d.*, row_number() OVER (PARTITION BY calendar_id ORDER BY day DESC) AS place
                    FROM business_day d) ranked
                WHERE place <= 10 ORDER BY calendar_id, day DESC""")
                .query((row, number) -> new Day(
                        row.getInt("calendar_id"),
                        row.getLong("day"),
                        date(row.getInt("date")),
                        row.getLong("due_count"),
                        row.getObject("settled_count", Long.class),
                        row.getObject("failed_count", Long.class),
                        row.getObject("completed_nanos", Long.class)))
                .list();
    }

    /** The date of the last business day of a calendar; empty before the first. */
    public Optional<LocalDate> lastDate(int calendarId) {
        return jdbc
                .sql("SELECT max(date) AS date FROM business_day WHERE calendar_id = :calendar")
                .param("calendar", calendarId)
                .query((row, number) -> row.getInt("date"))
                .list()
                .stream()
                .filter(date -> date > 0)
                .map(SettlementQueries::date)
                .findFirst();
    }

    /** What is due, by instrument and day. */
    public List<Due> due() {
        return jdbc.sql("""
                SELECT o.instrument_id, o.due_day, o.due_day - t.day AS days_ahead, count(*) AS accounts,
                    sum(greatest(0, base_out_minor - base_in_minor - base_credited_minor))::bigint AS base_minor,
                    sum(greatest(0, quote_out_minor - quote_in_minor - quote_credited_minor))::bigint AS quote_minor,
                    count(*) FILTER (WHERE failed_days > 0) AS failed
                FROM obligation o
                JOIN (SELECT calendar_id, max(day) AS day FROM business_day GROUP BY 1) t USING (calendar_id)
                GROUP BY 1, 2, 3 ORDER BY 2, 1""")
                .query((row, number) -> new Due(
                        row.getInt("instrument_id"),
                        row.getLong("due_day"),
                        row.getLong("days_ahead"),
                        row.getLong("accounts"),
                        row.getLong("base_minor"),
                        row.getLong("quote_minor"),
                        row.getLong("failed")))
                .list();
    }

    /** The last fails, the newest first. */
    public List<Fail> fails() {
        return jdbc.sql("SELECT * FROM settlement_fail ORDER BY sequence DESC LIMIT " + RECORDS_MAX)
                .query((row, number) -> new Fail(
                        row.getLong("sequence"),
                        row.getInt("instrument_id"),
                        row.getLong("account_id"),
                        date(row.getInt("date")),
                        row.getLong("base_minor"),
                        row.getLong("quote_minor"),
                        row.getInt("failed_days"),
                        row.getString("reason")))
                .list();
    }

    /** The last buy-ins, the newest first. */
    public List<Fail> buyIns() {
        return jdbc.sql("SELECT * FROM buy_in ORDER BY sequence DESC LIMIT " + RECORDS_MAX)
                .query((row, number) -> new Fail(
                        row.getLong("sequence"),
                        row.getInt("instrument_id"),
                        row.getLong("account_id"),
                        date(row.getInt("date")),
                        row.getLong("base_minor"),
                        0,
                        row.getInt("failed_days"),
                        null))
                .list();
    }

    private static LocalDate date(int number) {
        return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
    }
}
