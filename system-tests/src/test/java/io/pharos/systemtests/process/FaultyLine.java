package io.pharos.systemtests.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a process that can fall silent: connections stand, and nothing comes through until it speaks again. */
public final class FaultyLine implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FaultyLine.class.getName());
    private static final int CHUNK_BYTES = 16_384;
    private static final int BACKLOG = 64;

    private final InetSocketAddress target;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private boolean silent;

    private FaultyLine(InetSocketAddress target, ServerSocket server) {
        this.target = target;
        this.server = server;
    }

    /** A line to whoever listens at {@code process}. */
    public static FaultyLine to(URI process) {
        try {
            FaultyLine line = new FaultyLine(
                    new InetSocketAddress(process.getHost(), process.getPort()),
                    new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("line").start(line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where to connect. */
    public URI address() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    /** Lets nothing through, or all that has waited. */
    public synchronized void silence(boolean on) {
        silent = on;
        notifyAll();
    }

    @Override
    public void close() throws IOException {
        server.close();
        silence(false);
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                Socket far = new Socket();
                far.connect(target);
                sockets.add(near);
                sockets.add(far);
                Thread.ofVirtual().start(() -> pump(near, far));
                Thread.ofVirtual().start(() -> pump(far, near));
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "the line is closed, or the process is gone", e);
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK_BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                awaitSpeech();
                out.write(chunk, 0, length);
                out.flush();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "one side is gone; closing both tells the other", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private synchronized void awaitSpeech() throws InterruptedException {
        while (silent) {
            wait();
        }
    }
}
