package io.pharos.simulation.world;

import io.pharos.simulation.run.Seeded;
import java.util.List;

/** Makes the faults of the weather happen, until they are told to stop. */
final class Mayhem {
    private static final long DAY_NANOS = 86_400 * Weather.SECOND;
    private static final long DOWN_MAX_NANOS = 1_500 * Weather.MILLI;
    private static final long CUT_MAX_NANOS = 1_000 * Weather.MILLI;
    private static final long FULL_MAX_NANOS = 1_000 * Weather.MILLI;

    private final World world;
    private final Weather weather;
    private final Seeded random;
    private final List<Member> members;
    private final List<Client> clients;

    Mayhem(World world, Weather weather, List<Member> members, List<Client> clients) {
        this.world = world;
        this.weather = weather;
        this.members = members;
        this.clients = clients;
        random = world.random();
    }

    void begin() {
        every(weather.crashNanos, this::crashMember);
        every(weather.clientCrashNanos, this::crashClient);
        every(weather.partitionNanos, this::cutOff);
        every(weather.clockJumpNanos, this::jumpClock);
        every(weather.diskFullNanos, this::fillDisk);
        every(weather.snapshotNanos, () -> any().snapshot());
        every(weather.nightNanos, this::passNights);
    }

    private void every(long meanNanos, Runnable fault) {
        if (meanNanos > 0) {
            world.after(random.between(meanNanos / 4, 2 * meanNanos), () -> {
                if (world.faulty()) {
                    fault.run();
                    every(meanNanos, fault);
                }
            });
        }
    }

    private Member any() {
        return members.get(random.below(members.size()));
    }

    private void crashMember() {
        Member member = any();
        if (random.percent(30)) {
            member = members.stream().filter(Member::isLeader).findFirst().orElse(member);
        }
        if (member.isUp()) {
            if (random.percent(50)) {
                member.snapshot();
            }
            world.crash(member);
            if (random.percent(30) && member.disk().damageSnapshot()) {
                world.count("snapshots damaged");
            }
        }
    }

    /** Starts a member again after a while. */
    void restart(Member member) {
        world.after(random.between(10 * Weather.MILLI, DOWN_MAX_NANOS), () -> {
            if (!member.isUp()) {
                member.start();
            }
        });
    }

    private void crashClient() {
        world.count("clients crashed");
        clients.get(random.below(clients.size())).crash();
    }

    private void cutOff() {
        int node = random.below(members.size());
        world.count("members cut off");
        world.network().cutOff(node);
        world.after(
                random.between(50 * Weather.MILLI, CUT_MAX_NANOS),
                () -> world.network().joinAgain(node));
    }

    private void jumpClock() {
        world.count("clock jumps");
        long most = random.percent(5) ? 20 * 60 * Weather.SECOND : 5 * Weather.SECOND;
        any().jumpClock(random.between(-most, most));
    }

    /** Some days pass for all of them. */
    private void passNights() {
        world.count("nights passed");
        long days = random.percent(90) ? random.between(1, 3) : random.between(20, 40);
        members.forEach(member -> member.jumpClock(days * DAY_NANOS));
    }

    private void fillDisk() {
        world.count("disks filled");
        Disk disk = any().disk();
        disk.full = true;
        world.after(random.between(50 * Weather.MILLI, FULL_MAX_NANOS), () -> disk.full = false);
    }

    /** Ends every fault that lasts: what is down starts, what is cut off is joined, what is full has room. */
    void end() {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            world.network().joinAgain(i);
            member.disk().full = false;
            if (!member.isUp()) {
                member.start();
            }
        }
    }
}
