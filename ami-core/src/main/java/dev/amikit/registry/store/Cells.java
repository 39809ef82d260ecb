package dev.amikit.registry.store;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * For each row of a {@link Table} what lies there, and a number that says where it comes in the
 * order of IDs. Persistent: a change shares all but the path to what it changes.
 *
 * <p>A trie that branches into 32. It is here because vavr's vectors hold numbers as objects, which
 * take three times the room and are slow to go through.
 */
final class Cells<V> {
  private static final int BITS = 5;
  private static final int WIDTH = 1 << BITS;

  /**
   * The highest branch. The lowest ones have two arrays for every 32 rows, a {@code long[]} of the
   * numbers before an {@code Object[]} of what lies there; all above have branches.
   */
  private final Object[] root;

  /** How many bits of a row the branches tell. */
  private final int height;

  private final int size;

  private Cells(Object[] root, int height, int size) {
    this.root = root;
    this.height = height;
    this.size = size;
  }

  static <V> Cells<V> none() {
    return new Cells<>(new Object[0], BITS, 0);
  }

  /** How many rows there are. */
  int size() {
    return size;
  }

  /** What lies in a row; null if nothing does any more. */
  @SuppressWarnings("unchecked") // nothing else is put there
  @Nullable
  V get(int row) {
    return (V) ((Object[]) lowest(row)[pair(row) + 1])[row & WIDTH - 1];
  }

  /** The numbers of rows; quickest if those that lie close together come together. */
  long[] numbers(ImmutableIntArray rows) {
    long[] numbers = new long[rows.length()];
    long[] leaf = {};
    int start = -1;
    for (int i = 0; i < numbers.length; i++) {
      int row = rows.get(i);
      if (start != (row & -WIDTH)) {
        start = row & -WIDTH;
        leaf = (long[]) lowest(row)[pair(row)];
      }
      numbers[i] = leaf[row & WIDTH - 1];
    }
    return numbers;
  }

  /** With something, or nothing, in a row that there is. */
  Cells<V> with(int row, @Nullable V value) {
    return new Cells<>(with(root, height, row, null, value), height, size);
  }

  /** With a number and something in a row that there is, or in the next. */
  Cells<V> with(int row, long number, V value) {
    return row >>> height + BITS == 0
        ? new Cells<>(with(root, height, row, number, value), height, Math.max(size, row + 1))
        : new Cells<V>(new Object[] {root}, height + BITS, size).with(row, number, value);
  }

  private Object[] lowest(int row) {
    Object[] branch = root;
    for (int shift = height; shift > BITS; shift -= BITS) {
      branch = (Object[]) branch[row >>> shift & WIDTH - 1];
    }
    return branch;
  }

  private static int pair(int row) {
    return (row >>> BITS & WIDTH - 1) * 2;
  }

  private static Object[] with(
      Object[] branch, int shift, int row, @Nullable Long number, @Nullable Object value) {
    int at = shift == BITS ? pair(row) : row >>> shift & WIDTH - 1;
    boolean isThere = at < branch.length;
    Object[] changed =
        isThere ? branch.clone() : Arrays.copyOf(branch, shift == BITS ? at + 2 : at + 1);
    if (shift > BITS) {
      Object[] below = isThere ? (Object[]) branch[at] : new Object[0];
      changed[at] = with(below, shift - BITS, row, number, value);
      return changed;
    }
    int cell = row & WIDTH - 1;
    if (number != null) {
      changed[at] = with(isThere ? (long[]) branch[at] : new long[0], cell, number);
    }
    changed[at + 1] = with(isThere ? (Object[]) branch[at + 1] : new Object[0], cell, value);
    return changed;
  }

  private static long[] with(long[] numbers, int at, long number) {
    long[] changed = Arrays.copyOf(numbers, Math.max(numbers.length, at + 1));
    changed[at] = number;
    return changed;
  }

  private static Object[] with(Object[] values, int at, @Nullable Object value) {
    Object[] changed = Arrays.copyOf(values, Math.max(values.length, at + 1));
    changed[at] = value;
    return changed;
  }
}
