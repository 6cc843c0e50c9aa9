package io.pharos.platform.trading.web;

import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.edge.ProblemTexts;
import io.pharos.platform.edge.SessionWatch;
import io.pharos.platform.stream.Limits;
import io.pharos.platform.stream.SessionHandshake;
import io.pharos.platform.stream.StreamHandler;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.ObjectMapper;

/** Accepts order-entry connections: one for each program of a customer, up to a limit. */
public final class OrderStreamHandler extends TextWebSocketHandler {
    /** Where programs connect. The session, by cookie or bearer token, is required at the handshake. */
    public static final String PATH = "/api/v1/orders/stream";

    /** Connections of one process. */
    static final int CONNECTIONS_MAX = 500;

    private final OrderStreamActions actions;
    private final ObjectMapper json;
    private final ProblemTexts texts;
    private final SessionHandshake handshake;
    private final Map<String, Open> connections = new ConcurrentHashMap<>();

    public OrderStreamHandler(
            OrderStreamActions actions, ObjectMapper json, ProblemTexts texts, SessionHandshake handshake) {
        this.handshake = handshake;
        this.actions = actions;
        this.json = json;
        this.texts = texts;
    }

    private record Open(OrderStreamConnection connection, SessionWatch.Watched session) {}

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws Exception {
        Caller caller = SessionHandshake.caller(session);
        if (caller == null) {
            session.close(CloseStatus.POLICY_VIOLATION.withReason(EdgeProblem.UNAUTHENTICATED.name()));
            return;
        }
        if (connections.size() >= CONNECTIONS_MAX) {
            session.close(CloseStatus.SERVICE_OVERLOAD);
            return;
        }
        session.setTextMessageSizeLimit(Limits.REQUEST_LENGTH_MAX);
        Locale language = StreamHandler.language(session);
        OrderStreamConnection connection = new OrderStreamConnection(
                session, caller.accountId(), actions, json, problem -> rendered(problem, language));
        connections.put(session.getId(), new Open(connection, handshake.watch(session, connection::sessionEnded)));
        connection.open();
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws InterruptedException {
        Open open = connections.get(session.getId());
        if (open != null) {
            open.session().seen();
            open.connection().request(message.getPayload());
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Open open = connections.remove(session.getId());
        if (open != null) {
            open.session().close();
            open.connection().close();
        }
    }

    private String rendered(ProblemException problem, Locale language) {
        return json.writeValueAsString(texts.render(problem, language, "-"));
    }
}
