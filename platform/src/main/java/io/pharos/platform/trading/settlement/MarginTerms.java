package io.pharos.platform.trading.settlement;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.catalogue.Catalogue;
import io.pharos.platform.catalogue.Catalogue.InstrumentEntry;
import io.pharos.platform.catalogue.Catalogue.MarginEntry;
import io.pharos.platform.catalogue.Catalogue.MarginProgramEntry;
import io.pharos.platform.catalogue.HouseAccount;
import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.trading.query.MarginQueries;
import io.pharos.protocol.Outcome;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the core the margin programs and terms of the catalogue, once; later changes are the staff's. */
public final class MarginTerms {
    private static final Logger LOG = LoggerFactory.getLogger(MarginTerms.class);
    private static final int MILLION = 1_000_000;

    private final CoreCalls core;
    private final Catalogue catalogue;
    private final MarginQueries queries;

    public MarginTerms(CoreCalls core, Catalogue catalogue, MarginQueries queries) {
        this.core = core;
        this.catalogue = catalogue;
        this.queries = queries;
    }

    /** Gives what the tables do not know yet. */
    void give() {
        for (MarginProgramEntry entry : catalogue.marginPrograms()) {
            if (queries.program(entry.programId()).isEmpty()) {
                Outcome outcome = core.run(command(entry)).outcome();
                LOG.info("Margin program {}: {}", entry.programId(), outcome);
            }
        }
        for (InstrumentEntry instrument : catalogue.instruments()) {
            MarginEntry margin = instrument.margin();
            boolean isKnown =
                    queries.terms().stream().anyMatch(terms -> terms.instrumentId() == instrument.instrumentId());
            if (margin != null && !isKnown) {
                boolean isFinanced = margin.initialPpm() > 0;
                Outcome outcome = core.run(new CoreCommand.SetMarginTerms(
                                instrument.instrumentId(),
                                margin.conversionPpm(),
                                isFinanced ? margin.initialPpm() : MILLION,
                                true,
                                isFinanced,
                                0))
                        .outcome();
                LOG.info("Margin terms of {}: {}", instrument.symbol(), outcome);
            }
        }
    }

    private CoreCommand command(MarginProgramEntry entry) {
        return new CoreCommand.SetMarginProgram(
                entry.programId(),
                catalogue.asset(entry.asset()).orElseThrow().assetId(),
                entry.calendarId(),
                HouseAccount.MARGIN_LENDING.accountId(),
                HouseAccount.MARGIN_INTEREST.accountId(),
                entry.closingPpm(),
                entry.warningPpm(),
                entry.restorePpm(),
                entry.withdrawalPpm(),
                entry.concentrationPpm(),
                entry.dayCount(),
                entry.callDays(),
                entry.protectionPpm(),
                entry.creditMaxMinor(),
                TimeUnit.SECONDS.toNanos(entry.revalueSeconds()),
                0);
    }
}
