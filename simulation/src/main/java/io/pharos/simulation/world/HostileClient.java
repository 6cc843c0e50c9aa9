package io.pharos.simulation.world;

import io.pharos.cluster.message.CoreCommand;
import io.pharos.simulation.run.Seeded;
import java.util.ArrayList;
import java.util.List;

/** A client that keeps to nothing: repeats ids with other bodies, uses ids of nobody, fences, and sends what is no command. */
final class HostileClient implements Network.Node {
    private static final long CLIENT_ID = 7;
    private static final long PAUSE_MAX_NANOS = 60 * Weather.MILLI;
    private static final int KEPT = 40;

    private final World world;
    private final Workload workload;
    private final Seeded random;
    private final List<Bytes> sent = new ArrayList<>();
    private final int node;
    private int target;
    private long lastCommandId;

    HostileClient(World world, Workload workload) {
        this.world = world;
        this.workload = workload;
        random = world.random();
        node = world.network().add(this);
    }

    void begin() {
        world.after(random.between(1, PAUSE_MAX_NANOS), () -> {
            if (!workload.isEnded()) {
                Bytes message = message();
                sent.add(message);
                if (sent.size() > KEPT) {
                    sent.removeFirst();
                }
                world.network().send(node, target, new Message.Submit(node, message));
                begin();
            }
        });
    }

    private Bytes message() {
        int dice = random.below(100);
        if (dice < 15 && !sent.isEmpty()) {
            return sent.get(random.below(sent.size()));
        }
        if (dice < 30) {
            return noCommand();
        }
        if (dice < 45) {
            boolean fence = random.percent(60);
            long target = lastCommandId + random.between(-80, 4);
            CoreCommand ask = new CoreCommand.AskOutcome(random.percent(95) ? CLIENT_ID : 99, target, fence);
            return world.encode(CLIENT_ID, random.percent(95) ? ++lastCommandId : 0, ask);
        }
        CoreCommand command = workload.command();
        long commandId = random.percent(60) ? ++lastCommandId : Math.max(0, lastCommandId - random.below(90));
        long clientId = random.percent(94) ? CLIENT_ID : random.between(-1, 20) * 1_000;
        return world.encode(clientId, commandId, command);
    }

    /** Bytes that no codec takes for a command: cut off, of another schema, or of an unknown kind. */
    private Bytes noCommand() {
        byte[] bytes = world.encode(CLIENT_ID, ++lastCommandId, new CoreCommand.TakeDigest())
                .array()
                .clone();
        switch (random.below(3)) {
            case 0 -> bytes[4] ^= 0x40;
            case 1 -> bytes[3] |= 0x40;
            default -> {
                return new Bytes(java.util.Arrays.copyOf(bytes, random.below(bytes.length)));
            }
        }
        return new Bytes(bytes);
    }

    @Override
    public void receive(Message message) {
        if (message instanceof Message.NotLeader elsewhere && elsewhere.leader() >= 0) {
            target = elsewhere.leader();
        }
    }
}
