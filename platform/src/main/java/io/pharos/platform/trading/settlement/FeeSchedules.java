package io.pharos.platform.trading.settlement;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.catalogue.Catalogue;
import io.pharos.platform.catalogue.Catalogue.FeeScheduleEntry;
import io.pharos.platform.catalogue.Catalogue.FeeTier;
import io.pharos.platform.catalogue.HouseAccount;
import java.util.List;

/** The fee schedules of the catalogue as commands. */
final class FeeSchedules {
    private static final FeeTier NONE = new FeeTier(0, 0, 0);

    private FeeSchedules() {}

    static CoreCommand.SetFeeSchedule command(FeeScheduleEntry entry, Catalogue catalogue) {
        FeeTier first = tier(entry.tiers(), 0);
        FeeTier second = tier(entry.tiers(), 1);
        FeeTier third = tier(entry.tiers(), 2);
        return new CoreCommand.SetFeeSchedule(
                entry.scheduleId(),
                catalogue.asset(entry.asset()).orElseThrow().assetId(),
                0,
                0,
                HouseAccount.COMMISSIONS.accountId(),
                HouseAccount.STAMP_DUTY.accountId(),
                HouseAccount.TRANSFER_FEES.accountId(),
                entry.commissionMinimumMinor(),
                entry.makerPpm(),
                entry.takerPpm(),
                first.turnoverMinor(),
                first.makerPpm(),
                first.takerPpm(),
                second.turnoverMinor(),
                second.makerPpm(),
                second.takerPpm(),
                third.turnoverMinor(),
                third.makerPpm(),
                third.takerPpm(),
                entry.stampDutyPpm(),
                entry.transferFeePpm(),
                entry.rounding(),
                entry.rounding(),
                entry.rounding());
    }

    private static FeeTier tier(List<FeeTier> tiers, int number) {
        return number < tiers.size() ? tiers.get(number) : NONE;
    }
}
