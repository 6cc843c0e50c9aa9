package io.pharos.platform.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Checks and finds TCP ports. */
public final class Ports {
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
                    "port " + port + " of " + host + " is taken; stop what listens there or choose another with "
                            + option,
                    e);
        }
    }

    /** A loopback port that was free a moment ago. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartRefused("no free port on the loopback interface", e);
        }
    }
}
