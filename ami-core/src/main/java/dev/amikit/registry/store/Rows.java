package dev.amikit.registry.store;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * A set of rows of a {@link Table}. Persistent: a change shares all but the path to what it
 * changes; what is in one set and in another is found without looking at what is in one alone.
 *
 * <p>A trie that branches where rows differ (Okasaki and Gill, "Fast Mergeable Integer Maps"), down
 * to words of 64 rows where rows lie close together and to short lists where they do not. It is
 * here because vavr's bit sets are copied whole at every change.
 */
public abstract sealed class Rows {
  /** So many rows that are not of one word make a list; more make a fork. */
  private static final int LONGEST_LIST = 16;

  private static final Rows NONE = new None();

  private Rows() {}

  static Rows none() {
    return NONE;
  }

  static Rows of(int row) {
    return new Word(row & -Word.ROWS, 1L << row);
  }

  /** {@return how many rows there are} */
  abstract int size();

  abstract boolean contains(int row);

  abstract Rows with(int row);

  /** {@return the set without a row that is in it} */
  abstract Rows removed(int row);

  /** Lets the rows be taken in order, as long as they pass a test. */
  abstract boolean allMatch(IntPredicate test);

  final boolean isEmpty() {
    return this == NONE;
  }

  final Rows without(int row) {
    return contains(row) ? removed(row) : this;
  }

  final void forEach(IntConsumer use) {
    boolean unused = allMatch(row -> {
      use.accept(row);
      return true;
    });
  }

  public final ImmutableIntArray toArray() {
    ImmutableIntArray.Builder rows = ImmutableIntArray.builder(size());
    forEach(rows::add);
    return rows.build();
  }

  /** The rows that are in any of two sets. */
  static Rows union(Rows one, Rows other) {
    if (one instanceof Fork fork && other instanceof Fork same) {
      return union(fork, same);
    }
    if (one instanceof Word word && other instanceof Word same && word.base == same.base) {
      return new Word(word.base, word.bits | same.bits);
    }
    Rows few = one instanceof Fork ? other : one;
    Rows[] union = {few == one ? other : one};
    few.forEach(row -> union[0] = union[0].with(row));
    return union[0];
  }

  private static Rows union(Fork one, Fork other) {
    if (one.branch < other.branch) {
      return union(other, one);
    }
    if (!one.spans(other.base)) {
      return Fork.of(one, other);
    }
    if (one.branch == other.branch) {
      return one.with(union(one.low, other.low), union(one.high, other.high));
    }
    return one.isHigh(other.base)
        ? one.with(one.low, union(one.high, other))
        : one.with(union(one.low, other), one.high);
  }

  /** The rows that are in both of two sets. */
  static Rows intersection(Rows one, Rows other) {
    if (one instanceof Fork fork && other instanceof Fork same) {
      return intersection(fork, same);
    }
    if (one instanceof Word word && other instanceof Word same) {
      return word.base == same.base ? Word.of(word.base, word.bits & same.bits) : none();
    }
    Rows few = one instanceof Fork ? other : one;
    Rows many = few == one ? other : one;
    int[] both = new int[few.size()];
    int[] count = {0};
    few.forEach(row -> {
      if (many.contains(row)) {
        both[count[0]++] = row;
      }
    });
    return sorted(both, 0, count[0]);
  }

  private static Rows intersection(Fork one, Fork other) {
    if (one.branch < other.branch) {
      return intersection(other, one);
    }
    if (!one.spans(other.base)) {
      return none();
    }
    return one.branch == other.branch
        ? one.with(intersection(one.low, other.low), intersection(one.high, other.high))
        : intersection(one.half(other.base), other);
  }

  /** The set of some rows in ascending order. */
  private static Rows sorted(int[] rows, int from, int to) {
    if (from == to) {
      return none();
    }
    int apart = rows[from] ^ rows[to - 1];
    if (apart < Word.ROWS) {
      long bits = 0;
      for (int i = from; i < to; i++) {
        bits |= 1L << rows[i];
      }
      return new Word(rows[from] & -Word.ROWS, bits);
    }
    if (to - from <= LONGEST_LIST) {
      return new Few(Arrays.copyOfRange(rows, from, to));
    }
    int branch = Integer.highestOneBit(apart);
    int high = from;
    while ((rows[high] & branch) == 0) {
      high++;
    }
    return new Fork(
        rows[from] & -2 * branch,
        branch,
        sorted(rows, from, high),
        sorted(rows, high, to),
        to - from);
  }

  /** No rows. */
  private static final class None extends Rows {
    @Override
    int size() {
      return 0;
    }

    @Override
    boolean contains(int row) {
      return false;
    }

    @Override
    Rows with(int row) {
      return of(row);
    }

    @Override
    Rows removed(int row) {
      return this;
    }

    @Override
    boolean allMatch(IntPredicate test) {
      return true;
    }
  }

  /** Some of 64 rows that follow one another, at least one. */
  private static final class Word extends Rows {
    static final int ROWS = Long.SIZE;

    /** The first of the 64. */
    private final int base;

    private final long bits;

    Word(int base, long bits) {
      this.base = base;
      this.bits = bits;
    }

    static Rows of(int base, long bits) {
      return bits == 0 ? none() : new Word(base, bits);
    }

    @Override
    int size() {
      return Long.bitCount(bits);
    }

    @Override
    boolean contains(int row) {
      return base == (row & -ROWS) && (bits >>> row & 1) != 0;
    }

    @Override
    Rows with(int row) {
      return base == (row & -ROWS) ? new Word(base, bits | 1L << row) : grown(this, row);
    }

    @Override
    Rows removed(int row) {
      return of(base, bits & ~(1L << row));
    }

    @Override
    boolean allMatch(IntPredicate test) {
      for (long left = bits; left != 0; left &= left - 1) {
        if (!test.test(base + Long.numberOfTrailingZeros(left))) {
          return false;
        }
      }
      return true;
    }
  }

  /** A few rows of more than one word, in order. */
  private static final class Few extends Rows {
    private final int[] rows;

    Few(int[] rows) {
      this.rows = rows;
    }

    @Override
    int size() {
      return rows.length;
    }

    @Override
    boolean contains(int row) {
      for (int each : rows) {
        if (each == row) {
          return true;
        }
      }
      return false;
    }

    @Override
    Rows with(int row) {
      return contains(row) ? this : grown(this, row);
    }

    @Override
    Rows removed(int row) {
      int[] left = new int[rows.length - 1];
      int count = 0;
      for (int each : rows) {
        if (each != row) {
          left[count++] = each;
        }
      }
      return sorted(left, 0, count);
    }

    @Override
    boolean allMatch(IntPredicate test) {
      for (int row : rows) {
        if (!test.test(row)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Word or list with one row more. */
  private static Rows grown(Rows rows, int row) {
    int[] all = new int[rows.size() + 1];
    int[] count = {0};
    rows.forEach(each -> all[count[0]++] = each);
    int at = count[0];
    for (; at > 0 && all[at - 1] > row; at--) {
      all[at] = all[at - 1];
    }
    all[at] = row;
    return sorted(all, 0, all.length);
  }

  /** More than a few rows, some in each half of a span. */
  private static final class Fork extends Rows {
    /** The first row of the span. */
    private final int base;

    /** The length of a half, a power of two. */
    private final int branch;

    private final Rows low;
    private final Rows high;
    private final int size;

    Fork(int base, int branch, Rows low, Rows high, int size) {
      this.base = base;
      this.branch = branch;
      this.low = low;
      this.high = high;
      this.size = size;
    }

    /** Puts two forks together that lie apart. */
    static Fork of(Fork one, Fork other) {
      int branch = Integer.highestOneBit(one.base ^ other.base);
      boolean inOrder = one.base < other.base;
      return new Fork(
          one.base & -2 * branch,
          branch,
          inOrder ? one : other,
          inOrder ? other : one,
          one.size + other.size);
    }

    /** Puts a row beside a fork that does not span it. */
    static Fork of(Fork fork, int row) {
      int branch = Integer.highestOneBit(fork.base ^ row);
      boolean isHigh = row > fork.base;
      Rows alone = Rows.of(row);
      return new Fork(
          row & -2 * branch, branch, isHigh ? fork : alone, isHigh ? alone : fork, fork.size + 1);
    }

    boolean spans(int row) {
      return (row & -2 * branch) == base;
    }

    boolean isHigh(int row) {
      return (row & branch) != 0;
    }

    Rows half(int row) {
      return isHigh(row) ? high : low;
    }

    /** The span with other halves. */
    Rows with(Rows newLow, Rows newHigh) {
      if (newLow.isEmpty() || newHigh.isEmpty()) {
        return newLow.isEmpty() ? newHigh : newLow;
      }
      int newSize = newLow.size() + newHigh.size();
      Fork fork = new Fork(base, branch, newLow, newHigh, newSize);
      return newSize > LONGEST_LIST ? fork : new Few(fork.toIntArray());
    }

    private int[] toIntArray() {
      int[] rows = new int[size];
      int[] count = {0};
      forEach(row -> rows[count[0]++] = row);
      return rows;
    }

    @Override
    int size() {
      return size;
    }

    @Override
    boolean contains(int row) {
      return spans(row) && half(row).contains(row);
    }

    @Override
    Rows with(int row) {
      if (!spans(row)) {
        return of(this, row);
      }
      return isHigh(row) ? with(low, high.with(row)) : with(low.with(row), high);
    }

    @Override
    Rows removed(int row) {
      return isHigh(row) ? with(low, high.removed(row)) : with(low.removed(row), high);
    }

    @Override
    boolean allMatch(IntPredicate test) {
      return low.allMatch(test) && high.allMatch(test);
    }
  }
}
