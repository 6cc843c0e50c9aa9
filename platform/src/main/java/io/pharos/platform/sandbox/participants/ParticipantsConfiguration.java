package io.pharos.platform.sandbox.participants;

import io.pharos.platform.catalogue.Catalogue;
import io.pharos.platform.catalogue.Catalogue.InstrumentEntry;
import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.instrument.Instrument;
import io.pharos.platform.market.MarketQuotes;
import io.pharos.protocol.Phase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sandbox's participants. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ParticipantSettings.class)
public class ParticipantsConfiguration {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    @Bean
    Desk participantsDesk(CoreCalls core) {
        return new Desk(core);
    }

    @Bean(initMethod = "start")
    Participants participants(Catalogue catalogue, MarketQuotes market, Desk desk, ParticipantSettings settings) {
        return new Participants(instruments(catalogue), market, desk, settings);
    }

    @Bean
    ReplaysController replaysController(Participants participants, Desk desk, Catalogue catalogue) {
        return new ReplaysController(participants, desk, instruments(catalogue));
    }

    private static List<Instrument> instruments(Catalogue catalogue) {
        // What is matched elsewhere has no book here that they could quote in.
        return catalogue.instruments().stream()
                .filter(entry -> entry.venue() == null)
                .map(entry -> instrument(catalogue, entry))
                .toList();
    }

    private static Instrument instrument(Catalogue catalogue, InstrumentEntry entry) {
        return new Instrument(
                entry.instrumentId(),
                entry.symbol(),
                catalogue.asset(entry.base()).orElseThrow().asset(),
                catalogue.asset(entry.quote()).orElseThrow().asset(),
                entry.lotMinor(),
                entry.boardLotLots(),
                entry.tickValueMinor(),
                entry.bandPpm(),
                entry.referencePriceTicks(),
                limit(entry, -entry.bandPpm()),
                limit(entry, entry.bandPpm()),
                entry.makerFeePpm(),
                entry.takerFeePpm(),
                entry.sellTaxPpm(),
                entry.marketCollarPpm(),
                entry.maxOrderLots(),
                Phase.OPEN);
    }

    private static long limit(InstrumentEntry entry, int ppm) {
        return BigDecimal.valueOf(entry.referencePriceTicks())
                .multiply(MILLION.add(BigDecimal.valueOf(ppm)))
                .divide(MILLION, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
