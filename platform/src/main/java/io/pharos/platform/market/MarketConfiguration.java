package io.pharos.platform.market;

import io.pharos.cluster.journal.JournalSource;
import io.pharos.platform.catalogue.Catalogue;
import io.pharos.platform.database.Databases;
import io.pharos.platform.database.SchemaDatabase;
import io.pharos.platform.edge.ProblemBundle;
import io.pharos.platform.edge.PublicEndpoints;
import io.pharos.platform.health.HealthCheck;
import io.pharos.platform.health.Progress;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.market.channel.Freshness;
import io.pharos.platform.market.channel.MarketChannels;
import io.pharos.platform.market.channel.PriceSources;
import io.pharos.platform.market.fold.MarketState;
import io.pharos.platform.market.store.MarketJournal;
import io.pharos.platform.market.store.MarketStore;
import io.pharos.platform.market.web.MarketController;
import io.pharos.platform.market.web.MarketProblem;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.ObjectMapper;

/** Role market. */
@Configuration(proxyBeanMethods = false)
public class MarketConfiguration {
    @Bean
    SchemaDatabase marketDatabase(Databases databases) {
        return databases.open("market");
    }

    @Bean
    ProblemBundle marketProblems() {
        return new ProblemBundle("messages/market", List.of(MarketProblem.values()));
    }

    @Bean
    PublicEndpoints marketEndpoints() {
        return PublicEndpoints.reading("/api/v1/instruments/**", "/api/v1/quotes");
    }

    @Bean
    MarketState marketState() {
        return new MarketState(new InstrumentDirectory());
    }

    @Bean
    MarketStore marketStore(SchemaDatabase marketDatabase) {
        return new MarketStore(marketDatabase.dataSource());
    }

    @Bean(initMethod = "start")
    MarketJournal marketJournal(MarketState state, MarketStore store, JournalSource journal) {
        return new MarketJournal(state, store, journal);
    }

    @Bean
    Freshness marketFreshness(MarketJournal journal) {
        return new Freshness(() -> !journal.trouble().isEmpty());
    }

    @Bean
    PriceSources priceSources(Clock clock) {
        return new PriceSources(clock);
    }

    @Bean
    MarketChannels marketChannels(MarketState state, Freshness freshness, PriceSources sources, ObjectMapper json) {
        return new MarketChannels(state, freshness, sources, json);
    }

    @Bean
    MarketController marketController(
            MarketState state, MarketStore store, Catalogue catalogue, Freshness freshness, PriceSources sources) {
        return new MarketController(state, store, catalogue, freshness, sources);
    }

    @Bean
    MarketCheck marketCheck(MarketState state, MarketJournal journal) {
        return new MarketCheck(state, journal);
    }

    record MarketCheck(MarketState state, MarketJournal journal) implements HealthCheck, Progress {
        @Override
        public long sequence() {
            return state.read(MarketState::sequence);
        }

        @Override
        public String name() {
            return "market";
        }

        @Override
        public String role() {
            return "market";
        }

        @Override
        public Health check() {
            long sequence = state.read(MarketState::sequence);
            String trouble = journal.trouble();
            return trouble.isEmpty()
                    ? Health.up("at sequence " + sequence)
                    : Health.degraded("at sequence " + sequence + ": " + trouble);
        }
    }
}
