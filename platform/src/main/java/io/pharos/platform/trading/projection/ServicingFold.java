package io.pharos.platform.trading.projection;

import io.pharos.cluster.message.CoreEvent.CorporateActionAdvanced;
import io.pharos.cluster.message.CoreEvent.CorporateActionAnnounced;
import io.pharos.cluster.message.CoreEvent.EndOfDayAdvanced;
import io.pharos.cluster.message.CoreEvent.FeeScheduleAssigned;
import io.pharos.cluster.message.CoreEvent.FeeScheduleSet;
import io.pharos.cluster.message.CoreEvent.InterestAccrued;
import io.pharos.cluster.message.CoreEvent.InterestTermsSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the events of fee schedules and asset servicing do to the rows of a batch: of each, the last counts. */
final class ServicingFold {
    /** A version of a fee schedule. */
    record VersionKey(int scheduleId, int version) {}

    /** A run of a calendar. */
    record RunKey(int calendarId, int date) {}

    final Map<VersionKey, FeeScheduleSet> schedules = new LinkedHashMap<>();
    final Map<Integer, FeeScheduleAssigned> assignments = new LinkedHashMap<>();
    final List<CorporateActionAnnounced> announced = new ArrayList<>();
    final Map<Long, CorporateActionAdvanced> advanced = new LinkedHashMap<>();
    final Map<Integer, InterestTermsSet> terms = new LinkedHashMap<>();
    final List<InterestAccrued> accrued = new ArrayList<>();
    final Map<RunKey, EndOfDayAdvanced> runs = new LinkedHashMap<>();

    void fold(FeeScheduleSet e) {
        schedules.put(new VersionKey(e.scheduleId(), e.version()), e);
    }

    void fold(FeeScheduleAssigned e) {
        assignments.put(e.instrumentId(), e);
    }

    void fold(CorporateActionAnnounced e) {
        announced.add(e);
    }

    void fold(CorporateActionAdvanced e) {
        advanced.put(e.actionId(), e);
    }

    void fold(InterestTermsSet e) {
        terms.put(e.assetId(), e);
    }

    void fold(InterestAccrued e) {
        accrued.add(e);
    }

    void fold(EndOfDayAdvanced e) {
        runs.put(new RunKey(e.calendarId(), e.date()), e);
    }
}
