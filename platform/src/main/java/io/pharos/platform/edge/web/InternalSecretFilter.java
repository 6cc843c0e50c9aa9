package io.pharos.platform.edge.web;

import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.host.Secret;
import io.pharos.platform.peer.PeerSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets only processes of this installation call what lies below {@code /internal}; for all others it is not there. */
public final class InternalSecretFilter extends OncePerRequestFilter {
    private final Secret secret;
    private final ProblemWriter problems;

    public InternalSecretFilter(Secret secret, ProblemWriter problems) {
        this.secret = secret;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String offered = request.getHeader(PeerSettings.SECRET_HEADER);
        if (offered != null && secret.matches(offered)) {
            chain.doFilter(request, response);
        } else {
            problems.write(request, response, new ProblemException(EdgeProblem.NOT_FOUND));
        }
    }
}
