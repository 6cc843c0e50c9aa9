package io.pharos.platform.stream;

import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.edge.ProblemTexts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.ObjectMapper;

/** Accepts connections of the page's stream, up to a limit. */
public final class StreamHandler extends TextWebSocketHandler {
    private final List<ChannelSource> sources;
    private final ObjectMapper json;
    private final ProblemTexts texts;
    private final Map<String, StreamConnection> connections = new ConcurrentHashMap<>();
    private final Map<String, Integer> perAddress = new ConcurrentHashMap<>();

    public StreamHandler(List<ChannelSource> sources, ObjectMapper json, ProblemTexts texts) {
        this.sources = List.copyOf(sources);
        this.json = json;
        this.texts = texts;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        int fromAddress = perAddress.merge(address(session), 1, Integer::sum);
        if (connections.size() >= Limits.CONNECTIONS_MAX || fromAddress > Limits.CONNECTIONS_PER_ADDRESS_MAX) {
            session.close(CloseStatus.SERVICE_OVERLOAD);
            return;
        }
        session.setTextMessageSizeLimit(Limits.REQUEST_LENGTH_MAX);
        Locale language = language(session);
        StreamConnection connection =
                new StreamConnection(session, caller(session), sources, json, problem -> rendered(problem, language));
        connections.put(session.getId(), connection);
        connection.open();
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        StreamConnection connection = connections.get(session.getId());
        if (connection != null) {
            connection.request(message.getPayload());
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        perAddress.computeIfPresent(address(session), (address, count) -> count > 1 ? (Integer) (count - 1) : null);
        StreamConnection connection = connections.remove(session.getId());
        if (connection != null) {
            connection.close();
        }
    }

    /** Who opened a WebSocket, by the session that its handshake showed; null without one. */
    public static @Nullable Caller caller(WebSocketSession session) {
        return session.getPrincipal() instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof Caller caller
                ? caller
                : null;
    }

    /** The language of a WebSocket's refusals, by the header of its handshake. */
    public static Locale language(WebSocketSession session) {
        HttpHeaders headers = session.getHandshakeHeaders();
        List<Locale> asked = headers.getAcceptLanguageAsLocales();
        return ProblemTexts.language(asked.isEmpty() ? Locale.ENGLISH : asked.getFirst());
    }

    private String rendered(ProblemException problem, Locale language) {
        return json.writeValueAsString(texts.render(problem, language, "-"));
    }

    private static String address(WebSocketSession session) {
        InetSocketAddress remote = session.getRemoteAddress();
        return remote == null ? "" : String.valueOf(remote.getAddress());
    }
}
