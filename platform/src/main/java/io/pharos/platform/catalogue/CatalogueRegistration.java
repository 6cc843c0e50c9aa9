package io.pharos.platform.catalogue;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.catalogue.Catalogue.AssetEntry;
import io.pharos.platform.catalogue.Catalogue.InstrumentEntry;
import io.pharos.platform.catalogue.Catalogue.SessionEntry;
import io.pharos.platform.catalogue.Catalogue.VenueEntry;
import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.host.DataDirectory;
import io.pharos.platform.host.StartRefused;
import io.pharos.protocol.AccountKind;
import io.pharos.protocol.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Tells the core what the catalogue holds. Registering again what is registered changes nothing, so this runs at every
 * start; an instrument without a calendar is opened once only, so that one that staff halted stays halted. A bean that depends on the
 * registered catalogue takes this as a parameter.
 */
public final class CatalogueRegistration {
    private static final String OPENED_FILE = "catalogue.opened";

    private final Catalogue catalogue;
    private final CoreCalls core;
    private final DataDirectory data;

    CatalogueRegistration(Catalogue catalogue, CoreCalls core, DataDirectory data) {
        this.catalogue = catalogue;
        this.core = core;
        this.data = data;
    }

    void run() {
        for (HouseAccount account : HouseAccount.values()) {
            accept(
                    core.run(new CoreCommand.RegisterAccount(account.accountId(), AccountKind.HOUSE)),
                    "house account " + account);
        }
        for (AssetEntry asset : catalogue.assets()) {
            accept(
                    core.run(new CoreCommand.RegisterAsset(asset.assetId(), asset.code(), asset.scale(), asset.kind())),
                    "asset " + asset.code());
        }
        for (InstrumentEntry instrument : catalogue.instruments()) {
            accept(core.run(registration(instrument)), "instrument " + instrument.symbol());
            VenueEntry venue = instrument.venue();
            if (venue != null) {
                accept(core.run(listing(instrument, venue)), "venue of " + instrument.symbol());
            }
            SessionEntry session = instrument.session();
            if (session != null) {
                accept(core.run(rules(instrument, session)), "session rules of " + instrument.symbol());
            }
        }
        for (BusinessCalendar calendar : catalogue.phaseCalendars()) {
            accept(core.run(breaker(calendar)), "circuit breaker of calendar " + calendar.calendarId());
        }
        openNew();
    }

    private void openNew() {
        Path file = data.root().resolve(OPENED_FILE);
        List<String> opened = new ArrayList<>();
        try {
            if (Files.exists(file)) {
                opened.addAll(Files.readAllLines(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        List<InstrumentEntry> unopened = catalogue.instruments().stream()
                .filter(instrument -> !opened.contains(instrument.symbol()) && !hasCalendar(instrument))
                .toList();
        for (InstrumentEntry instrument : unopened) {
            CommandReply reply = core.run(
                    new CoreCommand.OpenInstrument(instrument.instrumentId(), instrument.referencePriceTicks()));
            if (reply.outcome() != Outcome.ALREADY_IN_PHASE) {
                accept(reply, "opening " + instrument.symbol());
            }
            opened.add(instrument.symbol());
        }
        if (!unopened.isEmpty()) {
            data.writePrivate(OPENED_FILE, String.join("\n", opened) + "\n");
        }
    }

    private static CoreCommand.SetListing listing(InstrumentEntry instrument, VenueEntry venue) {
        return new CoreCommand.SetListing(
                HouseAccount.VENUE_CLEARING.accountId(),
                HouseAccount.VENUE_ERROR.accountId(),
                instrument.instrumentId(),
                venue.venueId(),
                venue.queuesWhenDown());
    }

    private static boolean hasCalendar(InstrumentEntry instrument) {
        SessionEntry session = instrument.session();
        return session != null && session.calendarId() != 0;
    }

    private static CoreCommand.SetSessionRules rules(InstrumentEntry instrument, SessionEntry session) {
        return new CoreCommand.SetSessionRules(
                instrument.instrumentId(),
                session.calendarId(),
                session.dynamicCollarPpm(),
                session.staticCollarPpm(),
                TimeUnit.SECONDS.toNanos(session.interruptionSeconds()),
                session.locksAuctions());
    }

    private static CoreCommand.SetMarketBreaker breaker(BusinessCalendar calendar) {
        BusinessCalendar.Breaker breaker = calendar.breaker();
        return breaker == null
                ? new CoreCommand.SetMarketBreaker(calendar.calendarId(), 0, 0, 0)
                : new CoreCommand.SetMarketBreaker(
                        calendar.calendarId(),
                        breaker.haltMovePpm(),
                        TimeUnit.SECONDS.toNanos(breaker.haltSeconds()),
                        breaker.closeMovePpm());
    }

    private CoreCommand.RegisterInstrument registration(InstrumentEntry instrument) {
        return new CoreCommand.RegisterInstrument(
                instrument.instrumentId(),
                instrument.symbol(),
                assetId(instrument.base()),
                assetId(instrument.quote()),
                instrument.lotMinor(),
                instrument.boardLotLots(),
                instrument.tickValueMinor(),
                instrument.bandPpm(),
                instrument.referencePriceTicks(),
                instrument.makerFeePpm(),
                instrument.takerFeePpm(),
                instrument.sellTaxPpm(),
                HouseAccount.FEES.accountId(),
                HouseAccount.TAX.accountId(),
                instrument.maxOrderLots(),
                instrument.marketCollarPpm());
    }

    private int assetId(String code) {
        return catalogue.asset(code).orElseThrow().assetId();
    }

    private static final Set<Outcome> REFUSED_FOR_GOOD = Set.of(Outcome.EXISTS_WITH_OTHER_FIELDS);

    private static void accept(CommandReply reply, String what) {
        if (REFUSED_FOR_GOOD.contains(reply.outcome())) {
            throw new StartRefused(what + " is registered with other fields than catalogue.yaml has; "
                    + "registered fields never change, so restore the file or give the entry a new number");
        }
        if (!reply.isAccepted()) {
            throw new StartRefused("the core refused " + what + ": " + reply.outcome());
        }
    }
}
