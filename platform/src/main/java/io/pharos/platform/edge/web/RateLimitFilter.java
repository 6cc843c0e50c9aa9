package io.pharos.platform.edge.web;

import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.edge.RateLimits;
import io.pharos.platform.edge.RateLimits.Decision;
import io.pharos.platform.edge.RateLimits.Policy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts requests to the API and refuses too many. The headers are those of draft-ietf-httpapi-ratelimit-headers-10:
 * {@code RateLimit-Policy: "orders";q=500;w=1} and {@code RateLimit: "orders";r=499;t=1}.
 */
public final class RateLimitFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final RateLimits limits;
    private final ProblemWriter problems;

    public RateLimitFilter(RateLimits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Policy policy = policyOf(request);
        Decision decision = limits.take(policy, subjectOf(request, policy), 1);
        String name = '"' + policy.name().toLowerCase(Locale.ROOT) + '"';
        long waitSeconds =
                decision.retryAfter().toSeconds() + (decision.retryAfter().toNanosPart() > 0 ? 1 : 0);
        long resetSeconds = decision.allowed() ? decision.period().toSeconds() : waitSeconds;
        response.setHeader(
                "RateLimit-Policy",
                name + ";q=" + decision.limit() + ";w=" + decision.period().toSeconds());
        response.setHeader("RateLimit", name + ";r=" + decision.remaining() + ";t=" + resetSeconds);
        if (decision.allowed()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(waitSeconds));
            problems.write(request, response, new ProblemException(EdgeProblem.RATE_LIMITED, waitSeconds));
        }
    }

    private static Policy policyOf(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean writes = !READING.contains(request.getMethod());
        if (writes && path.startsWith("/api/v1/orders")) {
            return Policy.ORDERS;
        }
        boolean signIn = path.equals("/api/v1/session") || path.equals("/api/v1/registrations");
        return signIn && "POST".equals(request.getMethod()) ? Policy.SIGN_INS : Policy.QUERIES;
    }

    private static String subjectOf(HttpServletRequest request, Policy policy) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (policy != Policy.SIGN_INS
                && authentication != null
                && authentication.getPrincipal() instanceof Caller caller) {
            return caller.customerId();
        }
        return request.getRemoteAddr();
    }
}
