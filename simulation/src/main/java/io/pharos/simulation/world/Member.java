package io.pharos.simulation.world;

import io.pharos.core.engine.EngineSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * A member of the simulated cluster: an honest, small replication protocol that stands in for Aeron Cluster, which is not
 * under test here.
 *
 * <pre>
 *   FOLLOWER --silence--> CANDIDATE --majority--> LEADER
 *       ^                     |                     |
 *       +---- a later term ---+---------------------+        any --crash, full disk--> down --restart--> FOLLOWER
 *
 *   an entry is committed when a majority has synced it, in the leader's own term
 *   a vote goes to a log that is at least as long, once in each term; term and vote are synced first
 * </pre>
 */
final class Member implements Network.Node {
    private enum Role {
        FOLLOWER,
        CANDIDATE,
        LEADER
    }

    private static final long HEARTBEAT_NANOS = 40 * Weather.MILLI;
    private static final long ELECTION_MIN_NANOS = 150 * Weather.MILLI;
    private static final long ELECTION_MAX_NANOS = 350 * Weather.MILLI;
    private static final long SYNC_MAX_NANOS = 2 * Weather.MILLI;
    private static final int ENTRIES_MAX = 64;
    private static final int PAGE_EVENTS_MAX = 200;

    private final World world;
    private final int id;
    private final int members;
    private final Disk disk;
    private final Replica replica;
    private final List<LogEntry> log = new ArrayList<>();
    private Role role = Role.FOLLOWER;
    private boolean up;
    private int leader = -1;
    private int incarnation;
    private long heardNanos;
    private long committed;

    /** Up to where the log is known to be that of the leader of this term. */
    private long verified;

    private boolean syncing;
    private int votes;
    private final long[] next;
    private final long[] match;

    /** How far this member's clock is from virtual time. */
    private long clockOffsetNanos;

    Member(World world, int id, int members, EngineSettings settings) {
        this.world = world;
        this.id = id;
        this.members = members;
        disk = new Disk(world.random());
        replica = new Replica(world, id, settings, disk);
        next = new long[members];
        match = new long[members];
    }

    boolean isUp() {
        return up;
    }

    boolean isLeader() {
        return up && role == Role.LEADER;
    }

    Disk disk() {
        return disk;
    }

    Replica replica() {
        return replica;
    }

    long lastIndex() {
        return log.size();
    }

    void jumpClock(long byNanos) {
        clockOffsetNanos += byNanos;
    }

    void start() {
        up = true;
        incarnation++;
        role = Role.FOLLOWER;
        leader = -1;
        verified = 0;
        syncing = false;
        log.clear();
        log.addAll(disk.readLog());
        replica.start();
        committed = replica.applied();
        heardNanos = world.now();
        awaitElection();
    }

    void crash() {
        up = false;
        incarnation++;
        role = Role.FOLLOWER;
        disk.crash();
        world.count("members crashed");
    }

    void snapshot() {
        if (up && replica.applied() > 0) {
            replica.snapshot();
        }
    }

    @Override
    public void receive(Message message) {
        if (!up) {
            return;
        }
        switch (message) {
            case Message.Submit m -> submit(m);
            case Message.Append m -> append(m);
            case Message.Appended m -> appended(m);
            case Message.AskVote m -> vote(m);
            case Message.Vote m -> counted(m);
            case Message.ReadJournal m -> {
                List<Bytes> events = replica.events(m.sequence(), PAGE_EVENTS_MAX);
                send(m.projection(), new Message.JournalPage(m.sequence(), events));
            }
            default -> throw new IllegalStateException("not for a member: " + message);
        }
    }

    private void submit(Message.Submit message) {
        if (role != Role.LEADER) {
            send(message.client(), new Message.NotLeader(leader == id ? -1 : leader));
        } else if (order(new LogEntry(disk.term, clock(), message.command()))) {
            replica.waitFor(log.size(), message.client());
            replicate();
        }
    }

    /** The leader puts an entry at the end of its log; a member that cannot write stops, as the production member does. */
    private boolean order(LogEntry entry) {
        if (!disk.append(entry)) {
            world.count("members stopped by a full disk");
            world.crash(this);
            return false;
        }
        log.add(entry);
        sync();
        return true;
    }

    private void sync() {
        if (syncing) {
            return;
        }
        syncing = true;
        int born = incarnation;
        world.after(world.random().between(1_000, SYNC_MAX_NANOS), () -> {
            if (born == incarnation) {
                syncing = false;
                disk.sync();
                synced();
            }
        });
    }

    private void synced() {
        if (role == Role.LEADER) {
            match[id] = disk.syncedIndex();
            commit();
        } else if (leader >= 0) {
            send(leader, new Message.Appended(disk.term, id, true, Math.min(disk.syncedIndex(), verified)));
        }
        applyCommitted();
        if (disk.syncedIndex() < log.size()) {
            sync();
        }
    }

    private void replicate() {
        for (int peer = 0; peer < members; peer++) {
            if (peer != id) {
                long previous = next[peer] - 1;
                int to = (int) Math.min(log.size(), previous + ENTRIES_MAX);
                List<LogEntry> entries = List.copyOf(log.subList((int) previous, to));
                send(peer, new Message.Append(disk.term, id, previous, termAt(previous), entries, committed));
            }
        }
    }

    private void append(Message.Append message) {
        if (message.term() < disk.term) {
            send(message.leader(), new Message.Appended(disk.term, id, false, 0));
            return;
        }
        enter(message.term());
        role = Role.FOLLOWER;
        leader = message.leader();
        heardNanos = world.now();
        long previous = message.previousIndex();
        if (previous > log.size() || termAt(previous) != message.previousTerm()) {
            long most = Math.min(log.size(), Math.max(0, previous - 1));
            // Back by a term at once: who led a minority for long would need one round for each of its entries.
            while (previous <= log.size() && most > 0 && termAt(most) == termAt(previous)) {
                most--;
            }
            send(leader, new Message.Appended(disk.term, id, false, most));
            return;
        }
        long index = previous;
        for (LogEntry entry : message.entries()) {
            index++;
            if (index <= log.size() && termAt(index) != entry.term()) {
                log.subList((int) index - 1, log.size()).clear();
                disk.truncate(index - 1);
            }
            if (index > log.size() && !order(entry)) {
                return;
            }
        }
        verified = Math.max(verified, index);
        if (disk.syncedIndex() >= index) {
            send(leader, new Message.Appended(disk.term, id, true, index));
        }
        committed = Math.max(committed, Math.min(message.committed(), index));
        applyCommitted();
    }

    private void appended(Message.Appended message) {
        if (message.term() > disk.term) {
            enter(message.term());
        } else if (role == Role.LEADER && message.term() == disk.term) {
            int peer = message.member();
            if (message.accepted()) {
                match[peer] = Math.max(match[peer], Math.min(message.index(), log.size()));
                next[peer] = Math.max(next[peer], match[peer] + 1);
                commit();
            } else {
                next[peer] = Math.max(match[peer] + 1, message.index() + 1);
            }
        }
    }

    /** Commits what a majority has synced, if the leader ordered it in its own term. */
    private void commit() {
        for (long index = log.size(); index > committed && termAt(index) == disk.term; index--) {
            if (isOnMajority(index)) {
                committed = index;
                applyCommitted();
                return;
            }
        }
    }

    private boolean isOnMajority(long index) {
        int have = 0;
        for (int peer = 0; peer < members; peer++) {
            have += match[peer] >= index ? 1 : 0;
        }
        return have * 2 > members;
    }

    /** Applies what is committed and safe on this member's own disk. */
    private void applyCommitted() {
        while (up && replica.applied() < Math.min(committed, disk.syncedIndex())) {
            replica.apply(log.get((int) replica.applied()));
        }
    }

    private void awaitElection() {
        int born = incarnation;
        long timeout = world.random().between(ELECTION_MIN_NANOS, ELECTION_MAX_NANOS);
        world.after(timeout, () -> {
            if (born == incarnation) {
                if (role != Role.LEADER && world.now() - heardNanos >= timeout) {
                    standForElection();
                }
                awaitElection();
            }
        });
    }

    private void standForElection() {
        disk.term++;
        verified = 0;
        disk.votedFor = id;
        role = Role.CANDIDATE;
        leader = -1;
        votes = 1;
        heardNanos = world.now();
        if (votes * 2 > members) {
            lead();
            return;
        }
        for (int peer = 0; peer < members; peer++) {
            if (peer != id) {
                send(peer, new Message.AskVote(disk.term, id, log.size(), termAt(log.size())));
            }
        }
    }

    private void vote(Message.AskVote message) {
        if (message.term() > disk.term) {
            enter(message.term());
        }
        long lastTerm = termAt(log.size());
        boolean isLongEnough =
                message.lastTerm() > lastTerm || (message.lastTerm() == lastTerm && message.lastIndex() >= log.size());
        boolean mayVote = disk.votedFor == -1 || disk.votedFor == message.candidate();
        boolean granted = message.term() == disk.term && mayVote && isLongEnough;
        if (granted) {
            disk.votedFor = message.candidate();
            heardNanos = world.now();
        }
        send(message.candidate(), new Message.Vote(disk.term, id, granted));
    }

    private void counted(Message.Vote message) {
        if (message.term() > disk.term) {
            enter(message.term());
        } else if (role == Role.CANDIDATE && message.term() == disk.term && message.granted()) {
            // A vote may arrive twice; the voters are counted by their marks.
            if (match[message.member()] != -disk.term) {
                match[message.member()] = -disk.term;
                votes++;
            }
            if (votes * 2 > members) {
                lead();
            }
        }
    }

    private void lead() {
        world.count("leaders elected");
        role = Role.LEADER;
        leader = id;
        for (int peer = 0; peer < members; peer++) {
            next[peer] = log.size() + 1L;
            match[peer] = 0;
        }
        match[id] = disk.syncedIndex();
        if (order(new LogEntry(disk.term, clock(), Bytes.NONE))) {
            beat();
        }
    }

    private void beat() {
        int born = incarnation;
        long term = disk.term;
        if (replica.machine().nextDeadlineNanos() <= clock() && committed == log.size()) {
            if (!order(new LogEntry(disk.term, clock(), Bytes.NONE))) {
                return;
            }
        }
        replicate();
        world.after(HEARTBEAT_NANOS, () -> {
            if (born == incarnation && role == Role.LEADER && disk.term == term) {
                beat();
            }
        });
    }

    /** Follows a later term. */
    private void enter(long term) {
        if (term > disk.term) {
            disk.term = term;
            disk.votedFor = -1;
            leader = -1;
            verified = 0;
        }
        if (role == Role.LEADER) {
            replica.forgetWaiting();
        }
        role = Role.FOLLOWER;
    }

    /** In whole milliseconds: entries of the same time, and deadlines met exactly, are frequent. */
    private long clock() {
        long nanos = World.EPOCH_NANOS + world.now() + clockOffsetNanos;
        return nanos - Math.floorMod(nanos, Weather.MILLI);
    }

    private long termAt(long index) {
        return index == 0 ? 0 : log.get((int) index - 1).term();
    }

    private void send(int to, Message message) {
        world.network().send(id, to, message);
    }
}
