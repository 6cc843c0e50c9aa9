package io.pharos.platform.host;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Checks and finds TCP ports. */
public final class Ports {
    /** Below the ports that systems give to outgoing connections. */
    private static final int RANGE_FIRST = 22_000;

    private static final int RANGE_LAST = 32_000;
    private static final int RANGE_ATTEMPTS = 100;

    private Ports() {}

    /**
     * Refuses a port that somebody listens on.
     *
     * @param port 1 to 65535, or 0 for any free one
     * @throws StartRefused when it cannot be bound, naming the option to change
     */
    public static void refuseTaken(String host, int port, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException e) {
            throw new StartRefused("the host " + host + " is not known", e);
        } catch (IOException e) {
            throw new StartRefused(
                    isOfThisMachine(host)
                            ? "port " + port + " of " + host
                                    + " is taken; stop what listens there or choose another with " + option
                            : "the address " + host + " is not one of this machine; choose another with --host",
                    e);
        }
    }

    private static boolean isOfThisMachine(String host) {
        try (ServerSocket any = new ServerSocket()) {
            any.bind(new InetSocketAddress(InetAddress.getByName(host), 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The first of {@code count} neighbouring ports that were free a moment ago, for TCP and UDP. Random, so that
     * processes that start together choose different ones.
     */
    public static int freeRange(int count) {
        for (int attempt = 0; attempt < RANGE_ATTEMPTS; attempt++) {
            int first = ThreadLocalRandom.current().nextInt(RANGE_FIRST, RANGE_LAST - count);
            if (IntStream.range(first, first + count).allMatch(Ports::isFree)) {
                return first;
            }
        }
        throw new StartRefused("no " + count + " neighbouring free ports were found");
    }

    private static boolean isFree(int port) {
        try (ServerSocket tcp = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                DatagramSocket udp = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            return tcp.isBound() && udp.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** A port that was free a moment ago, and that no outgoing connection is given meanwhile. */
    public static int free() {
        return freeRange(1);
    }
}
