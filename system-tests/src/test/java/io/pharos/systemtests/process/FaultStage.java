package io.pharos.systemtests.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays the faults that a journey asks for on real processes, in the words of the development server; what is so already stays so:
 * {@code POST /__play {"market":"down"|"up"}}, {@code {"silence":true|false}}, {@code {"bank":MODE}}.
 */
public final class FaultStage implements AutoCloseable {
    private static final int DONE = 204;
    private static final int FAILED = 500;

    private final HttpServer server;
    private final TwoProcesses platform;
    private final FaultyLine line;

    private FaultStage(HttpServer server, TwoProcesses platform, FaultyLine line) {
        this.server = server;
        this.platform = platform;
        this.line = line;
    }

    /** Opens the stage; it listens on the loopback interface only. */
    public static FaultStage open(TwoProcesses platform, FaultyLine line) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FaultStage stage = new FaultStage(server, platform, line);
        server.createContext("/__play", stage::answer);
        server.start();
        return stage;
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                play(JsonMapper.shared().readTree(exchange.getRequestBody()));
                exchange.sendResponseHeaders(DONE, -1);
            } catch (RuntimeException | AssertionError e) {
                e.printStackTrace();
                exchange.sendResponseHeaders(FAILED, -1);
            }
        }
    }

    private void play(JsonNode fault) {
        if (fault.has("silence")) {
            line.silence(fault.path("silence").asBoolean());
        }
        switch (fault.path("market").asString("")) {
            case "down" -> platform.killSecond();
            case "up" -> platform.restartSecond();
            default -> {}
        }
        if (fault.has("bank")) {
            platform.first()
                    .staff()
                    .post(
                            "/api/v1/operations/sandbox/bank",
                            "{\"mode\":\"" + fault.path("bank").asString() + "\"}")
                    .require(200);
        }
    }
}
