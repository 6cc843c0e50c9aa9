package io.pharos.platform.trading.query;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads fee schedules, corporate actions, interest and the runs that end business days. */
public final class ServicingQueries {
    private static final int ACTIONS_MAX = 200;
    private static final int RUNS_MAX = 30;

    private final JdbcClient jdbc;

    public ServicingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version of a fee schedule; tiers as {@code turnover:maker:taker}, separated by blanks. */
    public record Fees(
            int scheduleId,
            int version,
            int assetId,
            @Nullable LocalDate effectiveDate,
            long commissionMinimumMinor,
            int makerPpm,
            int takerPpm,
            String tiers,
            int stampDutyPpm,
            int transferFeePpm,
            String commissionRounding,
            String stampDutyRounding,
            String transferFeeRounding,
            boolean inForce) {}

    /** A corporate action with its totals. */
    public record Action(
            long actionId,
            String kind,
            int instrumentId,
            LocalDate exDate,
            LocalDate payDate,
            @Nullable LocalDate expiryDate,
            long numerator,
            long denominator,
            long priceNumerator,
            long priceDenominator,
            int taxPpm,
            int rightsAssetId,
            String stage,
            long accounts,
            long positionMinor,
            long grossMinor,
            long taxMinor,
            long unitsMinor,
            long lieuMinor,
            long roundingParts,
            long roundingScale,
            long unpaid) {}

    /** The accrual of a business day. */
    public record InterestRun(
            int assetId,
            LocalDate date,
            int days,
            long accounts,
            long balanceMinor,
            long accruedMinor,
            long accruedParts,
            long creditedMinor,
            long sequence) {}

    /** What interest a currency bears; a band from 0 on there is not. */
    public record Interest(
            int assetId,
            int dayCount,
            int creditDay,
            int creditMonths,
            int ratePpm,
            long band1Minor,
            int band1Ppm,
            long band2Minor,
            int band2Ppm) {
        public int bands() {
            if (band1Minor == 0) {
                return 0;
            }
            return band2Minor == 0 ? 1 : 2;
        }
    }

    /** A run that ends a business day and begins the next, whose date it bears. */
    public record Run(
            int calendarId,
            LocalDate date,
            String stage,
            long expiredOrders,
            long settledCount,
            long failedCount,
            long servicedAccounts,
            long accruedAccounts,
            long steps,
            long staffId,
            long atNanos,
            long sequence) {}

    /** The versions of fee schedules that are in force, or are to come. */
    public List<Fees> fees() {
        return jdbc.sql("""
                SELECT * FROM fee_schedule f
                WHERE in_force OR version = (SELECT max(version) FROM fee_schedule WHERE schedule_id = f.schedule_id)
                ORDER BY schedule_id, version""")
                .query((row, number) -> new Fees(
                        row.getInt("schedule_id"),
                        row.getInt("version"),
                        row.getInt("asset_id"),
                        date(row.getInt("effective_date")),
                        row.getLong("commission_minimum_minor"),
                        row.getInt("maker_ppm"),
                        row.getInt("taker_ppm"),
                        row.getString("tiers"),
                        row.getInt("stamp_duty_ppm"),
                        row.getInt("transfer_fee_ppm"),
                        row.getString("commission_rounding"),
                        row.getString("stamp_duty_rounding"),
                        row.getString("transfer_fee_rounding"),
                        row.getBoolean("in_force")))
                .list();
    }

    /** The schedule that an instrument is charged by; empty where it never had one, 0 where it was taken away. */
    public Optional<Integer> scheduleOf(int instrumentId) {
        return jdbc.sql("SELECT schedule_id FROM fee_assignment WHERE instrument_id = :instrument")
                .param("instrument", instrumentId)
                .query(Integer.class)
                .optional();
    }

    /** The schedule of each instrument that has one, by the instrument's id. */
    public Map<Integer, Integer> assignments() {
        Map<Integer, Integer> assignments = new LinkedHashMap<>();
        jdbc.sql("SELECT instrument_id, schedule_id FROM fee_assignment WHERE schedule_id <> 0 ORDER BY instrument_id")
                .query(row -> {
                    assignments.put(row.getInt("instrument_id"), row.getInt("schedule_id"));
                });
        return assignments;
    }

    /** The version in force that an instrument is charged by. */
    public Optional<Fees> feesOf(int instrumentId) {
        return scheduleOf(instrumentId)
                .flatMap(schedule -> fees().stream()
                        .filter(fees -> fees.scheduleId() == schedule && fees.inForce())
                        .findFirst());
    }

    /** The last corporate actions, the newest first. */
    public List<Action> actions() {
        return jdbc.sql("SELECT * FROM corporate_action ORDER BY ex_date DESC, action_id DESC LIMIT " + ACTIONS_MAX)
                .query((row, number) -> new Action(
                        row.getLong("action_id"),
                        row.getString("kind"),
                        row.getInt("instrument_id"),
                        required(row.getInt("ex_date")),
                        required(row.getInt("pay_date")),
                        date(row.getInt("expiry_date")),
                        row.getLong("numerator"),
                        row.getLong("denominator"),
                        row.getLong("price_numerator"),
                        row.getLong("price_denominator"),
                        row.getInt("tax_ppm"),
                        row.getInt("rights_asset_id"),
                        row.getString("stage"),
                        row.getLong("accounts"),
                        row.getLong("position_minor"),
                        row.getLong("gross_minor"),
                        row.getLong("tax_minor"),
                        row.getLong("units_minor"),
                        row.getLong("lieu_minor"),
                        row.getLong("rounding_parts"),
                        row.getLong("rounding_scale"),
                        row.getLong("unpaid")))
                .list();
    }

    /** What interest each currency bears. */
    public List<Interest> interest() {
        return jdbc.sql("SELECT * FROM interest_terms ORDER BY asset_id")
                .query((row, number) -> new Interest(
                        row.getInt("asset_id"),
                        row.getInt("day_count"),
                        row.getInt("credit_day"),
                        row.getInt("credit_months"),
                        row.getInt("rate_ppm"),
                        row.getLong("band1_minor"),
                        row.getInt("band1_ppm"),
                        row.getLong("band2_minor"),
                        row.getInt("band2_ppm")))
                .list();
    }

    /** The last accruals, the newest first. */
    public List<InterestRun> interestRuns() {
        return jdbc.sql("SELECT * FROM interest_run ORDER BY date DESC, asset_id LIMIT " + RUNS_MAX)
                .query((row, number) -> new InterestRun(
                        row.getInt("asset_id"),
                        required(row.getInt("date")),
                        row.getInt("days"),
                        row.getLong("accounts"),
                        row.getLong("balance_minor"),
                        row.getLong("accrued_minor"),
                        row.getLong("accrued_parts"),
                        row.getLong("credited_minor"),
                        row.getLong("sequence")))
                .list();
    }

    /** The last runs that ended business days, the newest first. */
    public List<Run> runs() {
        return jdbc.sql("SELECT * FROM end_of_day ORDER BY date DESC, calendar_id LIMIT " + RUNS_MAX)
                .query((row, number) -> new Run(
                        row.getInt("calendar_id"),
                        required(row.getInt("date")),
                        row.getString("stage"),
                        row.getLong("expired_orders"),
                        row.getLong("settled_count"),
                        row.getLong("failed_count"),
                        row.getLong("serviced_accounts"),
                        row.getLong("accrued_accounts"),
                        row.getLong("steps"),
                        row.getLong("staff_id"),
                        row.getLong("at_nanos"),
                        row.getLong("sequence")))
                .list();
    }

    /** The run of a calendar that is not finished. */
    public Optional<LocalDate> unfinishedRun(int calendarId) {
        return jdbc.sql("""
                SELECT date FROM end_of_day WHERE calendar_id = :calendar AND stage <> 'COMPLETED'
                ORDER BY date DESC LIMIT 1""")
                .param("calendar", calendarId)
                .query(Integer.class)
                .optional()
                .map(ServicingQueries::required);
    }

    /** Whether a corporate action of a calendar has begun and waits for a venue, for trades to settle, or for holds to end. */
    public boolean hasWaitingAction(int calendarId) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM corporate_action
                               WHERE calendar_id = :calendar AND stage IN ('CANCELLING', 'CONVERTING'))""").param("calendar", calendarId).query(Boolean.class).single();
    }

    private static LocalDate required(int date) {
        return LocalDate.of(date / 10_000, date / 100 % 100, date % 100);
    }

    private static @Nullable LocalDate date(int date) {
        return date == 0 ? null : required(date);
    }
}
