package io.pharos.cluster.guard;

import io.pharos.cluster.transport.ClusterSecret;
import io.pharos.cluster.transport.MemberAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks the other members. */
public final class Peers {

    private static final int CONNECT_MILLIS = 300;
    private static final int READ_MILLIS = 1_000;

    private final List<MemberAddress> addresses;
    private final ClusterSecret secret;

    /**
     * The members but this one.
     *
     * @param memberId this member
     */
    public Peers(int memberId, List<MemberAddress> members, ClusterSecret secret) {
        this.addresses = members.stream()
                .filter(address -> address.memberId() != memberId)
                .toList();
        this.secret = secret;
    }

    /** One member, asked by somebody who is none. */
    public static Peers only(MemberAddress member, ClusterSecret secret) {
        return new Peers(-1, List.of(member), secret);
    }

    public List<MemberAddress> addresses() {
        return addresses;
    }

    /** The answers of those that are up, by member id. Takes about a second for each that is not. */
    public Map<Integer, GuardAnswer> ask() {
        var answers = new LinkedHashMap<Integer, GuardAnswer>();
        for (var address : addresses) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address.host(), address.guardPort()), CONNECT_MILLIS);
                socket.setSoTimeout(READ_MILLIS);
                var answer = GuardExchange.ask(socket, secret);
                if (answer.memberId() == address.memberId()) {
                    answers.put(address.memberId(), answer);
                }
            } catch (IOException silent) {
                System.getLogger(Peers.class.getName())
                        .log(System.Logger.Level.DEBUG, () -> "no answer from " + address, silent);
            }
        }
        return answers;
    }
}
