package io.pharos.core.trading;

import io.pharos.core.state.Invariant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The price levels of one side, sorted by a key that grows towards the best price.
 *
 * <p>A sorted list of sorted blocks of up to 64 keys: a search is a binary search among the blocks' first keys and another
 * inside one block, over arrays of longs; most work happens at the best price, at the end of the last block, where little
 * has to move. A price far from the others costs no more than one between them. Blocks are pooled: a book that has
 * reached its size allocates nothing.
 */
final class LevelIndex {
    private static final int BLOCK_SIZE = 64;
    private static final int HALF = BLOCK_SIZE / 2;

    private static final class Block {
        final long[] keys = new long[BLOCK_SIZE];
        final int[] levels = new int[BLOCK_SIZE];
        int size;

        /** Place of the first key that is not below the given one. */
        int lowerBound(long key) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (keys[middle] < key) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        void insert(int place, long key, int level) {
            System.arraycopy(keys, place, keys, place + 1, size - place);
            System.arraycopy(levels, place, levels, place + 1, size - place);
            keys[place] = key;
            levels[place] = level;
            size++;
        }

        void remove(int place) {
            size--;
            System.arraycopy(keys, place + 1, keys, place, size - place);
            System.arraycopy(levels, place + 1, levels, place, size - place);
        }

        void moveTail(int from, Block target) {
            int count = size - from;
            System.arraycopy(keys, from, target.keys, target.size, count);
            System.arraycopy(levels, from, target.levels, target.size, count);
            target.size += count;
            size = from;
        }
    }

    private final OrderPool pool;
    private Block[] blocks = {new Block()};
    private long[] firstKeys = new long[1];
    private int blockCount = 1;
    private Block[] spare = new Block[8];
    private int spareCount;

    LevelIndex(OrderPool pool) {
        this.pool = pool;
    }

    /** The level with this key, or null. */
    @Nullable
    PriceLevel find(long key) {
        Block block = blocks[blockOf(key)];
        int place = block.lowerBound(key);
        return place < block.size && block.keys[place] == key ? pool.levelAt(block.levels[place]) : null;
    }

    /** Place of the best level, or {@link OrderPool#NONE}. */
    int best() {
        Block block = blocks[blockCount - 1];
        return block.size == 0 ? OrderPool.NONE : block.levels[block.size - 1];
    }

    /** Adds a level under a key that is not there yet, and links it between its neighbours. */
    void add(long key, PriceLevel level) {
        int blockNumber = blockOf(key);
        Block block = blocks[blockNumber];
        if (block.size == BLOCK_SIZE) {
            split(blockNumber);
            if (key > firstKeys[blockNumber + 1]) {
                blockNumber++;
            }
            block = blocks[blockNumber];
        }
        int place = block.lowerBound(key);
        level.better = place < block.size ? block.levels[place] : firstOf(blockNumber + 1);
        level.worse = place > 0 ? block.levels[place - 1] : lastOf(blockNumber - 1);
        if (level.better != OrderPool.NONE) {
            pool.levelAt(level.better).worse = level.place;
        }
        if (level.worse != OrderPool.NONE) {
            pool.levelAt(level.worse).better = level.place;
        }
        block.insert(place, key, level.place);
        firstKeys[blockNumber] = block.keys[0];
    }

    /** Removes the level with this key, and links its neighbours. */
    void remove(long key, PriceLevel level) {
        int blockNumber = blockOf(key);
        Block block = blocks[blockNumber];
        int place = block.lowerBound(key);
        Invariant.check(place < block.size && block.levels[place] == level.place, "a level is found under its price");
        if (level.better != OrderPool.NONE) {
            pool.levelAt(level.better).worse = level.worse;
        }
        if (level.worse != OrderPool.NONE) {
            pool.levelAt(level.worse).better = level.better;
        }
        level.better = OrderPool.NONE;
        level.worse = OrderPool.NONE;
        block.remove(place);
        firstKeys[blockNumber] = block.keys[0];
        if (blockNumber + 1 < blockCount && mayMerge(block, blocks[blockNumber + 1])) {
            merge(blockNumber);
        } else if (blockNumber > 0 && mayMerge(block, blocks[blockNumber - 1])) {
            merge(blockNumber - 1);
        }
    }

    /** An emptied block always goes; others leave room, so that one level coming and going does not split and merge. */
    private static boolean mayMerge(Block block, Block neighbour) {
        return block.size == 0 || block.size + neighbour.size <= HALF;
    }

    /** The block that holds the key or would hold it: the last one whose first key is not above it. */
    private int blockOf(long key) {
        int last = blockCount - 1;
        if (key >= firstKeys[last]) {
            return last;
        }
        int low = 0;
        int high = last;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (firstKeys[middle] <= key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.max(low - 1, 0);
    }

    private int firstOf(int blockNumber) {
        return blockNumber < blockCount ? blocks[blockNumber].levels[0] : OrderPool.NONE;
    }

    private int lastOf(int blockNumber) {
        return blockNumber >= 0 ? blocks[blockNumber].levels[blocks[blockNumber].size - 1] : OrderPool.NONE;
    }

    private void split(int blockNumber) {
        if (blockCount == blocks.length) {
            blocks = Arrays.copyOf(blocks, blockCount * 2);
            firstKeys = Arrays.copyOf(firstKeys, blockCount * 2);
        }
        Block upper = spareCount > 0 ? spare[--spareCount] : new Block();
        blocks[blockNumber].moveTail(HALF, upper);
        int moved = blockCount - blockNumber - 1;
        System.arraycopy(blocks, blockNumber + 1, blocks, blockNumber + 2, moved);
        System.arraycopy(firstKeys, blockNumber + 1, firstKeys, blockNumber + 2, moved);
        blocks[blockNumber + 1] = upper;
        firstKeys[blockNumber + 1] = upper.keys[0];
        blockCount++;
    }

    /** Moves the block after this one into it. One of the two may be empty, never both. */
    private void merge(int blockNumber) {
        Block emptied = blocks[blockNumber + 1];
        emptied.moveTail(0, blocks[blockNumber]);
        firstKeys[blockNumber] = blocks[blockNumber].keys[0];
        int moved = blockCount - blockNumber - 2;
        System.arraycopy(blocks, blockNumber + 2, blocks, blockNumber + 1, moved);
        System.arraycopy(firstKeys, blockNumber + 2, firstKeys, blockNumber + 1, moved);
        blockCount--;
        if (spareCount == spare.length) {
            spare = Arrays.copyOf(spare, spareCount * 2);
        }
        spare[spareCount++] = emptied;
    }
}
