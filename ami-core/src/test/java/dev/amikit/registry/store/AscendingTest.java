package dev.amikit.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
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

  @Property(tries = 200)
  void rows_come_in_the_order_of_their_numbers(
      @ForAll Shape shape, @ForAll("count") int count, @ForAll long seed, @ForAll boolean fromOne) {
    Random random = new Random(seed);
    int[] rows = someRows(count, random);
    long[] numbers = shape.numbers(count, random);
    long least = fromOne && count > 0 ? numbers[count / 2] : 0;
    Ascending ascending = Ascending.of(ImmutableIntArray.copyOf(rows), numbers, least);

    List<Integer> sorted = IntStream.range(0, count)
        .filter(i -> numbers[i] >= least)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> numbers[i]))
        .toList();
    int at = 0;
    while (at < sorted.size()) {
      int alike = at + 1; // those that may be tied come together, and the tied ones among them
      IntStream.Builder taken = IntStream.builder().add(ascending.next());
      for (; ascending.mayBeTied(); alike++) {
        taken.add(ascending.next());
      }
      assertThat(taken.build().sorted().toArray())
          .isEqualTo(
              sorted.subList(at, alike).stream().mapToInt(i -> rows[i]).sorted().toArray());
      assertThat(
              alike == sorted.size() || numbers[sorted.get(alike - 1)] < numbers[sorted.get(alike)])
          .isTrue();
      at = alike;
    }
    assertThat(ascending.hasNext()).isFalse();
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
