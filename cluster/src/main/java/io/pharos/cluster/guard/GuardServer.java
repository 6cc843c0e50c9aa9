package io.pharos.cluster.guard;

import io.pharos.cluster.transport.ClusterSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.function.Supplier;

/** Answers the other members' questions, one at a time, in a thread of its own. */
public final class GuardServer implements AutoCloseable {

    private static final int BACKLOG = 16;
    private static final int TIMEOUT_MILLIS = 1_000;

    private final ServerSocket server;
    private final ClusterSecret secret;
    private final Supplier<GuardAnswer> answers;

    private GuardServer(ServerSocket server, ClusterSecret secret, Supplier<GuardAnswer> answers) {
        this.server = server;
        this.secret = secret;
        this.answers = answers;
    }

    /**
     * Starts answering.
     *
     * @param answers what the member says of itself now; called by the server's thread
     * @throws IOException if the port is taken, or the host is not this machine's
     */
    public static GuardServer start(String host, int port, ClusterSecret secret, Supplier<GuardAnswer> answers)
            throws IOException {
        var server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByName(host), port), BACKLOG);
        } catch (IOException taken) {
            server.close();
            throw taken;
        }
        var guard = new GuardServer(server, secret, answers);
        Thread.ofPlatform().daemon().name("guard-" + port).start(guard::serve);
        return guard;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                socket.setSoTimeout(TIMEOUT_MILLIS);
                GuardExchange.answer(socket, secret, answers.get());
            } catch (IOException broken) {
                // A caller that goes away or talks nonsense is its own problem; the next one is served.
                System.getLogger(GuardServer.class.getName()).log(System.Logger.Level.DEBUG, "guard", broken);
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException broken) {
            System.getLogger(GuardServer.class.getName()).log(System.Logger.Level.WARNING, "guard", broken);
        }
    }
}
