package io.pharos.platform.catalogue;

import io.pharos.platform.instrument.Asset;
import io.pharos.platform.instrument.InstrumentKind;
import io.pharos.protocol.AssetKind;
import io.pharos.protocol.Rounding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The assets and instruments of an installation.
 *
 * @param assets in the order of their numbers
 * @param instruments in the order in which lists show them
 * @param calendars the business days by which instruments trade and settle
 */
@ConfigurationProperties("pharos.catalogue")
public record Catalogue(
        List<AssetEntry> assets,
        List<InstrumentEntry> instruments,
        @DefaultValue List<BusinessCalendar> calendars,
        @DefaultValue List<FeeScheduleEntry> feeSchedules,
        @DefaultValue List<MarginProgramEntry> marginPrograms) {
    public Catalogue {
        assets = List.copyOf(assets);
        instruments = List.copyOf(instruments);
        calendars = List.copyOf(calendars);
        feeSchedules = List.copyOf(feeSchedules);
        marginPrograms = List.copyOf(marginPrograms);
        Map<String, AssetEntry> byCode = new HashMap<>();
        Set<String> symbols = new HashSet<>();
        for (AssetEntry asset : assets) {
            if (byCode.put(asset.code(), asset) != null) {
                throw new IllegalArgumentException("catalogue: asset " + asset.code() + " stands twice");
            }
        }
        for (InstrumentEntry instrument : instruments) {
            if (!symbols.add(instrument.symbol())) {
                throw new IllegalArgumentException("catalogue: instrument " + instrument.symbol() + " stands twice");
            }
            SessionEntry session = instrument.session();
            SettlementEntry settlement = instrument.settlement();
            boolean opens = session == null
                    || session.calendarId() == 0
                    || has(calendars, session.calendarId(), BusinessCalendar::hasPhases);
            boolean settles = settlement == null || has(calendars, settlement.calendarId(), calendar -> true);
            if (!opens || !settles) {
                throw new IllegalArgumentException(
                        "catalogue: a calendar of " + instrument.symbol() + " is unknown or has no phases");
            }
            if (!byCode.containsKey(instrument.base()) || !byCode.containsKey(instrument.quote())) {
                throw new IllegalArgumentException("catalogue: an asset of " + instrument.symbol() + " is unknown");
            }
        }
    }

    private static boolean has(
            List<BusinessCalendar> calendars, int calendarId, Predicate<BusinessCalendar> condition) {
        return calendars.stream().anyMatch(calendar -> calendar.calendarId() == calendarId && condition.test(calendar));
    }

    /** A name in both languages. */
    public record Name(String zh, String en) {}

    /**
     * An asset.
     *
     * @param assetId the core's number for it; never reused
     * @param scale decimals of its minor unit
     */
    public record AssetEntry(int assetId, String code, int scale, AssetKind kind, Name name) {
        /** The asset as services know it. */
        public Asset asset() {
            return new Asset(assetId, code, scale, kind);
        }
    }

    /**
     * An instrument, in the units of {@link io.pharos.cluster.message.CoreCommand.RegisterInstrument}.
     *
     * @param base the code of what is bought and sold
     * @param quote the code of what is paid
     * @param session when and within what prices it trades; absent: at any hour and any price of its band
     * @param venue where it is matched; absent: here
     * @param settlement the rules that a new instrument is given; afterwards staff may change them
     * @param feeSchedule the fee schedule that a new instrument is given; absent: the fees of its registration
     * @param margin what it counts as margin; absent: it is no collateral, and bought with own cash only
     */
    public record InstrumentEntry(
            int instrumentId,
            String symbol,
            InstrumentKind kind,
            Name name,
            String base,
            String quote,
            long lotMinor,
            long boardLotLots,
            long tickValueMinor,
            int bandPpm,
            long referencePriceTicks,
            int makerFeePpm,
            int takerFeePpm,
            int sellTaxPpm,
            long maxOrderLots,
            int marketCollarPpm,
            @Nullable SessionEntry session,
            @Nullable SettlementEntry settlement,
            @Nullable Integer feeSchedule,
            @Nullable VenueEntry venue,
            @Nullable MarginEntry margin) {
        /** Whether what is bought may be sold before it has settled. */
        public boolean isSellableAtOnce() {
            SettlementEntry of = settlement;
            return of == null || of.lagDays() == 0 || of.sameDaySale();
        }
    }

    /**
     * A fee schedule, in the units of {@link io.pharos.cluster.message.CoreCommand.SetFeeSchedule}.
     *
     * @param asset code of the currency that it is charged in
     * @param tiers by the turnover of 30 days, at most three, the smallest first
     */
    public record FeeScheduleEntry(
            int scheduleId,
            String asset,
            long commissionMinimumMinor,
            int makerPpm,
            int takerPpm,
            @DefaultValue List<FeeTier> tiers,
            int stampDutyPpm,
            int transferFeePpm,
            @DefaultValue("HALF_UP") Rounding rounding) {
        public FeeScheduleEntry {
            tiers = List.copyOf(tiers);
        }
    }

    /**
     * What an instrument counts as margin, in the units of {@link io.pharos.cluster.message.CoreCommand.SetMarginTerms}.
     *
     * @param conversionPpm the conversion rate of its market value
     * @param initialPpm the initial margin ratio of what is borrowed to buy it; 0: it is collateral and no more
     */
    public record MarginEntry(
            int conversionPpm, @DefaultValue("0") int initialPpm) {}

    /**
     * A margin program, in the units of {@link io.pharos.cluster.message.CoreCommand.SetMarginProgram}.
     *
     * @param asset code of the currency that it lends
     */
    public record MarginProgramEntry(
            int programId,
            String asset,
            int calendarId,
            int closingPpm,
            int warningPpm,
            int restorePpm,
            int withdrawalPpm,
            int concentrationPpm,
            @DefaultValue("360") int dayCount,
            int callDays,
            int protectionPpm,
            long creditMaxMinor,
            @DefaultValue("10") int revalueSeconds) {}

    /** Commission from a turnover of 30 days on, in minor units and parts per million. */
    public record FeeTier(long turnoverMinor, int makerPpm, int takerPpm) {}

    /**
     * Where an instrument is matched, if not here.
     *
     * @param venueId the core's number for the venue
     * @param queuesWhenDown whether orders are taken while it is down, to be sent when it is back
     */
    public record VenueEntry(int venueId, boolean queuesWhenDown) {}

    /**
     * When and within what prices an instrument trades.
     *
     * @param calendarId its calendar; 0 for none
     * @param dynamicCollarPpm how far a trade may be from the last price, parts per million; 0 for any
     * @param staticCollarPpm how far from the last auction's price, or else the reference; 0 for any
     * @param interruptionSeconds how long the call lasts that follows where a price would leave a collar, 1 to 86,400
     * @param locksAuctions whether orders stay as they are during opening and closing auction
     */
    public record SessionEntry(
            int calendarId,
            int dynamicCollarPpm,
            int staticCollarPpm,
            @DefaultValue("120") int interruptionSeconds,
            boolean locksAuctions) {}

    /**
     * How the trades of an instrument settle, in the units of {@link
     * io.pharos.cluster.message.CoreCommand.SetSettlementRules}. An instrument without one settles at once.
     */
    public record SettlementEntry(
            int calendarId, int lagDays, int buyInDays, boolean proceedsUsable, boolean sameDaySale) {}

    /** The calendars that open and close instruments. */
    public List<BusinessCalendar> phaseCalendars() {
        return calendars.stream().filter(BusinessCalendar::hasPhases).toList();
    }

    public Optional<AssetEntry> asset(String code) {
        return assets.stream().filter(asset -> asset.code().equals(code)).findFirst();
    }

    public Optional<InstrumentEntry> instrument(String symbol) {
        return instruments.stream()
                .filter(instrument -> instrument.symbol().equals(symbol))
                .findFirst();
    }
}
