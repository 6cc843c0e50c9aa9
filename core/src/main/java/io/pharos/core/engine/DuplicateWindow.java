package io.pharos.core.engine;

import io.pharos.core.state.Invariant;
import io.pharos.core.state.Mix;
import io.pharos.core.state.StateReader;
import io.pharos.core.state.StateWriter;
import io.pharos.protocol.Outcome;
import org.agrona.collections.Long2LongHashMap;

/**
 * The last commands of one client with their replies, in the order of their arrival, bounded by count and by log time.
 *
 * <p>Ids may arrive in any order. A high-water mark would take a late command for a duplicate and lose it; so the window
 * keeps each id. An id that is not in the window is new if it is above every id that has left the window; otherwise nobody
 * can tell whether it was executed, and it is refused as too old.
 *
 * <p>Nearly all ids come in rising order: one above all that came before is new without a search, and is found again by
 * binary search over what {@link #ID_MAX} says. Only the others cost a hash table.
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

    /** Highest id up to this entry; its own where the id came in rising order. Not part of the state: it follows from it. */
    private static final int ID_MAX = 8;

    private static final int STRIDE = 9;
    private static final int SIZE_MIN = 16;
    private static final long DIGEST_TAG = 9;

    private final long clientId;
    private final int sizeMax;
    private final long durationNanos;

    // A ring of entries, and the numbers of those whose ids came late.
    private long[] entries = new long[SIZE_MIN * STRIDE];
    private final Long2LongHashMap late = new Long2LongHashMap(NOT_FOUND);
    private long head;
    private long tail;
    private long idMax;
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
        if (commandId > idMax) {
            return NOT_FOUND;
        }
        long low = head;
        long high = tail;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (entries[at(middle) + ID_MAX] < commandId) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < tail && entries[at(low) + COMMAND_ID] == commandId ? low : late.get(commandId);
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
        append(commandId, offset);
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
            for (int field = 0; field <= OUTCOME; field++) {
                out.writeLong(entries[at(number) + field]);
            }
        }
    }

    void load(StateReader in) {
        evictedIdMax = in.readLong();
        idMax = evictedIdMax;
        int count = in.readCount(sizeMax);
        for (int i = 0; i < count; i++) {
            makeRoom();
            int offset = at(tail);
            for (int field = 0; field <= OUTCOME; field++) {
                entries[offset + field] = in.readLong();
            }
            append(entries[offset + COMMAND_ID], offset);
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
        if (commandId != entries[offset + ID_MAX]) {
            late.remove(commandId);
        }
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
    }

    /** Ends the addition of an entry, whose fields are set. */
    private void append(long commandId, int offset) {
        if (commandId > idMax) {
            idMax = commandId;
        } else {
            late.put(commandId, tail);
        }
        entries[offset + ID_MAX] = idMax;
        tail++;
    }

    private int at(long number) {
        return (int) (number & (entries.length / STRIDE - 1)) * STRIDE;
    }

    private long hash(int offset) {
        long hash = Mix.pair(clientId, entries[offset + COMMAND_ID], entries[offset + FINGERPRINT]);
        hash = Mix.pair(hash, entries[offset + TIME], entries[offset + ENTITY_ID]);
        hash = Mix.pair(hash, entries[offset + FILLED], entries[offset + REMAINING]);
        return Mix.pair(hash, entries[offset + SEQUENCE], entries[offset + OUTCOME]);
    }
}
