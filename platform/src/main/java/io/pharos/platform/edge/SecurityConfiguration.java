package io.pharos.platform.edge;

import io.pharos.platform.edge.web.InternalSecretFilter;
import io.pharos.platform.edge.web.ProblemWriter;
import io.pharos.platform.edge.web.RateLimitFilter;
import io.pharos.platform.edge.web.SessionFilter;
import io.pharos.platform.peer.PeerSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may call what. Below {@code /api} everything needs a session unless a {@link PublicEndpoints} bean names it;
 * {@code /api/v1/operations} needs staff; {@code /internal} and {@code /sandbox} need the installation's secret;
 * all else is static files, which are public.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    /**
     * No inline script runs and no inline style counts. Scripts may still place elements through the object model, which
     * the policy does not govern; a browser test fails when a page reports a violation.
     */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    @Bean
    @Order(1)
    SecurityFilterChain internalChain(HttpSecurity http, PeerSettings peers, ProblemWriter problems) throws Exception {
        return http.securityMatcher("/internal/**", "/sandbox/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new InternalSecretFilter(peers.internalSecret(), problems), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain publicChain(
            HttpSecurity http,
            Sessions sessions,
            RateLimits limits,
            ProblemWriter problems,
            List<PublicEndpoints> publicEndpoints)
            throws Exception {
        // A session is a row of ours, found anew at each request: nothing of the framework's must remember or rotate
        // it.
        return http.sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // A bearer token cannot be sent by a foreign page, so only the cookie needs the second proof.
                .csrf(csrf -> csrf.spa().ignoringRequestMatchers(SecurityConfiguration::showsBearer))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"))
                        .crossOriginOpenerPolicy(Customizer.withDefaults())
                        // Static files say themselves how long they may be kept.
                        .cacheControl(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> authorize(requests, publicEndpoints))
                .exceptionHandling(errors -> errors.authenticationEntryPoint((request, response, refusal) ->
                                problems.write(request, response, new ProblemException(EdgeProblem.UNAUTHENTICATED)))
                        .accessDeniedHandler((request, response, refusal) -> problems.write(
                                request,
                                response,
                                new ProblemException(
                                        refusal instanceof CsrfException
                                                ? EdgeProblem.CSRF_TOKEN_MISSING
                                                : EdgeProblem.FORBIDDEN))))
                .addFilterBefore(new SessionFilter(sessions), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new RateLimitFilter(limits, problems), AnonymousAuthenticationFilter.class)
                .build();
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            List<PublicEndpoints> publicEndpoints) {
        for (PublicEndpoints some : publicEndpoints) {
            for (PublicEndpoints.Endpoint endpoint : some.endpoints()) {
                requests.requestMatchers(endpoint.method(), endpoint.pattern()).permitAll();
            }
        }
        requests.requestMatchers(
                        "/api/v1/operations/**",
                        "/api/v1/settlement/**",
                        "/api/v1/ledger/**",
                        "/api/v1/venues",
                        "/api/v1/venues/**")
                .hasRole(Caller.CallerRole.STAFF.name())
                .requestMatchers("/api/**")
                .authenticated()
                .anyRequest()
                .permitAll();
    }

    private static boolean showsBearer(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.startsWith("Bearer ");
    }
}
