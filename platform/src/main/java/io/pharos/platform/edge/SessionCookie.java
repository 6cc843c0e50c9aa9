package io.pharos.platform.edge;

import io.pharos.platform.host.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookie that carries the session's token: not readable by scripts, never sent from another site, and never sent
 * without TLS, except to a loopback address.
 */
public final class SessionCookie {
    public static final String NAME = "pharos_session";
    private static final String BEARER = "Bearer ";

    private SessionCookie() {}

    /** The token that the request shows. */
    public static Optional<String> token(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.startsWith(BEARER)) {
            return Optional.of(authorization.substring(BEARER.length()).strip());
        }
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> NAME.equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    public static void set(HttpServletRequest request, HttpServletResponse response, Secret token, Duration life) {
        write(request, response, token.value(), life);
    }

    public static void clear(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(needsTls(request))
                        .sameSite("Strict")
                        .maxAge(life)
                        .build()
                        .toString());
    }

    /** Whether cookies of this request's host must not travel without TLS. */
    public static boolean needsTls(HttpServletRequest request) {
        if (request.isSecure()) {
            return true;
        }
        String host = request.getServerName();
        if ("localhost".equals(host)) {
            return false;
        }
        boolean literal = host.matches("[0-9.]+") || host.contains(":");
        try {
            return !(literal && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
