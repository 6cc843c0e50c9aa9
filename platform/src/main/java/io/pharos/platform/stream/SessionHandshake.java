package io.pharos.platform.stream;

import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.SessionCookie;
import io.pharos.platform.edge.SessionWatch;
import io.pharos.platform.edge.Sessions;
import io.pharos.platform.host.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Notes whose session opened a WebSocket, and has the session watched while it is open. */
public final class SessionHandshake implements HandshakeInterceptor {
    private static final String TOKEN = "pharos.token";
    private static final String CALLER = "pharos.caller";

    private final Sessions sessions;
    private final SessionWatch watch;

    public SessionHandshake(Sessions sessions, SessionWatch watch) {
        this.sessions = sessions;
        this.watch = watch;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        if (request instanceof ServletServerHttpRequest servlet) {
            SessionCookie.token(servlet.getServletRequest())
                    .filter(token -> !token.isEmpty())
                    .ifPresent(token -> sessions.find(token).ifPresent(caller -> {
                        attributes.put(TOKEN, new Secret(token));
                        attributes.put(CALLER, caller);
                    }));
        }
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        // nothing was opened here that a failed handshake would leave behind
    }

    /** Who opened a WebSocket, by the session that its handshake showed; null without one. */
    public static @Nullable Caller caller(WebSocketSession session) {
        return session.getAttributes().get(CALLER) instanceof Caller caller ? caller : null;
    }

    /**
     * Watches the session that opened a WebSocket.
     *
     * @param onEnd called once when it ends; never without a session
     */
    public SessionWatch.Watched watch(WebSocketSession session, Runnable onEnd) {
        return session.getAttributes().get(TOKEN) instanceof Secret token
                ? watch.watch(token, onEnd)
                : SessionWatch.NOTHING;
    }
}
