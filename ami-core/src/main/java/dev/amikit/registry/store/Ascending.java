package dev.amikit.registry.store;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Rows in the order of numbers that they have, sorted no further than they are taken: the first
 * thousand of many costs a few looks at each of the others.
 *
 * <p>A quicksort that does a part at a time (Paredes and Navarro, "Optimal Incremental Sorting"). A
 * row and what tells its number from the others are one number here, so that nothing is looked up
 * while sorting.
 */
final class Ascending {
  /** A part of so many rows is sorted at once. */
  private static final int FEW = 1_024;

  /** A part that is cut less evenly is sorted at once: no order of the numbers costs more. */
  private static final int SMALLEST_SHARE = 32;

  private final long[] packed;
  private final int rowBits;

  /** Where parts end, the first part first. What lies in a part comes before all behind it. */
  private final Deque<Integer> ends = new ArrayDeque<>();

  /** How many rows are taken, and how many sorted. */
  private int taken;

  private int sorted;

  private Ascending(long[] packed, int rowBits) {
    this.packed = packed;
    this.rowBits = rowBits;
    ends.push(packed.length);
  }

  /**
   * Takes those of some rows whose numbers are at least so much.
   *
   * @param rows the rows
   * @param numbers the number of each, from 0 on
   */
  static Ascending of(ImmutableIntArray rows, long[] numbers, long least) {
    int count = 0;
    int anyRow = 0;
    long all = -1;
    long any = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] >= least) {
        count++;
        anyRow |= rows.get(i);
        all &= numbers[i];
        any |= numbers[i];
      }
    }
    int rowBits = bits(anyRow);
    int bits = bits(any & ~all); // the first bit that is not the same in all, and those after it
    int lost = Math.max(0, rowBits + bits - (Long.SIZE - 1));
    long mask = (1L << bits) - 1;
    long[] packed = new long[count];
    int at = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] >= least) {
        packed[at++] = (numbers[i] & mask) >>> lost << rowBits | rows.get(i);
      }
    }
    return new Ascending(packed, rowBits);
  }

  private static int bits(long number) {
    return Long.SIZE - Long.numberOfLeadingZeros(number);
  }

  boolean hasNext() {
    return taken < packed.length;
  }

  int next() {
    long next = peek();
    taken++;
    return (int) (next & (1L << rowBits) - 1);
  }

  /** Whether the row that comes next may have the same number as the one taken last. */
  boolean mayBeTied() {
    return hasNext() && peek() >>> rowBits == packed[taken - 1] >>> rowBits;
  }

  private long peek() {
    if (taken == sorted) {
      sortMore();
    }
    return packed[taken];
  }

  private void sortMore() {
    int end = ends.pop();
    boolean isUneven = false;
    while (end - sorted > FEW && !isUneven) {
      int middle = partitioned(sorted, end);
      isUneven = Math.min(middle - sorted, end - middle) < (end - sorted) / SMALLEST_SHARE;
      if (!isUneven) {
        ends.push(end);
        end = middle;
      }
    }
    Arrays.sort(packed, sorted, end);
    sorted = end;
  }

  /** Brings what is less than the middle one of three to the front, and tells where that ends. */
  private int partitioned(int from, int to) {
    long pivot = median(packed[from], packed[(from + to) >>> 1], packed[to - 1]);
    int low = from - 1;
    int high = to;
    while (true) {
      do {
        low++;
      } while (packed[low] < pivot);
      do {
        high--;
      } while (packed[high] > pivot);
      if (low >= high) {
        return high + 1;
      }
      long swapped = packed[low];
      packed[low] = packed[high];
      packed[high] = swapped;
    }
  }

  private static long median(long a, long b, long c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
