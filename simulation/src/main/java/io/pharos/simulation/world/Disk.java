package io.pharos.simulation.world;

import io.pharos.simulation.run.Seeded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a member keeps through a crash: its log and its journal, of which only the synced part is safe, its term and vote,
 * which are synced as they are written, and its last snapshots, which may be torn or damaged.
 */
final class Disk {
    private static final int SNAPSHOTS_KEPT = 3;

    /** A stored snapshot; {@code sound} is what was written, whatever became of it. */
    record Snapshot(long index, Bytes stored, Bytes sound) {
        boolean isDamaged() {
            return !stored.equals(sound);
        }
    }

    private final Seeded random;
    private final List<byte[]> log = new ArrayList<>();
    private final List<Bytes> journal = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private int syncedLog;
    private int syncedJournal;
    long term;
    int votedFor = -1;
    boolean full;

    Disk(Seeded random) {
        this.random = random;
    }

    /** Appends to the log; false where the disk is full. */
    boolean append(LogEntry entry) {
        if (full) {
            return false;
        }
        log.add(entry.toBytes());
        return true;
    }

    /** Cuts the log off behind an index. */
    void truncate(long index) {
        log.subList((int) index, log.size()).clear();
        syncedLog = Math.min(syncedLog, log.size());
    }

    /** Makes everything written so far safe. */
    void sync() {
        syncedLog = log.size();
        syncedJournal = journal.size();
    }

    /** Last index that is safe. */
    long syncedIndex() {
        return syncedLog;
    }

    /** The log as it can be read, up to the first entry that is torn. */
    List<LogEntry> readLog() {
        List<LogEntry> entries = new ArrayList<>();
        for (byte[] stored : log) {
            LogEntry entry = LogEntry.of(stored);
            if (entry == null) {
                break;
            }
            entries.add(entry);
        }
        log.subList(entries.size(), log.size()).clear();
        syncedLog = log.size();
        return entries;
    }

    /** Events recorded so far. */
    int journalSize() {
        return journal.size();
    }

    Bytes journalAt(int index) {
        return journal.get(index);
    }

    void record(Bytes event) {
        journal.add(event);
    }

    /** Stores a snapshot; false where the disk is full. The journal is made safe first. */
    boolean store(long index, Bytes snapshot) {
        if (full) {
            return false;
        }
        syncedJournal = journal.size();
        snapshots.add(new Snapshot(index, snapshot, snapshot));
        if (snapshots.size() > SNAPSHOTS_KEPT) {
            snapshots.removeFirst();
        }
        return true;
    }

    /** The snapshots, oldest first. */
    List<Snapshot> snapshots() {
        return snapshots;
    }

    /** Forgets a snapshot that could not be read. */
    void drop(Snapshot snapshot) {
        snapshots.remove(snapshot);
    }

    /** Loses what was not synced, but perhaps for a part, of which the end may be torn. */
    void crash() {
        int unsynced = log.size() - syncedLog;
        if (unsynced > 0) {
            int survives = random.below(unsynced + 1);
            log.subList(syncedLog + survives, log.size()).clear();
            if (survives > 0 && random.percent(50)) {
                byte[] last = log.getLast();
                log.set(log.size() - 1, Arrays.copyOf(last, random.below(last.length)));
            }
        }
        journal.subList(syncedJournal, journal.size()).clear();
    }

    /** Tears or damages the newest snapshot; whether there was one. */
    boolean damageSnapshot() {
        if (snapshots.isEmpty()) {
            return false;
        }
        Snapshot newest = snapshots.removeLast();
        snapshots.add(new Snapshot(newest.index, damaged(newest.sound, random), newest.sound));
        return true;
    }

    /** A copy that is cut off, has one bit turned, or one number a little larger or smaller. */
    static Bytes damaged(Bytes sound, Seeded random) {
        if (random.percent(20)) {
            return new Bytes(Arrays.copyOf(sound.array(), random.below(sound.length())));
        }
        byte[] damaged = sound.array().clone();
        int place = random.below(damaged.length);
        if (random.percent(25)) {
            damaged[place] ^= (byte) (1 << random.below(8));
        } else {
            damaged[place & -Integer.BYTES] ^= (byte) (1 << random.below(3));
        }
        return new Bytes(damaged);
    }
}
