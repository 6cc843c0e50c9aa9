package io.pharos.cluster.testing;

import io.pharos.cluster.transport.ClusterSecret;
import io.pharos.cluster.transport.MemberAddress;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Where the members of a test are. */
public final class Places {

    public static final ClusterSecret SECRET = ClusterSecret.of("the secret of this test's cluster");

    private Places() {}

    /** So many members on loopback, on ports that are free now. */
    public static List<MemberAddress> members(int count) {
        int range = count * MemberAddress.PORTS;
        while (true) {
            int first = ThreadLocalRandom.current().nextInt(21_000, 32_000 - range);
            if (IntStream.range(first, first + range).allMatch(Places::isFree)) {
                return IntStream.range(0, count)
                        .mapToObj(id -> new MemberAddress(id, "127.0.0.1", first + id * MemberAddress.PORTS))
                        .toList();
            }
        }
    }

    private static boolean isFree(int port) {
        try (var udp = new DatagramSocket(port, InetAddress.getLoopbackAddress());
                var tcp = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return udp.isBound() && tcp.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
