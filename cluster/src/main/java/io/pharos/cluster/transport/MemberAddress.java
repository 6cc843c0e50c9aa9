package io.pharos.cluster.transport;

import java.util.Arrays;
import java.util.List;

/**
 * Where a member is. Its ports follow one another from {@code basePort}; a firewall opens these and no others.
 *
 * <pre>
 *   +0 ingress    clients' commands            UDP
 *   +1 consensus  votes, positions             UDP
 *   +2 log        the leader's log             UDP
 *   +3 catch-up   what a late member missed    UDP
 *   +4 archive    control of recordings        UDP
 *   +5 guard      identity and status          TCP
 * </pre>
 *
 * Replies, egress, replication and replays go to ports that the receiver's system chooses.
 *
 * @param memberId its index in the list of members, from 0
 * @param host     name or address, reachable by every member and client
 * @param basePort 1024 to 65,530
 */
public record MemberAddress(int memberId, String host, int basePort) {

    /** How many ports a member uses from its base port on. */
    public static final int PORTS = 6;

    public MemberAddress {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host of member " + memberId + " is blank");
        }
        if (basePort < 1024 || basePort > 65_536 - PORTS) {
            throw new IllegalArgumentException(
                    "port " + basePort + " of member " + memberId + " is not within 1024 to " + (65_536 - PORTS));
        }
    }

    /**
     * Reads a list of members.
     *
     * @param list {@code host:basePort} of each member, by member id, separated by commas
     * @throws IllegalArgumentException if it is not such a list
     */
    public static List<MemberAddress> parse(String list) {
        var parts = Arrays.stream(list.split(",", -1)).map(String::strip).toList();
        return java.util.stream.IntStream.range(0, parts.size())
                .mapToObj(memberId -> parse(memberId, parts.get(memberId)))
                .toList();
    }

    private static MemberAddress parse(int memberId, String address) {
        int colon = address.lastIndexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("'" + address + "' is not host:port");
        }
        try {
            return new MemberAddress(
                    memberId, address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("'" + address + "' is not host:port", notANumber);
        }
    }

    public String ingress() {
        return endpoint(0);
    }

    public String consensus() {
        return endpoint(1);
    }

    public String log() {
        return endpoint(2);
    }

    public String catchUp() {
        return endpoint(3);
    }

    public String archive() {
        return endpoint(4);
    }

    public int guardPort() {
        return basePort + 5;
    }

    private String endpoint(int offset) {
        return host + ":" + (basePort + offset);
    }

    @Override
    public String toString() {
        return host + ":" + basePort;
    }
}
