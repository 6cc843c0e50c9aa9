package io.pharos.core.engine;

import io.pharos.core.command.AssignFeeSchedule;
import io.pharos.core.command.BeginBusinessDay;
import io.pharos.core.command.SetFeeSchedule;
import io.pharos.core.fixture.FeeSchedules;
import io.pharos.core.fixture.TestMarket;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Rounding;
import java.util.List;

/** The commands of fee schedules, for {@link CheckedCommands}. */
final class FeeCommands {
    private static final int NOBODY = 77;
    private static final int CALENDAR = 7;

    private FeeCommands() {}

    static List<CheckedCommand<?>> all() {
        return List.of(setFeeSchedule(), assignFeeSchedule());
    }

    private static CheckedCommand<SetFeeSchedule> setFeeSchedule() {
        return new CheckedCommand<>("SetFeeSchedule", market -> FeeSchedules.aShare(1))
                .then(Outcome.ID_NOT_POSITIVE, (market, c) -> c.scheduleId = 0)
                .then(Outcome.ASSET_NOT_FOUND, (market, c) -> c.assetId = NOBODY)
                .then(Outcome.FEE_OUT_OF_RANGE, (market, c) -> c.takerPpm = 1_000_000)
                .then(Outcome.FEE_SCHEDULE_INVALID, (market, c) -> c.stampDutyRounding = Rounding.NONE)
                .then(Outcome.FEE_ACCOUNT_NOT_FOUND, (market, c) -> c.transferFeeAccountId = NOBODY)
                .then(Outcome.FEE_ASSET_DIFFERS, (market, c) -> {
                    market.engine().apply(market.identify(FeeSchedules.aShare(1)));
                    c.scheduleId = 1;
                    c.assetId = TestMarket.SHR;
                })
                .then(Outcome.CALENDAR_NOT_FOUND, (market, c) -> c.calendarId = NOBODY)
                .then(Outcome.DATE_INVALID, (market, c) -> {
                    BeginBusinessDay day = market.identify(new BeginBusinessDay());
                    day.calendarId = CALENDAR;
                    day.date = 20260105;
                    market.engine().apply(day);
                    c.calendarId = CALENDAR;
                    c.effectiveDate = 20260105;
                })
                .then(Outcome.FEE_SCHEDULES_LIMIT, (market, c) -> {
                    for (int i = 1; i <= 256; i++) {
                        market.engine().apply(market.identify(FeeSchedules.aShare(i)));
                    }
                    market.identify(c);
                    c.scheduleId = 1_000;
                });
    }

    private static CheckedCommand<AssignFeeSchedule> assignFeeSchedule() {
        return new CheckedCommand<>("AssignFeeSchedule", market -> {
                    market.engine().apply(market.identify(FeeSchedules.aShare(1)));
                    AssignFeeSchedule assign = new AssignFeeSchedule();
                    assign.instrumentId = TestMarket.INSTRUMENT;
                    assign.scheduleId = 1;
                    return assign;
                })
                .then(Outcome.INSTRUMENT_NOT_FOUND, (market, c) -> c.instrumentId = NOBODY)
                .then(Outcome.FEE_SCHEDULE_NOT_FOUND, (market, c) -> c.scheduleId = NOBODY)
                .then(Outcome.FEE_ASSET_DIFFERS, (market, c) -> {
                    SetFeeSchedule other = FeeSchedules.aShare(2);
                    other.assetId = TestMarket.SHR;
                    market.engine().apply(market.identify(other));
                    c.scheduleId = 2;
                });
    }
}
