package io.pharos.platform.edge;

import io.pharos.platform.database.Databases;
import io.pharos.platform.database.SchemaDatabase;
import io.pharos.platform.edge.web.BodyLimitFilter;
import io.pharos.platform.edge.web.CallerArguments;
import io.pharos.platform.edge.web.ErrorPage;
import io.pharos.platform.edge.web.ProblemAdvice;
import io.pharos.platform.edge.web.ProblemPages;
import io.pharos.platform.edge.web.ProblemWriter;
import io.pharos.platform.edge.web.RequestIdFilter;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.ObjectMapper;

/** Role edge: every process that serves public endpoints has it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdgeSettings.class)
@Import({
    ApiDescription.class,
    SecurityConfiguration.class,
    ErrorPage.class,
    ProblemAdvice.class,
    ProblemPages.class,
    Housekeeping.class
})
public class EdgeConfiguration {
    private static final int NUMBER_LENGTH_MAX = 64;
    private static final int NAME_LENGTH_MAX = 128;

    @Bean
    SchemaDatabase edgeDatabase(Databases databases) {
        return databases.open("edge");
    }

    @Bean
    ProblemBundle edgeProblems() {
        return new ProblemBundle("messages/edge", List.of(EdgeProblem.values()));
    }

    @Bean
    ProblemTexts problemTexts(List<ProblemBundle> bundles) {
        return new ProblemTexts(bundles);
    }

    @Bean
    ProblemWriter problemWriter(ProblemTexts texts, ObjectMapper json) {
        return new ProblemWriter(texts, json);
    }

    @Bean
    Sessions sessions(SchemaDatabase edgeDatabase, EdgeSettings settings, Clock clock) {
        return new Sessions(edgeDatabase, settings, clock);
    }

    @Bean
    SessionWatch sessionWatch(Sessions sessions) {
        return new SessionWatch(sessions);
    }

    @Bean
    RateLimits rateLimits(EdgeSettings settings) {
        return new RateLimits(settings);
    }

    @Bean
    IdempotentPosts idempotentPosts(
            SchemaDatabase edgeDatabase,
            ObjectMapper json,
            ObjectProvider<CommandIds> commandIds,
            Clock clock,
            EdgeSettings settings,
            ProblemWriter problems) {
        return new IdempotentPosts(
                edgeDatabase,
                json,
                commandIds::getObject,
                clock,
                settings,
                problem -> problems.render(
                        ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest(),
                        problem));
    }

    @Bean
    PublicEndpoints edgeEndpoints() {
        return PublicEndpoints.reading("/api/v1/openapi.json");
    }

    @Bean
    CallerArguments callerArguments() {
        return new CallerArguments();
    }

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
        FilterRegistrationBean<RequestIdFilter> registration = new FilterRegistrationBean<>(new RequestIdFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(EdgeSettings settings, ProblemWriter problems) {
        FilterRegistrationBean<BodyLimitFilter> registration = new FilterRegistrationBean<>(
                new BodyLimitFilter(settings.bodyMax().toBytes(), problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    /** A body is read with limits, and a name that stands twice in an object is refused: which one counts? */
    @Bean
    JsonFactoryBuilderCustomizer jsonLimits(EdgeSettings settings) {
        return factory -> factory.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(settings.jsonDepthMax())
                        .maxNumberLength(NUMBER_LENGTH_MAX)
                        .maxNameLength(NAME_LENGTH_MAX)
                        .build());
    }
}
