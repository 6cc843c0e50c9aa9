package io.pharos.systemtests.process;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports that two processes have to agree on before either has started. */
public final class FreePorts {
    private static final int FIRST = 12_000;
    private static final int LAST = 21_000;

    private FreePorts() {}

    /** The first of {@code count} neighbouring loopback ports that were free a moment ago, for TCP and UDP. */
    public static int range(int count) {
        while (true) {
            int first = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (IntStream.range(first, first + count).allMatch(FreePorts::isFree)) {
                return first;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket tcp = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                DatagramSocket udp = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            return tcp.isBound() && udp.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
