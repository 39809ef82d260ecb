package dev.amikit.registry.store;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;

/**
 * A number for each row of a {@link Table}. Persistent: a change shares all but the path to what it
 * changes.
 *
 * <p>A trie with leaves of 32 numbers. It is here because vavr's vectors hold such numbers as
 * objects, which take three times the room and are slow to go through.
 */
final class Column {
  private static final int BITS = 5;
  private static final int WIDTH = 1 << BITS;

  private static final Column EMPTY = new Column(new long[0], 0);

  /** A leaf is a {@code long[]}, a branch an {@code Object[]} of what is below it. */
  private final Object root;

  /** How many bits of a row are told by the branches above the leaves. */
  private final int height;

  private Column(Object root, int height) {
    this.root = root;
    this.height = height;
  }

  static Column empty() {
    return EMPTY;
  }

  /** The number in a row that has one. */
  long get(int row) {
    return leaf(row)[row & WIDTH - 1];
  }

  /** The numbers in rows that have one; quickest if those that lie close together come together. */
  long[] get(ImmutableIntArray rows) {
    long[] numbers = new long[rows.length()];
    long[] leaf = {};
    int start = -1;
    for (int i = 0; i < numbers.length; i++) {
      int row = rows.get(i);
      if (start != (row & -WIDTH)) {
        start = row & -WIDTH;
        leaf = leaf(row);
      }
      numbers[i] = leaf[row & WIDTH - 1];
    }
    return numbers;
  }

  private long[] leaf(int row) {
    Object node = root;
    for (int shift = height; shift > 0; shift -= BITS) {
      node = ((Object[]) node)[row >>> shift & WIDTH - 1];
    }
    return (long[]) node;
  }

  /** The column with a number in a row that has one, or in the next. */
  Column with(int row, long number) {
    return row >>> height + BITS == 0
        ? new Column(with(root, height, row, number), height)
        : new Column(new Object[] {root}, height + BITS).with(row, number);
  }

  private static Object with(Object node, int shift, int row, long number) {
    int at = row >>> shift & WIDTH - 1;
    if (shift == 0) {
      long[] leaf = (long[]) node;
      long[] changed = Arrays.copyOf(leaf, Math.max(leaf.length, at + 1));
      changed[at] = number;
      return changed;
    }
    Object[] branch = (Object[]) node;
    Object[] changed = Arrays.copyOf(branch, Math.max(branch.length, at + 1));
    Object below = at < branch.length ? branch[at] : shift == BITS ? new long[0] : new Object[0];
    changed[at] = with(below, shift - BITS, row, number);
    return changed;
  }
}
