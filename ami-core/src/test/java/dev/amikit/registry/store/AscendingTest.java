package dev.amikit.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rows that are sorted as they are taken come as they would if all were sorted. */
class AscendingTest {
  /** How the numbers of a column may lie. */
  enum Shape {
    RANDOM,
    FEW_VALUES,
    UP,
    DOWN,
    ORGAN_PIPE,
    NEARLY_ALIKE,
    WIDE;

    long[] numbers(int count, Random random) {
      return IntStream.range(0, count).mapToLong(i -> number(i, count, random)).toArray();
    }

    private long number(int i, int count, Random random) {
      return switch (this) {
        case RANDOM -> random.nextLong() >>> 7;
        case FEW_VALUES -> random.nextInt(5);
        case UP -> i;
        case DOWN -> count - i;
        case ORGAN_PIPE -> Math.min(i, count - i);
        case NEARLY_ALIKE -> 1L << 62 | i & 1;
        case WIDE -> random.nextLong() >>> 1 >>> random.nextInt(63);
      };
    }
  }

  /** Those of one number the other way round, which sorting them as numbers would not do. */
  @Property(tries = 200)
  void rows_come_in_order_however_far_they_are_sorted_at_a_time(
      @ForAll Shape shape, @ForAll("count") int count, @ForAll long seed) {
    Random random = new Random(seed);
    int[] rows = someRows(count, random);
    long[] numbers = shape.numbers(count, random);
    Map<Integer, Long> numberOf =
        IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> rows[i], i -> numbers[i]));
    Comparator<Integer> order =
        Comparator.<Integer, Long>comparing(numberOf::get).thenComparing(Comparator.reverseOrder());

    Ascending ascending = Ascending.of(ImmutableIntArray.copyOf(rows), numbers, order);

    assertThat(ascending.size()).isEqualTo(count);
    List<Integer> taken = new ArrayList<>();
    while (taken.size() < count) {
      int sorted = ascending.sortedBeyond(taken.size());
      assertThat(sorted).isGreaterThan(taken.size());
      while (taken.size() < sorted) {
        taken.add(ascending.row(taken.size()));
      }
    }
    assertThat(taken).isEqualTo(Arrays.stream(rows).boxed().sorted(order).toList());
    assertThat(ascending.sortedBeyond(count)).isEqualTo(count);
  }

  @Property(tries = 20)
  void the_first_of_many_are_sorted_without_the_others(@ForAll long seed) {
    int count = 100_000;
    Random random = new Random(seed);
    Ascending ascending = Ascending.of(
        ImmutableIntArray.copyOf(someRows(count, random)),
        Shape.RANDOM.numbers(count, random),
        Comparator.naturalOrder());
    assertThat(ascending.sortedBeyond(0)).isBetween(1, count / 10);
  }

  @Provide
  Arbitrary<Integer> count() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 20), Arbitraries.integers().between(1_000, 6_000));
  }

  /** Different rows, in any order. */
  private static int[] someRows(int count, Random random) {
    int[] rows = IntStream.range(0, count).map(i -> i * 3).toArray();
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int row = rows[i];
      rows[i] = rows[other];
      rows[other] = row;
    }
    return Arrays.copyOf(rows, count);
  }
}
