package dev.amikit.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Sets of rows are what sorted sets of numbers are. */
class RowsTest {
  /** Some close together, some far apart, up to the largest there can be. */
  @Provide
  Arbitrary<Integer> row() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 200),
        Arbitraries.integers().between(0, 5_000),
        Arbitraries.integers().between(0, Integer.MAX_VALUE));
  }

  /** Single rows, and runs of rows that follow one another. */
  @Provide
  Arbitrary<SortedSet<Integer>> numbers() {
    Arbitrary<Integer> lengths = Arbitraries.frequencyOf(
        Tuple.of(5, Arbitraries.just(1)), Tuple.of(1, Arbitraries.integers().between(2, 150)));
    return Combinators.combine(row(), lengths)
        .as((from, length) -> IntStream.range(from, from + length).boxed().toList())
        .list()
        .ofMaxSize(40)
        .map(runs ->
            runs.stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Rows rows(Iterable<Integer> numbers) {
    Rows rows = Rows.none();
    for (int number : numbers) {
      rows = rows.with(number);
    }
    return rows;
  }

  private static void assertSame(Rows rows, SortedSet<Integer> numbers) {
    assertThat(rows.toArray()).isEqualTo(ImmutableIntArray.copyOf(numbers));
    assertThat(rows.size()).isEqualTo(numbers.size());
    assertThat(rows.isEmpty()).isEqualTo(numbers.isEmpty());
  }

  @Property
  void they_have_what_was_put_in(
      @ForAll("numbers") SortedSet<Integer> numbers, @ForAll("row") int other) {
    Rows rows = rows(numbers);
    assertSame(rows, numbers);
    assertThat(numbers).allMatch(rows::contains);
    assertThat(rows.contains(other)).isEqualTo(numbers.contains(other));
  }

  @Property
  void they_lose_what_is_taken_out_and_no_earlier_set_does(
      @ForAll("numbers") SortedSet<Integer> numbers, @ForAll("row") int other) {
    SortedSet<Integer> left = new TreeSet<>(numbers);
    Rows rows = rows(numbers);
    List<Integer> gone = new ArrayList<>(numbers);
    gone.add(other);
    for (int number : gone) {
      Rows before = rows;
      SortedSet<Integer> had = new TreeSet<>(left);
      rows = rows.without(number);
      left.remove(number);
      assertSame(rows, left);
      assertSame(before, had);
    }
    assertThat(rows).isSameAs(Rows.none());
  }

  @Property
  void union_and_intersection_are_those_of_sets(
      @ForAll("numbers") SortedSet<Integer> one, @ForAll("numbers") SortedSet<Integer> other) {
    SortedSet<Integer> any = new TreeSet<>(one);
    any.addAll(other);
    SortedSet<Integer> both = new TreeSet<>(one);
    both.retainAll(other);
    assertSame(Rows.union(rows(one), rows(other)), any);
    assertSame(Rows.intersection(rows(one), rows(other)), both);
    assertSame(Rows.intersection(rows(any), rows(one)), one);
  }
}
