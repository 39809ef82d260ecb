package dev.amikit.registry.store;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;

/**
 * Rows in the order of what they have, sorted no further than they are asked for: the first
 * thousand of many costs a few looks at each of the others. For many threads.
 *
 * <p>A quicksort that does a part at a time (Paredes and Navarro, "Optimal Incremental Sorting"). A
 * row and what tells its number from the others are one number here, so that hardly anything is
 * looked up while sorting.
 */
final class Ascending {
  /** A part of so many rows is sorted at once. */
  private static final int FEW = 1_024;

  /** A share that is smaller is cut unevenly. */
  private static final int SMALLEST_SHARE = 32;

  /**
   * After so many cuts that were bad luck, parts are sorted at once: no order of numbers costs
   * more.
   */
  private static final int MOST_UNEVEN_CUTS = 8;

  /** Before {@link #sorted} in order, and not changed any more. */
  private final long[] packed;

  private final int rowBits;
  private final Comparator<Integer> order;

  /** Where parts end, the first part first. What lies in a part comes before all behind it. */
  private final Deque<Integer> ends = new ArrayDeque<>(1);

  private int sorted;
  private int unevenCuts;

  private Ascending(long[] packed, int rowBits, Comparator<Integer> order) {
    this.packed = packed;
    this.rowBits = rowBits;
    this.order = order;
    ends.push(packed.length);
  }

  /**
   * Takes rows.
   *
   * @param numbers the number of each row, from 0 on
   * @param order the order of rows, which that of their numbers never contradicts; no two are equal
   */
  static Ascending of(ImmutableIntArray rows, long[] numbers, Comparator<Integer> order) {
    int anyRow = 0;
    long all = -1;
    long any = 0;
    for (int i = 0; i < numbers.length; i++) {
      anyRow |= rows.get(i);
      all &= numbers[i];
      any |= numbers[i];
    }
    int rowBits = bits(anyRow);
    int bits = bits(any & ~all); // the first bit that is not the same in all, and those after it
    int lost = Math.max(0, rowBits + bits - (Long.SIZE - 1));
    long mask = (1L << bits) - 1;
    long[] packed = new long[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      packed[i] = (numbers[i] & mask) >>> lost << rowBits | rows.get(i);
    }
    return new Ascending(packed, rowBits, order);
  }

  private static int bits(long number) {
    return Long.SIZE - Long.numberOfLeadingZeros(number);
  }

  int size() {
    return packed.length;
  }

  /** Sorts so far that a place is in order, if there is one so far; and tells what comes behind. */
  synchronized int sortedBeyond(int place) {
    while (sorted <= place && sorted < packed.length) {
      sortMore();
    }
    return sorted;
  }

  /** The row at a place that is {@linkplain #sortedBeyond in order}. */
  int row(int place) {
    return (int) (packed[place] & (1L << rowBits) - 1);
  }

  private void sortMore() {
    int end = ends.pop();
    while (end - sorted > FEW && unevenCuts < MOST_UNEVEN_CUTS) {
      int middle = partitioned(sorted, end);
      if (Math.min(middle - sorted, end - middle) < (end - sorted) / SMALLEST_SHARE) {
        unevenCuts++;
      }
      if (middle > sorted) {
        ends.push(end);
        end = middle;
      }
    }
    Arrays.sort(packed, sorted, end);
    untie(sorted, end);
    sorted = end;
  }

  /** Puts rows in order of which the numbers do not tell it. */
  private void untie(int from, int to) {
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || packed[i] >>> rowBits != packed[start] >>> rowBits) {
        if (i - start > 1) {
          untied(start, i);
        }
        start = i;
      }
    }
  }

  private void untied(int from, int to) {
    long number = packed[from] >>> rowBits << rowBits;
    Integer[] rows = new Integer[to - from];
    Arrays.setAll(rows, i -> row(from + i));
    Arrays.sort(rows, order);
    for (int i = from; i < to; i++) {
      packed[i] = number | rows[i - from];
    }
  }

  /**
   * Brings what has a lesser number than the middle one of three to the front, and tells where that
   * ends. What has the same number stays together.
   */
  private int partitioned(int from, int to) {
    long pivot =
        median(packed[from], packed[(from + to) >>> 1], packed[to - 1]) >>> rowBits << rowBits;
    int low = from;
    int high = to - 1;
    while (low <= high) {
      if (packed[low] < pivot) {
        low++;
      } else if (packed[high] >= pivot) {
        high--;
      } else {
        long swapped = packed[low];
        packed[low++] = packed[high];
        packed[high--] = swapped;
      }
    }
    return low;
  }

  private static long median(long a, long b, long c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
