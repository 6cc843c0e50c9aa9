package io.pharos.core.trading;

import io.pharos.core.command.AssignFeeSchedule;
import io.pharos.core.command.SetFeeSchedule;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.FeeScheduleAssigned;
import io.pharos.core.event.FeeScheduleSet;
import io.pharos.core.event.Sequencer;
import io.pharos.core.ledger.Accounts;
import io.pharos.core.ledger.Asset;
import io.pharos.core.ledger.Balances;
import io.pharos.core.ledger.Ledger;
import io.pharos.core.settlement.Settlement;
import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.Outcome;
import io.pharos.protocol.Rounding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fee schedules, their versions, and what instruments are charged by which.
 *
 * <pre>
 *   set, at once ─────────────────────────────────────────► in force
 *   set, from a day on ──► waits ──the day has begun──────► in force ──a newer one comes into force──► kept
 * </pre>
 *
 * A version is kept for the open orders that came under it. Of those that wait for a day only the newest is kept.
 */
final class FeeSchedules {
    /** The most schedules. */
    static final int SCHEDULES_MAX = 256;

    /** The most versions of all schedules together. */
    static final int VERSIONS_MAX = 4_096;

    private static final int PPM_MAX = 1_000_000;
    private static final int NONE = 0;
    private static final long DIGEST_TAG = 41;

    private final Ledger ledger;
    private final Settlement settlement;
    private final Instruments instruments;
    private final Sequencer sequencer;
    private final EventSink sink;
    private final List<FeeSchedule> versions = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();
    private final Turnovers turnovers = new Turnovers();
    private final FeeScheduleSet set = new FeeScheduleSet();
    private final FeeScheduleAssigned assigned = new FeeScheduleAssigned();

    /** One schedule, which is its versions. */
    private static final class Head {
        final int scheduleId;
        int inForce;
        int waiting;
        int lastVersion;

        Head(int scheduleId) {
            this.scheduleId = scheduleId;
        }

        long hash(int index) {
            long hash = Mix.pair(Mix.start(DIGEST_TAG), scheduleId, index);
            return Mix.pair(Mix.pair(hash, inForce, waiting), lastVersion, 0);
        }
    }

    FeeSchedules(Ledger ledger, Settlement settlement, Instruments instruments, Sequencer sequencer, EventSink sink) {
        this.ledger = ledger;
        this.settlement = settlement;
        this.instruments = instruments;
        this.sequencer = sequencer;
        this.sink = sink;
    }

    Outcome set(SetFeeSchedule command) {
        int index = find(command.scheduleId);
        Outcome outcome = check(command, index);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        Head head = index < 0 ? null : heads.get(index);
        int repeated = head == null ? NONE : command.effectiveDate == 0 ? head.inForce : head.waiting;
        if (repeated != NONE && at(repeated).terms.fingerprint() == command.fingerprint()) {
            return Outcome.ACCEPTED;
        }
        if (versions.size() >= VERSIONS_MAX || (head == null && heads.size() >= SCHEDULES_MAX)) {
            return Outcome.FEE_SCHEDULES_LIMIT;
        }
        if (head == null) {
            head = new Head(command.scheduleId);
            heads.add(head);
        }
        FeeSchedule added = add(FeeSchedule.copyOf(command), ++head.lastVersion, heads.indexOf(head));
        if (command.effectiveDate == 0) {
            enforce(head, added);
        } else {
            head.waiting = added.place;
            emit(added, false);
        }
        return Outcome.ACCEPTED;
    }

    Outcome assign(AssignFeeSchedule command) {
        Instrument instrument = instruments.find(command.instrumentId);
        if (instrument == null) {
            return Outcome.INSTRUMENT_NOT_FOUND;
        }
        int index = find(command.scheduleId);
        if (command.scheduleId != 0 && index < 0) {
            return Outcome.FEE_SCHEDULE_NOT_FOUND;
        }
        if (index >= 0 && anyOf(heads.get(index)).terms.assetId != instrument.quoteAssetId) {
            return Outcome.FEE_ASSET_DIFFERS;
        }
        if (instrument.feeScheduleId != command.scheduleId) {
            instrument.feeScheduleId = command.scheduleId;
            follow(instrument);
            assigned.instrumentId = command.instrumentId;
            assigned.scheduleId = command.scheduleId;
            sequencer.stamp(assigned);
            sink.onFeeScheduleAssigned(assigned);
        }
        return Outcome.ACCEPTED;
    }

    /** Brings into force what waits for this day of a calendar, or for one before. */
    void dayBegan(int calendarId, int date) {
        for (int i = 0; i < heads.size(); i++) {
            Head head = heads.get(i);
            if (head.waiting != NONE) {
                FeeSchedule waiting = at(head.waiting);
                if (waiting.terms.calendarId == calendarId && waiting.terms.effectiveDate <= date) {
                    head.waiting = NONE;
                    enforce(head, waiting);
                }
            }
        }
    }

    /**
     * Adds a fill to what an order owes, at the rates of the account's turnover, and then to the turnover.
     *
     * @return the rate of the commission, parts per million
     */
    int accrue(FeeSchedule schedule, Order order, long notionalMinor, boolean asMaker) {
        int tier = 0;
        if (schedule.hasTiers()) {
            int turnover = turnovers.findOrAdd(order.accountIndex, schedule.scheduleIndex, sequencer.timeNanos());
            tier = schedule.tier(turnovers.beforeTodayMinor(turnover));
            turnovers.add(turnover, notionalMinor);
        }
        int commissionPpm = schedule.commissionPpm(tier, asMaker);
        schedule.accrue(order, notionalMinor, commissionPpm);
        return commissionPpm;
    }

    /** The version at a place. */
    FeeSchedule at(int place) {
        Invariant.check(place > NONE && place <= versions.size(), "a version of a fee schedule is there");
        return versions.get(place - 1);
    }

    long digest() {
        long digest = turnovers.digest();
        for (int i = 0; i < versions.size(); i++) {
            digest += versions.get(i).hash();
        }
        for (int i = 0; i < heads.size(); i++) {
            digest += heads.get(i).hash(i);
        }
        for (int i = 0; i < instruments.size(); i++) {
            Instrument instrument = instruments.at(i);
            if (instrument.feeScheduleId != 0) {
                digest += Mix.pair(Mix.start(DIGEST_TAG), ~(long) instrument.instrumentId, instrument.feeScheduleId);
            }
        }
        return digest;
    }

    void audit() {
        turnovers.audit();
    }

    void save(StateWriter out) {
        out.writeInt(heads.size());
        for (int i = 0; i < heads.size(); i++) {
            Head head = heads.get(i);
            out.writeInt(head.scheduleId);
            out.writeInt(head.inForce);
            out.writeInt(head.waiting);
            out.writeInt(head.lastVersion);
        }
        out.writeInt(versions.size());
        for (int i = 0; i < versions.size(); i++) {
            FeeSchedule version = versions.get(i);
            out.writeInt(version.version);
            out.writeInt(version.scheduleIndex);
            FeeSchedule.save(version.terms, out);
        }
        for (int i = 0; i < instruments.size(); i++) {
            out.writeInt(instruments.at(i).feeScheduleId);
        }
        turnovers.save(out);
    }

    /** Reads the schedules; the instruments have been loaded. */
    void load(StateReader in) {
        int headCount = in.readCount(SCHEDULES_MAX);
        for (int i = 0; i < headCount; i++) {
            Head head = new Head(in.readInt());
            head.inForce = in.readCount(VERSIONS_MAX);
            head.waiting = in.readCount(VERSIONS_MAX);
            head.lastVersion = in.readInt();
            heads.add(head);
        }
        int versionCount = in.readCount(VERSIONS_MAX);
        for (int i = 0; i < versionCount; i++) {
            int version = in.readInt();
            int scheduleIndex = in.readCount(headCount - 1);
            SetFeeSchedule terms = FeeSchedule.load(in);
            Invariant.check(checkTerms(terms) == Outcome.ACCEPTED, "a fee schedule in the snapshot could be set");
            add(terms, version, scheduleIndex);
        }
        for (int i = 0; i < instruments.size(); i++) {
            Instrument instrument = instruments.at(i);
            instrument.feeScheduleId = in.readInt();
            Invariant.check(
                    instrument.feeScheduleId == 0 || find(instrument.feeScheduleId) >= 0,
                    "an instrument in the snapshot is charged by a schedule that is there");
            follow(instrument);
        }
        turnovers.load(in, ledger.accounts().size());
    }

    private Outcome check(SetFeeSchedule command, int index) {
        Outcome outcome = checkTerms(command);
        if (outcome != Outcome.ACCEPTED) {
            return outcome;
        }
        if (index >= 0 && anyOf(heads.get(index)).terms.assetId != command.assetId) {
            return Outcome.FEE_ASSET_DIFFERS;
        }
        int today = settlement.dateOf(command.calendarId);
        boolean isNamed = command.calendarId != 0 || command.effectiveDate != 0;
        if (isNamed && today == 0) {
            return Outcome.CALENDAR_NOT_FOUND;
        }
        boolean isLater = command.effectiveDate == 0
                || (Settlement.isDate(command.effectiveDate) && command.effectiveDate > today);
        return isLater ? Outcome.ACCEPTED : Outcome.DATE_INVALID;
    }

    private Outcome checkTerms(SetFeeSchedule terms) {
        if (terms.scheduleId <= 0) {
            return Outcome.ID_NOT_POSITIVE;
        }
        if (ledger.assets().find(terms.assetId) == null) {
            return Outcome.ASSET_NOT_FOUND;
        }
        boolean inRange = isRate(terms.makerPpm)
                && isRate(terms.takerPpm)
                && isRate(terms.stampDutyPpm)
                && isRate(terms.transferFeePpm)
                && Math.max(terms.makerPpm, terms.takerPpm) + terms.stampDutyPpm + terms.transferFeePpm <= PPM_MAX;
        if (!inRange) {
            return Outcome.FEE_OUT_OF_RANGE;
        }
        boolean isWhole = terms.commissionMinimumMinor >= 0
                && terms.commissionMinimumMinor <= Balances.OUTSTANDING_MAX_MINOR
                && terms.commissionRounding != Rounding.NONE
                && terms.stampDutyRounding != Rounding.NONE
                && terms.transferFeeRounding != Rounding.NONE;
        if (!isWhole || !areTiers(terms)) {
            return Outcome.FEE_SCHEDULE_INVALID;
        }
        boolean hasAccounts = ledger.accounts().find(terms.commissionAccountId) != Accounts.NOT_FOUND
                && ledger.accounts().find(terms.stampDutyAccountId) != Accounts.NOT_FOUND
                && ledger.accounts().find(terms.transferFeeAccountId) != Accounts.NOT_FOUND;
        return hasAccounts ? Outcome.ACCEPTED : Outcome.FEE_ACCOUNT_NOT_FOUND;
    }

    private static boolean isRate(int ppm) {
        return ppm >= 0 && ppm <= PPM_MAX;
    }

    /** Whether the tiers rise in turnover and no rate is dearer than in the tier before; one that is absent is empty. */
    private static boolean areTiers(SetFeeSchedule terms) {
        boolean ended = false;
        for (int tier = 1; tier < FeeSchedule.TIERS; tier++) {
            long thresholdMinor = FeeSchedule.threshold(terms, tier);
            int makerPpm = FeeSchedule.makerPpm(terms, tier);
            int takerPpm = FeeSchedule.takerPpm(terms, tier);
            if (thresholdMinor == 0) {
                ended = true;
                if (makerPpm != 0 || takerPpm != 0) {
                    return false;
                }
            } else if (ended
                    || thresholdMinor <= FeeSchedule.threshold(terms, tier - 1)
                    || thresholdMinor > Balances.OUTSTANDING_MAX_MINOR
                    || makerPpm < 0
                    || takerPpm < 0
                    || makerPpm > FeeSchedule.makerPpm(terms, tier - 1)
                    || takerPpm > FeeSchedule.takerPpm(terms, tier - 1)) {
                return false;
            }
        }
        return true;
    }

    private int find(int scheduleId) {
        for (int i = 0; i < heads.size(); i++) {
            if (heads.get(i).scheduleId == scheduleId) {
                return i;
            }
        }
        return -1;
    }

    private FeeSchedule anyOf(Head head) {
        return at(head.inForce != NONE ? head.inForce : head.waiting);
    }

    private FeeSchedule add(SetFeeSchedule terms, int version, int scheduleIndex) {
        Asset asset = ledger.assets().find(terms.assetId);
        if (asset == null) {
            throw new IllegalStateException("the asset of a fee schedule has been checked");
        }
        FeeSchedule added = new FeeSchedule(
                terms,
                versions.size() + 1,
                version,
                scheduleIndex,
                slot(terms.commissionAccountId, asset),
                slot(terms.stampDutyAccountId, asset),
                slot(terms.transferFeeAccountId, asset));
        versions.add(added);
        return added;
    }

    private int slot(long accountId, Asset asset) {
        return ledger.balances().findOrAdd(ledger.accounts().find(accountId), asset.index());
    }

    private void enforce(Head head, FeeSchedule version) {
        head.inForce = version.place;
        for (int i = 0; i < instruments.size(); i++) {
            if (instruments.at(i).feeScheduleId == head.scheduleId) {
                follow(instruments.at(i));
            }
        }
        emit(version, true);
    }

    /** Lets the later orders of an instrument be charged by the version of its schedule that is in force. */
    private void follow(Instrument instrument) {
        int index = instrument.feeScheduleId == 0 ? -1 : find(instrument.feeScheduleId);
        @Nullable Head head = index < 0 ? null : heads.get(index);
        instrument.fees = head == null || head.inForce == NONE ? null : at(head.inForce);
    }

    private void emit(FeeSchedule of, boolean inForce) {
        SetFeeSchedule terms = of.terms;
        FeeScheduleSet event = set;
        event.scheduleId = terms.scheduleId;
        event.assetId = terms.assetId;
        event.calendarId = terms.calendarId;
        event.effectiveDate = terms.effectiveDate;
        event.commissionAccountId = terms.commissionAccountId;
        event.stampDutyAccountId = terms.stampDutyAccountId;
        event.transferFeeAccountId = terms.transferFeeAccountId;
        event.commissionMinimumMinor = terms.commissionMinimumMinor;
        event.makerPpm = terms.makerPpm;
        event.takerPpm = terms.takerPpm;
        event.tier1TurnoverMinor = terms.tier1TurnoverMinor;
        event.tier1MakerPpm = terms.tier1MakerPpm;
        event.tier1TakerPpm = terms.tier1TakerPpm;
        event.tier2TurnoverMinor = terms.tier2TurnoverMinor;
        event.tier2MakerPpm = terms.tier2MakerPpm;
        event.tier2TakerPpm = terms.tier2TakerPpm;
        event.tier3TurnoverMinor = terms.tier3TurnoverMinor;
        event.tier3MakerPpm = terms.tier3MakerPpm;
        event.tier3TakerPpm = terms.tier3TakerPpm;
        event.stampDutyPpm = terms.stampDutyPpm;
        event.transferFeePpm = terms.transferFeePpm;
        event.commissionRounding = terms.commissionRounding;
        event.stampDutyRounding = terms.stampDutyRounding;
        event.transferFeeRounding = terms.transferFeeRounding;
        event.version = of.version;
        event.inForce = inForce;
        sequencer.stamp(event);
        sink.onFeeScheduleSet(event);
    }
}
