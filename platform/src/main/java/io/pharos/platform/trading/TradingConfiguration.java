package io.pharos.platform.trading;

import io.pharos.cluster.client.CoreClient;
import io.pharos.cluster.journal.JournalSource;
import io.pharos.platform.catalogue.Catalogue;
import io.pharos.platform.catalogue.CatalogueRegistration;
import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.database.Databases;
import io.pharos.platform.database.SchemaDatabase;
import io.pharos.platform.edge.IdempotentPosts;
import io.pharos.platform.edge.ProblemBundle;
import io.pharos.platform.edge.ProblemTexts;
import io.pharos.platform.health.HealthCheck;
import io.pharos.platform.health.Progress;
import io.pharos.platform.host.DataDirectory;
import io.pharos.platform.host.FixEndpoint;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.market.MarketQuotes;
import io.pharos.platform.stream.SessionHandshake;
import io.pharos.platform.trading.entry.AccountWrites;
import io.pharos.platform.trading.entry.ClientOrders;
import io.pharos.platform.trading.entry.OrderEntry;
import io.pharos.platform.trading.entry.OrderForms;
import io.pharos.platform.trading.entry.TradingProblem;
import io.pharos.platform.trading.projection.JournalProjection;
import io.pharos.platform.trading.projection.ProjectionProgress;
import io.pharos.platform.trading.query.AccountQueries;
import io.pharos.platform.trading.query.MarginPower;
import io.pharos.platform.trading.query.MarginQueries;
import io.pharos.platform.trading.query.OrderQueries;
import io.pharos.platform.trading.query.ServicingQueries;
import io.pharos.platform.trading.query.SettlementQueries;
import io.pharos.platform.trading.query.TrialBalances;
import io.pharos.platform.trading.query.VenueQueries;
import io.pharos.platform.trading.risk.RiskChanges;
import io.pharos.platform.trading.settlement.BusinessDays;
import io.pharos.platform.trading.settlement.MarginTerms;
import io.pharos.platform.trading.venue.VenueGateway;
import io.pharos.platform.trading.venue.VenueSettings;
import io.pharos.platform.trading.web.AccountChannels;
import io.pharos.platform.trading.web.EstimateController;
import io.pharos.platform.trading.web.LinkedOrdersController;
import io.pharos.platform.trading.web.MarginController;
import io.pharos.platform.trading.web.MarginDeskController;
import io.pharos.platform.trading.web.OrderListController;
import io.pharos.platform.trading.web.OrderReader;
import io.pharos.platform.trading.web.OrderStreamActions;
import io.pharos.platform.trading.web.OrderStreamHandler;
import io.pharos.platform.trading.web.OrdersController;
import io.pharos.platform.trading.web.PortfolioController;
import io.pharos.platform.trading.web.PositionValuation;
import io.pharos.platform.trading.web.RiskController;
import io.pharos.platform.trading.web.ServicingController;
import io.pharos.platform.trading.web.ServicingTermsController;
import io.pharos.platform.trading.web.SettlementController;
import io.pharos.platform.trading.web.VenuesController;
import io.pharos.platform.trading.web.Views;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.ServletWebSocketHandlerRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import tools.jackson.databind.ObjectMapper;

/** Role trading. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VenueSettings.class)
public class TradingConfiguration {
    /** The name under which the projection says how far it is. */
    public static final String PROJECTION = "trading-projection";

    private static final int BEFORE_CONTROLLERS = -1;

    @Bean
    SchemaDatabase tradingDatabase(Databases databases) {
        return databases.open("trading");
    }

    @Bean
    ProblemBundle tradingProblems() {
        return new ProblemBundle("messages/trading", TradingProblem.all());
    }

    @Bean
    ProjectionProgress projectionProgress() {
        return new ProjectionProgress();
    }

    @Bean
    InstrumentDirectory tradingDirectory() {
        return new InstrumentDirectory();
    }

    /** @param afresh whether the tables are emptied first and written again from the first event */
    @Bean
    JournalProjection journalProjection(
            SchemaDatabase tradingDatabase,
            JournalSource journal,
            InstrumentDirectory tradingDirectory,
            ProjectionProgress progress,
            AccountChannels accountChannels,
            @Value("${pharos.trading.rebuild-projection:false}") boolean afresh) {
        JournalProjection projection = new JournalProjection(
                tradingDatabase.dataSource(), journal, tradingDirectory, progress, accountChannels::onCommit);
        if (afresh) {
            projection.rebuild();
        } else {
            projection.start();
        }
        return projection;
    }

    @Bean
    AccountChannels accountChannels(OrderQueries orders, AccountQueries accounts, Views views, ObjectMapper json) {
        return new AccountChannels(orders, accounts, views, json);
    }

    @Bean
    OrderStreamHandler orderStreamHandler(
            OrderEntry entry,
            OrderForms forms,
            InstrumentDirectory tradingDirectory,
            OrderReader reader,
            OrderQueries queries,
            ClientOrders clientOrders,
            ObjectMapper json,
            ProblemTexts texts,
            SessionHandshake handshake) {
        OrderStreamActions actions =
                new OrderStreamActions(entry, forms, tradingDirectory, reader, queries, clientOrders);
        return new OrderStreamHandler(actions, json, texts, handshake);
    }

    @Bean
    WebSocketConfigurer orderStreamMapping(OrderStreamHandler handler, SessionHandshake handshake) {
        return registry -> {
            registry.addHandler(handler, OrderStreamHandler.PATH).addInterceptors(handshake);
            if (registry instanceof ServletWebSocketHandlerRegistry servlet) {
                servlet.setOrder(BEFORE_CONTROLLERS); // or the path is taken for GET /orders/{id}
            }
        };
    }

    @Bean
    ProjectionCheck tradingProjectionCheck(JournalProjection projection) {
        return new ProjectionCheck(projection);
    }

    @Bean
    ClientOrders clientOrders(SchemaDatabase tradingDatabase) {
        return new ClientOrders(tradingDatabase.dataSource());
    }

    @Bean
    AccountWrites accountWrites(ProjectionProgress progress) {
        return new AccountWrites(progress);
    }

    @Bean
    OrderEntry orderEntry(ObjectProvider<CoreClient> core, ClientOrders clientOrders, AccountWrites writes) {
        return new OrderEntry(core::getObject, clientOrders, writes);
    }

    @Bean
    OrderForms orderForms(InstrumentDirectory tradingDirectory) {
        return new OrderForms(tradingDirectory);
    }

    @Bean
    OrderQueries orderQueries(SchemaDatabase tradingDatabase) {
        return new OrderQueries(tradingDatabase.jdbc());
    }

    @Bean
    AccountQueries accountQueries(SchemaDatabase tradingDatabase) {
        return new AccountQueries(tradingDatabase.jdbc(), tradingDatabase.transactions());
    }

    @Bean
    Views tradingViews(InstrumentDirectory tradingDirectory) {
        return new Views(tradingDirectory);
    }

    @Bean
    OrderReader orderReader(OrderQueries queries, AccountWrites writes) {
        return new OrderReader(queries, writes);
    }

    @Bean
    OrdersController ordersController(
            OrderEntry entry,
            OrderForms forms,
            OrderReader reader,
            Views views,
            InstrumentDirectory tradingDirectory,
            IdempotentPosts posts,
            Clock clock) {
        return new OrdersController(entry, forms, reader, views, tradingDirectory, posts, clock);
    }

    @Bean
    LinkedOrdersController linkedOrdersController(
            OrderEntry entry, OrderForms forms, OrderReader reader, Views views, IdempotentPosts posts, Clock clock) {
        return new LinkedOrdersController(entry, forms, reader, views, posts, clock);
    }

    @Bean
    OrderListController orderListController(
            OrderQueries queries,
            OrderReader reader,
            ClientOrders clientOrders,
            OrderEntry entry,
            AccountWrites writes,
            Views views,
            InstrumentDirectory tradingDirectory) {
        return new OrderListController(queries, reader, clientOrders, entry, writes, views, tradingDirectory);
    }

    @Bean
    PortfolioController portfolioController(
            AccountQueries queries,
            AccountWrites writes,
            Views views,
            InstrumentDirectory tradingDirectory,
            MarketQuotes market) {
        return new PortfolioController(
                queries, writes, views, new PositionValuation(tradingDirectory, market), tradingDirectory);
    }

    @Bean
    RiskController riskController(
            SchemaDatabase tradingDatabase,
            OrderEntry entry,
            AccountWrites writes,
            InstrumentDirectory tradingDirectory,
            IdempotentPosts posts,
            Clock clock) {
        return new RiskController(
                new RiskChanges(tradingDatabase.jdbc(), clock), entry, writes, tradingDirectory, posts);
    }

    @Bean
    EstimateController estimateController(
            InstrumentDirectory tradingDirectory,
            OrderForms forms,
            AccountQueries queries,
            ServicingQueries servicing,
            MarginQueries marginQueries,
            MarketQuotes market) {
        return new EstimateController(
                tradingDirectory, forms, queries, servicing, new MarginPower(marginQueries), market);
    }

    @Bean
    SettlementQueries settlementQueries(SchemaDatabase tradingDatabase) {
        return new SettlementQueries(tradingDatabase.jdbc());
    }

    @Bean
    ServicingQueries servicingQueries(SchemaDatabase tradingDatabase) {
        return new ServicingQueries(tradingDatabase.jdbc());
    }

    @Bean
    MarginQueries marginQueries(SchemaDatabase tradingDatabase) {
        return new MarginQueries(tradingDatabase.jdbc());
    }

    @Bean
    MarginController marginController(
            MarginQueries marginQueries,
            OrderEntry entry,
            AccountWrites writes,
            IdempotentPosts posts,
            Catalogue catalogue,
            InstrumentDirectory tradingDirectory) {
        return MarginController.of(marginQueries, entry, writes, posts, catalogue, tradingDirectory);
    }

    @Bean
    MarginDeskController marginDeskController(
            MarginQueries marginQueries,
            OrderEntry entry,
            AccountWrites writes,
            IdempotentPosts posts,
            Catalogue catalogue,
            InstrumentDirectory tradingDirectory) {
        return MarginDeskController.of(marginQueries, entry, writes, posts, catalogue, tradingDirectory);
    }

    @Bean
    ServicingController servicingController(
            ServicingQueries queries,
            OrderEntry entry,
            AccountWrites writes,
            IdempotentPosts posts,
            InstrumentDirectory tradingDirectory) {
        return new ServicingController(queries, entry, writes, posts, tradingDirectory);
    }

    @Bean
    ServicingTermsController servicingTermsController(
            OrderEntry entry, AccountWrites writes, IdempotentPosts posts, InstrumentDirectory tradingDirectory) {
        return new ServicingTermsController(entry, writes, posts, tradingDirectory);
    }

    @Bean
    SettlementController settlementController(
            SettlementQueries queries,
            SchemaDatabase tradingDatabase,
            JournalSource journal,
            ProjectionProgress progress,
            Catalogue catalogue,
            InstrumentDirectory tradingDirectory) {
        TrialBalances trialBalances = new TrialBalances(tradingDatabase.jdbc(), journal, progress);
        return new SettlementController(queries, trialBalances, catalogue, tradingDirectory);
    }

    /** @param registered the catalogue, which says what is matched at the venue */
    @Bean
    VenueGateway venueGateway(
            VenueSettings venueSettings,
            ObjectProvider<FixEndpoint> local,
            SchemaDatabase tradingDatabase,
            InstrumentDirectory tradingDirectory,
            CoreCalls core,
            CatalogueRegistration registered,
            DataDirectory data,
            Clock clock) {
        return new VenueGateway(
                venueSettings,
                local.getIfAvailable(),
                tradingDatabase.jdbc(),
                tradingDirectory,
                core,
                data.directory("fix"),
                clock);
    }

    @Bean
    VenuesController venuesController(
            SchemaDatabase tradingDatabase,
            InstrumentDirectory tradingDirectory,
            OrderEntry entry,
            AccountWrites writes,
            IdempotentPosts posts) {
        return new VenuesController(new VenueQueries(tradingDatabase.jdbc()), tradingDirectory, entry, writes, posts);
    }

    /** @param registered the catalogue, which stands in the core before its instruments get rules */
    @Bean
    BusinessDays businessDays(
            CoreCalls core,
            Catalogue catalogue,
            CatalogueRegistration registered,
            SettlementQueries queries,
            ServicingQueries servicing,
            MarginQueries marginQueries,
            ProjectionProgress progress,
            Clock clock) {
        MarginTerms margin = new MarginTerms(core, catalogue, marginQueries);
        return new BusinessDays(core, catalogue, queries, servicing, margin, progress, clock);
    }

    record ProjectionCheck(JournalProjection projection) implements HealthCheck, Progress {
        @Override
        public String name() {
            return PROJECTION;
        }

        @Override
        public long sequence() {
            return projection.sequence();
        }

        @Override
        public String role() {
            return "trading";
        }

        @Override
        public Health check() {
            String trouble = projection.trouble();
            return trouble.isEmpty()
                    ? Health.up("at sequence " + projection.sequence())
                    : Health.degraded("at sequence " + projection.sequence() + ": " + trouble);
        }
    }
}
