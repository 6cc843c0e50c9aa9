package io.pharos.simulation.world;

import io.pharos.simulation.run.Seeded;
import java.util.ArrayList;
import java.util.List;

/** Carries messages between nodes: loses, delays, duplicates and so reorders them; cuts members off for a while. */
final class Network {
    /** Takes messages. */
    interface Node {
        void receive(Message message);
    }

    private static final long DELAY_MIN_NANOS = 50_000;

    private final World world;
    private final Scheduler scheduler;
    private final Seeded random;
    private final Weather weather;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> cutOff = new ArrayList<>();

    Network(World world, Scheduler scheduler, Seeded random, Weather weather) {
        this.world = world;
        this.scheduler = scheduler;
        this.random = random;
        this.weather = weather;
    }

    /** Adds a node and returns its number: members first. */
    int add(Node node) {
        nodes.add(node);
        return nodes.size() - 1;
    }

    void cutOff(int node) {
        if (!cutOff.contains(node)) {
            cutOff.add(node);
        }
    }

    void joinAgain(int node) {
        cutOff.remove(Integer.valueOf(node));
    }

    void send(int from, int to, Message message) {
        boolean faulty = world.faulty();
        if (faulty && random.ppm(weather.lossPpm)) {
            world.count("messages lost");
            return;
        }
        carry(from, to, message);
        if (faulty && random.ppm(weather.duplicatePpm)) {
            world.count("messages duplicated");
            carry(from, to, message);
        }
    }

    private void carry(int from, int to, Message message) {
        long longest = world.faulty() ? weather.delayMaxNanos : Weather.MILLI;
        scheduler.after(random.between(DELAY_MIN_NANOS, longest), () -> {
            if (cutOff.contains(from) || cutOff.contains(to)) {
                world.count("messages cut off");
            } else {
                nodes.get(to).receive(message);
            }
        });
    }
}
