package dev.hubbub.measure;

import io.netty.util.collection.LongObjectHashMap;
import java.util.BitSet;

/** A set of sequence numbers, at most a bit for every number up to the largest. */
final class SequenceSet {
  private static final int BLOCK_BITS = 16;
  private static final long BLOCK_MASK = (1L << BLOCK_BITS) - 1;

  private final LongObjectHashMap<BitSet> blocks = new LongObjectHashMap<>();

  void add(long sequence) {
    BitSet block = blocks.get(sequence >>> BLOCK_BITS);
    if (block == null) {
      block = new BitSet();
      blocks.put(sequence >>> BLOCK_BITS, block);
    }
    block.set((int) (sequence & BLOCK_MASK));
  }

  /** Whether it was in the set; it is not any more. */
  boolean remove(long sequence) {
    BitSet block = blocks.get(sequence >>> BLOCK_BITS);
    int bit = (int) (sequence & BLOCK_MASK);
    if (block == null || !block.get(bit)) {
      return false;
    }
    block.clear(bit);
    return true;
  }
}
