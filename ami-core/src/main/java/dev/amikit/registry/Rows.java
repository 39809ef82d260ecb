package dev.amikit.registry;

import com.google.common.primitives.ImmutableIntArray;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * A set of rows of a {@link Table}. Persistent: a change shares all but the path to what it
 * changes; what is in one set and in another is found without looking at what is in one alone.
 *
 * <p>A trie that branches where rows differ, down to words of 64 rows (Okasaki and Gill, "Fast
 * Mergeable Integer Maps"). It is here because vavr's bit sets are copied whole at every change.
 */
sealed interface Rows {
  /** {@return how many rows there are} */
  int size();

  /** {@return the first row of the span that the set fills or lies in} */
  int base();

  /** {@return the bit of a row that tells the two halves of the span apart} */
  int branch();

  /** Lets the rows be taken in order, until one is wanted no more of. */
  boolean allMatch(IntPredicate test);

  static Rows none() {
    return None.NONE;
  }

  static Rows of(int row) {
    return new Word(row & -Word.ROWS, 1L << row);
  }

  default boolean isEmpty() {
    return this == None.NONE;
  }

  default boolean contains(int row) {
    Rows part = this;
    while (part instanceof Fork fork) {
      if (!fork.spans(row)) {
        return false;
      }
      part = fork.half(row);
    }
    return part instanceof Word word && word.base == (row & -Word.ROWS) && word.has(row);
  }

  default Rows with(int row) {
    return union(this, of(row));
  }

  default Rows without(int row) {
    return contains(row) ? removed(this, row) : this;
  }

  default void forEach(IntConsumer use) {
    boolean unused = allMatch(row -> {
      use.accept(row);
      return true;
    });
  }

  /** The first row that passes a test. */
  default OptionalInt first(IntPredicate test) {
    int[] found = {-1};
    return allMatch(row -> {
          found[0] = row;
          return !test.test(row);
        })
        ? OptionalInt.empty()
        : OptionalInt.of(found[0]);
  }

  default ImmutableIntArray toArray() {
    ImmutableIntArray.Builder rows = ImmutableIntArray.builder(size());
    forEach(rows::add);
    return rows.build();
  }

  /** The rows that are in any of two sets. */
  static Rows union(Rows one, Rows other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    if (one.branch() < other.branch()) {
      return union(other, one);
    }
    if (one instanceof Fork fork && fork.spans(other.base())) {
      if (other instanceof Fork same && same.branch == fork.branch) {
        return fork.with(union(fork.low, same.low), union(fork.high, same.high));
      }
      return fork.isHigh(other.base())
          ? fork.with(fork.low, union(fork.high, other))
          : fork.with(union(fork.low, other), fork.high);
    }
    if (one instanceof Word word && other instanceof Word same && word.base == same.base) {
      return new Word(word.base, word.bits | same.bits);
    }
    return Fork.of(one, other);
  }

  /** The rows that are in both of two sets. */
  static Rows intersection(Rows one, Rows other) {
    if (one.isEmpty() || other.isEmpty()) {
      return none();
    }
    if (one.branch() < other.branch()) {
      return intersection(other, one);
    }
    if (one instanceof Fork fork) {
      if (!fork.spans(other.base())) {
        return none();
      }
      return other instanceof Fork same && same.branch == fork.branch
          ? fork.with(intersection(fork.low, same.low), intersection(fork.high, same.high))
          : intersection(fork.half(other.base()), other);
    }
    return one instanceof Word word && other instanceof Word same && word.base == same.base
        ? Word.of(word.base, word.bits & same.bits)
        : none();
  }

  private static Rows removed(Rows rows, int row) {
    if (rows instanceof Fork fork) {
      return fork.isHigh(row)
          ? fork.with(fork.low, removed(fork.high, row))
          : fork.with(removed(fork.low, row), fork.high);
    }
    Word word = (Word) rows;
    return Word.of(word.base, word.bits & ~(1L << row));
  }

  /** No rows. */
  enum None implements Rows {
    NONE;

    @Override
    public int size() {
      return 0;
    }

    @Override
    public int base() {
      return 0;
    }

    @Override
    public int branch() {
      return 0;
    }

    @Override
    public boolean allMatch(IntPredicate test) {
      return true;
    }
  }

  /**
   * Some of 64 rows that follow one another.
   *
   * @param base the first of the 64
   * @param bits which of them there are, at least one
   */
  record Word(int base, long bits) implements Rows {
    static final int ROWS = Long.SIZE;

    static Rows of(int base, long bits) {
      return bits == 0 ? none() : new Word(base, bits);
    }

    boolean has(int row) {
      return (bits >>> row & 1) != 0;
    }

    @Override
    public int size() {
      return Long.bitCount(bits);
    }

    @Override
    public int branch() {
      return 0;
    }

    @Override
    public boolean allMatch(IntPredicate test) {
      for (long left = bits; left != 0; left &= left - 1) {
        if (!test.test(base + Long.numberOfTrailingZeros(left))) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Rows in both halves of a span.
   *
   * @param base the first row of the span
   * @param branch the length of a half, a power of two
   * @param low the rows in the first half, at least one
   * @param high the rows in the second half, at least one
   * @param size how many there are
   */
  record Fork(int base, int branch, Rows low, Rows high, int size) implements Rows {
    /** Puts two sets together that lie apart. */
    static Fork of(Rows one, Rows other) {
      int branch = Integer.highestOneBit(one.base() ^ other.base());
      boolean inOrder = one.base() < other.base();
      return new Fork(
          one.base() & -2 * branch,
          branch,
          inOrder ? one : other,
          inOrder ? other : one,
          one.size() + other.size());
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

    Rows with(Rows newLow, Rows newHigh) {
      if (newLow.isEmpty() || newHigh.isEmpty()) {
        return newLow.isEmpty() ? newHigh : newLow;
      }
      return newLow == low && newHigh == high
          ? this
          : new Fork(base, branch, newLow, newHigh, newLow.size() + newHigh.size());
    }

    @Override
    public boolean allMatch(IntPredicate test) {
      return low.allMatch(test) && high.allMatch(test);
    }
  }
}
