package io.pharos.platform.stream;

import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.edge.ProblemTexts;
import io.pharos.platform.edge.SessionWatch;
import io.pharos.platform.peer.Peers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.ObjectMapper;

/** Accepts connections of the page's stream, and those of other processes of the installation, up to a limit. */
public final class StreamHandler extends TextWebSocketHandler {
    private static final List<String> PASSED_ON =
            List.of(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE);

    private final List<ChannelSource> sources;
    private final ObjectMapper json;
    private final ProblemTexts texts;
    private final SessionHandshake handshake;
    private final Peers peers;
    private final Map<String, Open> connections = new ConcurrentHashMap<>();
    private final Map<String, Integer> perAddress = new ConcurrentHashMap<>();

    public StreamHandler(
            List<ChannelSource> sources,
            ObjectMapper json,
            ProblemTexts texts,
            SessionHandshake handshake,
            Peers peers) {
        this.handshake = handshake;
        this.peers = peers;
        this.sources = List.copyOf(sources);
        this.json = json;
        this.texts = texts;
    }

    private record Open(StreamConnection connection, SessionWatch.Watched session) {}

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        int fromAddress = isPeer(session) ? 0 : perAddress.merge(address(session), 1, Integer::sum);
        if (connections.size() >= Limits.CONNECTIONS_MAX || fromAddress > Limits.CONNECTIONS_PER_ADDRESS_MAX) {
            session.close(CloseStatus.SERVICE_OVERLOAD);
            return;
        }
        session.setTextMessageSizeLimit(Limits.REQUEST_LENGTH_MAX);
        Locale language = language(session);
        StreamConnection connection = new StreamConnection(
                session,
                SessionHandshake.caller(session),
                sources,
                json,
                problem -> rendered(problem, language),
                (role, reader) -> new PeerStream(role, peers, passedOn(session), json, reader));
        connections.put(session.getId(), new Open(connection, handshake.watch(session, connection::sessionEnded)));
        connection.open();
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        Open open = connections.get(session.getId());
        if (open != null) {
            open.connection().request(message.getPayload());
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        if (!isPeer(session)) {
            perAddress.computeIfPresent(address(session), (address, count) -> count > 1 ? (Integer) (count - 1) : null);
        }
        Open open = connections.remove(session.getId());
        if (open != null) {
            open.session().close();
            open.connection().close();
        }
    }

    /** Processes of the installation come for many readers each. */
    private static boolean isPeer(WebSocketSession session) {
        URI address = session.getUri();
        return address != null && address.getPath().equals(PeerStream.PATH);
    }

    /** What another process has to know of the reader: its session and its language. */
    private static Map<String, String> passedOn(WebSocketSession session) {
        HttpHeaders headers = session.getHandshakeHeaders();
        Map<String, String> passed = new HashMap<>();
        for (String name : PASSED_ON) {
            List<String> values = headers.getOrDefault(name, List.of());
            if (!values.isEmpty()) {
                passed.put(name, String.join(name.equals(HttpHeaders.COOKIE) ? "; " : ", ", values));
            }
        }
        return passed;
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
