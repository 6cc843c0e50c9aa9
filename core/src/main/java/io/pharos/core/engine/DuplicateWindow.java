package io.pharos.core.engine;

import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.Outcome;

/**
 * The last commands of one client with their replies, in the order of their arrival, bounded by count and by log time.
 *
 * <p>Ids may arrive in any order. A high-water mark would take a late command for a duplicate and lose it; so the window
 * keeps each id. An id that is not in the window is new if it is above every id that has left the window; otherwise nobody
 * can tell whether it was executed, and it is refused as too old.
 */
final class DuplicateWindow {
    /** What {@link #find} answers where the command is not in the window. */
    static final long NOT_FOUND = -1;

    /** Fingerprint of a fence, which stands for a command of unknown body. */
    static final long ANY_BODY = 0;

    private static final int COMMAND_ID = 0;
    private static final int FINGERPRINT = 1;
    private static final int TIME = 2;
    private static final int ENTITY_ID = 3;
    private static final int FILLED = 4;
    private static final int REMAINING = 5;
    private static final int SEQUENCE = 6;
    private static final int OUTCOME = 7;
    private static final int STRIDE = 8;
    private static final int SIZE_MIN = 16;
    private static final long DIGEST_TAG = 9;

    private final long clientId;
    private final int sizeMax;
    private final long durationNanos;

    // A ring of entries, and a hash table from command id to the entry's number plus 1, twice as large.
    private long[] entries = new long[SIZE_MIN * STRIDE];
    private long[] table = new long[SIZE_MIN * 2];
    private long head;
    private long tail;
    private long evictedIdMax;

    /** Number of the first entry that the digest does not contain yet. */
    private long undigested;

    private long digest;

    DuplicateWindow(long clientId, int sizeMax, long durationNanos) {
        this.clientId = clientId;
        this.sizeMax = sizeMax;
        this.durationNanos = durationNanos;
    }

    long clientId() {
        return clientId;
    }

    /** Forgets what is older than the window. */
    void advanceTo(long timeNanos) {
        while (head < tail && timeNanos - entries[at(head) + TIME] >= durationNanos) {
            evict();
        }
    }

    /** The number of the entry of a command, or {@link #NOT_FOUND}. */
    long find(long commandId) {
        int mask = table.length - 1;
        int position = position(commandId, mask);
        while (table[position] != 0) {
            long number = table[position] - 1;
            if (entries[at(number) + COMMAND_ID] == commandId) {
                return number;
            }
            position = (position + 1) & mask;
        }
        return NOT_FOUND;
    }

    /** Whether a command that is not in the window may have been in it. */
    boolean isTooOld(long commandId) {
        return commandId <= evictedIdMax;
    }

    /** Whether the command of an entry had this body. */
    boolean hasBody(long number, long fingerprint) {
        long recorded = entries[at(number) + FINGERPRINT];
        return recorded == ANY_BODY || recorded == fingerprint;
    }

    /** Copies what the reply of an entry said. */
    void read(long number, Reply reply) {
        int offset = at(number);
        reply.entityId = entries[offset + ENTITY_ID];
        reply.filledLots = entries[offset + FILLED];
        reply.remainingLots = entries[offset + REMAINING];
        reply.sequence = entries[offset + SEQUENCE];
        reply.outcome = Outcome.ofCode((int) entries[offset + OUTCOME]);
    }

    /** Remembers a new command and its reply, and forgets the oldest one where the window is full. */
    void add(long commandId, long fingerprint, long timeNanos, Reply reply) {
        if (tail - head == sizeMax) {
            evict();
        }
        makeRoom();
        int offset = at(tail);
        entries[offset + COMMAND_ID] = commandId;
        entries[offset + FINGERPRINT] = fingerprint;
        entries[offset + TIME] = timeNanos;
        entries[offset + ENTITY_ID] = reply.entityId;
        entries[offset + FILLED] = reply.filledLots;
        entries[offset + REMAINING] = reply.remainingLots;
        entries[offset + SEQUENCE] = reply.sequence;
        entries[offset + OUTCOME] = reply.outcome.code();
        insert(commandId, tail);
        tail++;
    }

    /** Digest of the window, which costs the hashes of the entries that came since it was asked for last. */
    long digest() {
        for (; undigested < tail; undigested++) {
            digest += hash(at(undigested));
        }
        return digest + Mix.pair(Mix.start(DIGEST_TAG), clientId, evictedIdMax);
    }

    void audit() {
        long hashes = 0;
        for (long number = head; number < tail; number++) {
            hashes += hash(at(number));
            Invariant.check(
                    find(entries[at(number) + COMMAND_ID]) == number, "a remembered command is found under its id");
        }
        digest();
        Invariant.check(hashes == digest, "the digest of a duplicate window is that of its entries");
    }

    void save(StateWriter out) {
        out.writeLong(evictedIdMax);
        out.writeInt((int) (tail - head));
        for (long number = head; number < tail; number++) {
            for (int field = 0; field < STRIDE; field++) {
                out.writeLong(entries[at(number) + field]);
            }
        }
    }

    void load(StateReader in) {
        evictedIdMax = in.readLong();
        int count = in.readCount(sizeMax);
        for (int i = 0; i < count; i++) {
            makeRoom();
            int offset = at(tail);
            for (int field = 0; field < STRIDE; field++) {
                entries[offset + field] = in.readLong();
            }
            insert(entries[offset + COMMAND_ID], tail);
            tail++;
        }
    }

    private void evict() {
        int offset = at(head);
        long commandId = entries[offset + COMMAND_ID];
        evictedIdMax = Math.max(evictedIdMax, commandId);
        if (head < undigested) {
            digest -= hash(offset);
        } else {
            undigested = head + 1;
        }
        remove(commandId);
        head++;
    }

    private void makeRoom() {
        int size = entries.length / STRIDE;
        if (tail - head < size) {
            return;
        }
        long[] larger = new long[entries.length * 2];
        for (long number = head; number < tail; number++) {
            System.arraycopy(entries, at(number), larger, (int) (number & (size * 2L - 1)) * STRIDE, STRIDE);
        }
        entries = larger;
        table = new long[table.length * 2];
        for (long number = head; number < tail; number++) {
            insert(entries[at(number) + COMMAND_ID], number);
        }
    }

    private void insert(long commandId, long number) {
        int mask = table.length - 1;
        int position = position(commandId, mask);
        while (table[position] != 0) {
            position = (position + 1) & mask;
        }
        table[position] = number + 1;
    }

    /** Removes an id from the table and moves those behind it up, so that no search stops short. */
    private void remove(long commandId) {
        int mask = table.length - 1;
        int gap = position(commandId, mask);
        while (entries[at(table[gap] - 1) + COMMAND_ID] != commandId) {
            gap = (gap + 1) & mask;
        }
        int next = (gap + 1) & mask;
        while (table[next] != 0) {
            int home = position(entries[at(table[next] - 1) + COMMAND_ID], mask);
            if (((next - home) & mask) >= ((next - gap) & mask)) {
                table[gap] = table[next];
                gap = next;
            }
            next = (next + 1) & mask;
        }
        table[gap] = 0;
    }

    private int at(long number) {
        return (int) (number & (entries.length / STRIDE - 1)) * STRIDE;
    }

    /** Ids mostly count up: neighbours share a line of the table, and only blocks of 64 are scattered. */
    private static int position(long commandId, int mask) {
        long block = (commandId >>> 6) * 0x9e3779b97f4a7c15L;
        return (int) ((block >>> 32 << 6) + (commandId & 63)) & mask;
    }

    private long hash(int offset) {
        long hash = Mix.pair(clientId, entries[offset + COMMAND_ID], entries[offset + FINGERPRINT]);
        hash = Mix.pair(hash, entries[offset + TIME], entries[offset + ENTITY_ID]);
        hash = Mix.pair(hash, entries[offset + FILLED], entries[offset + REMAINING]);
        return Mix.pair(hash, entries[offset + SEQUENCE], entries[offset + OUTCOME]);
    }
}
