package io.pharos.core.ledger;

import java.util.Arrays;

/**
 * Records of a few longs, found by a key of one long, numbered in the order of their addition and never removed.
 *
 * <p>Tens of millions of records must cost neither the garbage collector nor a long stop when they grow. So the fields
 * lie in chunks that are never copied, and the index is 256 small hash tables that grow one at a time. An entry of a
 * table holds 32 bits of the key's hash beside the number of the record: a search reads one line of the table and then
 * the record itself.
 */
public final class KeyedRecords {
    /** Offset of the key in each record. */
    public static final int KEY = 0;

    private static final int CHUNK_SHIFT = 12;
    private static final int CHUNK_MASK = (1 << CHUNK_SHIFT) - 1;
    private static final int TABLE_BITS = 8;
    private static final int TABLE_COUNT = 1 << TABLE_BITS;
    private static final int TABLE_SIZE_MIN = 16;
    private static final long HASH_FACTOR = 0x9e3779b97f4a7c15L;
    private static final long TAG_MASK = 0xffff_ffff_0000_0000L;

    private final int stride;
    private final long[][] tables = new long[TABLE_COUNT][TABLE_SIZE_MIN];
    private final int[] tableCounts = new int[TABLE_COUNT];
    private long[][] chunks = new long[16][];
    private int size;

    public KeyedRecords(int stride) {
        this.stride = stride;
    }

    public int size() {
        return size;
    }

    /** The number of the record with this key; -1 where there is none. */
    public int find(long key) {
        long hash = hash(key);
        long[] table = tables[(int) hash & (TABLE_COUNT - 1)];
        int mask = table.length - 1;
        int position = (int) (hash >>> TABLE_BITS) & mask;
        long entry = table[position];
        while (entry != 0) {
            if (((entry ^ hash) & TAG_MASK) == 0) {
                int number = (int) entry - 1;
                if (get(number, KEY) == key) {
                    return number;
                }
            }
            position = (position + 1) & mask;
            entry = table[position];
        }
        return -1;
    }

    /** Adds a record whose other fields are 0; the key must be new. Returns its number. */
    public int add(long key) {
        int number = size++;
        int chunk = number >>> CHUNK_SHIFT;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunks.length * 2);
        }
        if ((number & CHUNK_MASK) == 0) {
            chunks[chunk] = new long[stride << CHUNK_SHIFT];
        }
        set(number, KEY, key);
        index(key, number);
        return number;
    }

    public long get(int number, int field) {
        return chunks[number >>> CHUNK_SHIFT][(number & CHUNK_MASK) * stride + field];
    }

    public void set(int number, int field, long value) {
        chunks[number >>> CHUNK_SHIFT][(number & CHUNK_MASK) * stride + field] = value;
    }

    private void index(long key, int number) {
        long hash = hash(key);
        int tableNumber = (int) hash & (TABLE_COUNT - 1);
        long[] table = tables[tableNumber];
        if (++tableCounts[tableNumber] * 3L > table.length * 2L) {
            table = grow(table);
            tables[tableNumber] = table;
        }
        insert(table, hash, number);
    }

    private long[] grow(long[] table) {
        long[] larger = new long[table.length * 2];
        for (long entry : table) {
            if (entry != 0) {
                int number = (int) entry - 1;
                insert(larger, hash(get(number, KEY)), number);
            }
        }
        return larger;
    }

    private static void insert(long[] table, long hash, int number) {
        int mask = table.length - 1;
        int position = (int) (hash >>> TABLE_BITS) & mask;
        while (table[position] != 0) {
            position = (position + 1) & mask;
        }
        table[position] = (hash & TAG_MASK) | (number + 1);
    }

    private static long hash(long key) {
        long hash = key * HASH_FACTOR;
        return (hash ^ (hash >>> 32)) * HASH_FACTOR;
    }
}
