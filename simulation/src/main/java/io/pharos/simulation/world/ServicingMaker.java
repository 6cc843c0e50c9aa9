package io.pharos.simulation.world;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.CorporateActionKind;
import io.pharos.protocol.CorporateActionStage;
import io.pharos.protocol.PostingCode;
import io.pharos.protocol.Rounding;
import io.pharos.simulation.check.Known;
import io.pharos.simulation.run.Theme;
import java.util.List;
import java.util.stream.Stream;

/** Makes corporate actions of both instruments, interest on cash, and the runs that end days, in small steps. */
final class ServicingMaker extends CommandMaker {
    private static final int CALENDAR = 1;

    /** Of which no instrument settles. */
    private static final int OTHER_CALENDAR = 3;

    private static final List<CorporateActionKind> KINDS = Stream.of(CorporateActionKind.values())
            .filter(kind -> kind != CorporateActionKind.NONE
                    && kind != CorporateActionKind.REDEMPTION
                    && kind != CorporateActionKind.DELISTING)
            .toList();
    private static final List<Rounding> ROUNDINGS =
            List.of(Rounding.DOWN, Rounding.UP, Rounding.HALF_UP, Rounding.HALF_EVEN);

    private final SettlementMaker settlement;
    private final OrderMaker orders;
    private long lastActionId;

    ServicingMaker(long seed, SettlementMaker settlement, OrderMaker orders) {
        super(seed, Theme.SERVICING, 260);
        this.settlement = settlement;
        this.orders = orders;
    }

    @Override
    CoreCommand command(Known known) {
        int calendar = random.percent(90) ? CALENDAR : OTHER_CALENDAR;
        int present = known.businessDate(calendar);
        if (present == 0) {
            return new CoreCommand.BeginBusinessDay(calendar, nextDate(known, calendar));
        }
        int running = known.endOfDayDate(calendar);
        int dice = random.below(100);
        if (dice < (running != 0 ? 62 : 34)) {
            int date = running != 0 ? running : random.percent(96) ? nextDate(known, calendar) : present;
            return endOfDay(calendar, random.percent(97) ? date : random.oneOf(20260231, 20250101, date + 1));
        }
        if (dice < 78) {
            return announce(calendar, present);
        }
        if (dice < 82) {
            return new CoreCommand.WithdrawCorporateAction(action(known, CorporateActionStage.ANNOUNCED));
        }
        if (dice < 90) {
            return rights(known);
        }
        if (dice < 95) {
            return interest();
        }
        return dice < 97 ? new CoreCommand.BeginBusinessDay(calendar, nextDate(known, calendar)) : settlement.rules();
    }

    private CoreCommand endOfDay(int calendar, int date) {
        int items = random.percent(70) ? random.oneOf(1, 2, 3, 5, 8) : random.oneOf(40, 10_000, 10_000, 0);
        return new CoreCommand.RunEndOfDay(random.percent(99) ? calendar : 0, date, items, random.below(3));
    }

    /** Some action of a stage, mostly. */
    private long action(Known known, CorporateActionStage stage) {
        List<Long> ids = known.actions(stage);
        return ids.isEmpty() || random.percent(12) ? random.between(-1, lastActionId + 1) : random.oneOf(ids);
    }

    /** Exercises rights, or passes them on. */
    private CoreCommand rights(Known known) {
        long actionId = action(known, CorporateActionStage.EXERCISABLE);
        long accountId = Workload.FIRST_CUSTOMER + random.below(Workload.CUSTOMERS);
        long has = known.available(accountId, Workload.RIGHTS);
        long quantity = random.percent(90) ? random.between(1, Math.max(1, has)) : has + 1;
        if (random.percent(35)) {
            long to = Workload.FIRST_CUSTOMER + random.below(Workload.CUSTOMERS + 2);
            return new CoreCommand.Transfer(
                    accountId, to, Workload.RIGHTS, quantity, PostingCode.INTERNAL, orders.nextKey());
        }
        if (random.percent(12)) {
            long deadline = random.percent(50) ? 0 : known.timeNanos() + random.between(1, 600) * Weather.MILLI;
            return new CoreCommand.Hold(
                    accountId, Workload.RIGHTS, quantity, deadline, PostingCode.INTERNAL, orders.nextKey());
        }
        return new CoreCommand.ExerciseRights(
                random.percent(97) ? accountId : 999_999, actionId, random.percent(98) ? quantity : 0);
    }

    private CoreCommand interest() {
        int bands = random.below(3);
        long first = random.between(1_000, 300_000);
        int broken = random.below(24);
        return new CoreCommand.SetInterestTerms(
                broken == 0 ? 55 : Workload.CURRENCY,
                broken == 1 ? 9 : random.percent(85) ? CALENDAR : OTHER_CALENDAR,
                broken == 2 ? Workload.FIRST_CUSTOMER : random.percent(50) ? Workload.ISSUANCE : Workload.FEES,
                broken == 3 ? 364 : random.oneOf(360, 365),
                broken == 4 ? 29 : 1 + random.below(28),
                broken == 5 ? 2 : random.oneOf(1, 1, 3, 6, 12),
                broken == 6 ? -1 : random.below(90_000),
                bands > 0 ? first : 0,
                bands > 0 ? random.below(60_000) : broken == 7 ? 1 : 0,
                bands > 1 ? broken == 8 ? first : 2 * first : 0,
                bands > 1 ? random.below(60_000) : 0);
    }

    private CoreCommand announce(int calendar, int present) {
        CorporateActionKind kind = random.oneOf(KINDS);
        if (random.percent(7)) {
            kind = random.percent(50) ? CorporateActionKind.REDEMPTION : CorporateActionKind.DELISTING;
        }
        int instrument = random.percent(97) ? 1 + random.below(Workload.INSTRUMENTS) : random.oneOf(3, 77);
        boolean isCoin = instrument % 2 == 0;
        int broken = random.below(40);
        boolean again = lastActionId > 0 && random.percent(4);
        long actionId = broken == 0 ? 0 : again ? random.between(1, lastActionId) : ++lastActionId;
        int ex = dayAfter(present, random.oneOf(1, 1, 2, 3));
        int pay = dayAfter(ex, random.oneOf(0, 0, 1, 3));
        boolean isRights = kind == CorporateActionKind.RIGHTS_ISSUE;
        boolean isTaxed = kind == CorporateActionKind.CASH_DIVIDEND
                || kind == CorporateActionKind.COUPON
                || kind == CorporateActionKind.REDEMPTION;
        long[] rate = rate(kind, isCoin);
        boolean inLieu = !isTaxed && kind != CorporateActionKind.DELISTING && (isRights || random.percent(60));
        return new CoreCommand.AnnounceCorporateAction(
                actionId,
                broken == 1 ? CorporateActionKind.NONE : kind,
                instrument,
                broken == 2 ? 9 : calendar,
                broken == 3 ? present : broken == 4 ? 20260231 : ex,
                broken == 5 ? present : pay,
                isRights ? broken == 6 ? present : dayAfter(pay, random.oneOf(0, 1, 2, 6)) : broken == 7 ? pay : 0,
                broken == 8 ? -1 : rate[0],
                broken == 9 ? 0 : rate[1],
                inLieu ? random.between(1, isCoin ? 9 : 300) : 0,
                inLieu ? random.oneOf(1, 3, 10) : 1,
                broken == 10 ? 1_000_001 : isTaxed ? random.oneOf(0, 100_000, 200_000, 333_333) : 0,
                random.oneOf(ROUNDINGS),
                broken == 11 ? Workload.FIRST_CUSTOMER : random.percent(80) ? Workload.ISSUANCE : Workload.CLEARING,
                Workload.TAX,
                isRights ? broken == 12 ? 55 : broken == 13 ? Workload.SHARE : Workload.RIGHTS : 0);
    }

    /** So much for so many units. */
    private long[] rate(CorporateActionKind kind, boolean isCoin) {
        return switch (kind) {
            case CASH_DIVIDEND, COUPON ->
                new long[] {random.percent(95) ? random.between(1, 60) : 900, isCoin ? 1_000 : random.oneOf(1, 7, 10)};
            case STOCK_DIVIDEND, RIGHTS_ISSUE -> new long[] {random.between(1, 5), random.oneOf(3, 7, 10)};
            case SPLIT -> {
                long[][] splits = {{2, 1}, {3, 2}, {1, 2}, {3, 10}, {7, 3}, {1, 1}};
                yield splits[random.below(random.percent(95) ? splits.length - 1 : splits.length)];
            }
            case REDEMPTION -> new long[] {random.between(50, 120), isCoin ? 100 : 1};
            default -> new long[] {0, 1};
        };
    }
}
