package dev.amikit.testkit.registry;

import static java.util.Objects.requireNonNull;

import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * Choices that are made one after the other, each by a number that was drawn. The numbers shrink
 * towards 0, so the plainest is what 0 chooses. What is drawn in this way may depend on what there
 * is when it is needed, and shrinks all the same.
 */
public final class Draw {
  private static final int MOST = 1 << 20; // far more than there is to choose from

  private final List<Integer> numbers;
  private int made;

  /**
   * Makes choices.
   *
   * @param numbers a number from 0 on for each choice, in order
   */
  public Draw(List<Integer> numbers) {
    this.numbers = requireNonNull(numbers, "numbers");
  }

  /**
   * Returns numbers for choices.
   *
   * @param choices how many
   * @return the numbers, which shrink towards 0
   */
  public static Arbitrary<List<Integer>> numbers(int choices) {
    return Arbitraries.fromGenerator(
        random -> new Numbers(random.ints(choices, 0, MOST).boxed().toList()));
  }

  /**
   * Returns what a function makes by choices.
   *
   * @param <T> the type of what it makes
   * @param choices how many choices it makes at most
   * @param making the function
   * @return what it makes
   */
  public static <T> Arbitrary<T> of(int choices, Function<Draw, T> making) {
    return numbers(choices).map(numbers -> making.apply(new Draw(numbers)));
  }

  /**
   * Returns lists of one size, which get shorter only by shrinking.
   *
   * @param <T> the type of the elements
   * @param size how long they are
   * @param elements the elements
   * @return the lists
   */
  public static <T> Arbitrary<List<T>> listOf(int size, Arbitrary<T> elements) {
    RandomGenerator<T> one = elements.generator(size);
    return Arbitraries.fromGenerator(random ->
        new Elements<>(Stream.generate(() -> one.next(random)).limit(size).toList()));
  }

  /**
   * Returns always the same value, which shrinks to a plainer one.
   *
   * @param <T> the type of the value
   * @param value the value
   * @param plainer the plainer one
   * @return the value
   */
  public static <T> Arbitrary<T> shrinking(T value, T plainer) {
    return Arbitraries.fromGenerator(random -> new Shrinking<>(value, plainer));
  }

  /**
   * Returns what some elements shrink to by leaving runs of them out, long ones first.
   *
   * @param <E> the type of the elements
   * @param elements the elements
   * @return shorter lists, the shortest first
   */
  public static <E> Stream<List<E>> shorter(List<E> elements) {
    requireNonNull(elements, "elements");
    return Run.all(elements.size()).map(run -> {
      List<E> rest = new ArrayList<>(elements);
      run.of(rest).clear();
      return rest;
    });
  }

  /**
   * Returns what some numbers shrink to by runs of 0, long ones first.
   *
   * @param numbers the numbers
   * @return other numbers, as many
   */
  public static Stream<List<Integer>> zeroed(List<Integer> numbers) {
    requireNonNull(numbers, "numbers");
    return Run.all(numbers.size())
        .map(run -> {
          List<Integer> others = new ArrayList<>(numbers);
          Collections.fill(run.of(others), 0);
          return others;
        })
        .filter(others -> !others.equals(numbers));
  }

  /** {@return how many choices were made} */
  public int made() {
    return made;
  }

  /**
   * Chooses a number.
   *
   * @param bound what the number is below of, from 1 on
   * @return a number from 0 on
   */
  public int below(int bound) {
    return numbers.get(made++) % bound;
  }

  /**
   * Chooses whether to do what is seldom done; 0 says no, unless it is always done.
   *
   * @param times one time out of how many it is done, from 1 on
   * @return whether to do it
   */
  public boolean oneIn(int times) {
    return below(times) == times - 1;
  }

  /**
   * Chooses one; 0 chooses the first.
   *
   * @param <T> the type of what there is to choose from
   * @param of what there is to choose from, at least one
   * @return the one
   */
  public <T> T one(List<T> of) {
    return of.get(below(of.size()));
  }

  /**
   * Chooses one; 0 chooses the last, which is what the steps before have come to.
   *
   * @param <T> the type of what there is to choose from
   * @param of what there is to choose from, at least one, the newest last
   * @return the one
   */
  public <T> T newest(List<T> of) {
    return of.get(of.size() - 1 - below(of.size()));
  }

  /** {@return up to two of the tags {@code env} and {@code team}, each {@code a} or {@code b}} */
  public Tags tags() {
    Tags tags = Tags.none();
    for (int i = below(3); i > 0; i--) {
      tags = tags.with(Tags.of(tag()));
    }
    return tags;
  }

  /** {@return one of the tags {@code env} and {@code team}, {@code a} or {@code b}} */
  public Tag tag() {
    return Tag.of(oneIn(2) ? "team" : "env", oneIn(2) ? "b" : "a");
  }

  /** Shrinks to the plainer value, if it is another. */
  private record Shrinking<T>(T value, T plainer) implements Shrinkable<T> {
    @Override
    public Stream<Shrinkable<T>> shrink() {
      return isPlain() ? Stream.empty() : Stream.of(new Shrinking<>(plainer, plainer));
    }

    private boolean isPlain() {
      return value.equals(plainer);
    }

    @Override
    public ShrinkingDistance distance() {
      return ShrinkingDistance.of(isPlain() ? 0 : 1);
    }
  }

  /** Shrinks by runs of 0, long ones first; and what is not 0 then, by halves. */
  private record Numbers(List<Integer> value) implements Shrinkable<List<Integer>> {
    @Override
    public Stream<Shrinkable<List<Integer>>> shrink() {
      Stream<List<Integer>> halves = IntStream.range(0, value.size())
          .mapToObj(this::half)
          .filter(numbers -> !numbers.equals(value));
      return Stream.concat(zeroed(value), halves).map(Numbers::new);
    }

    private List<Integer> half(int index) {
      List<Integer> numbers = new ArrayList<>(value);
      numbers.set(index, numbers.get(index) / 2);
      return numbers;
    }

    @Override
    public ShrinkingDistance distance() {
      return ShrinkingDistance.of(value.stream().mapToLong(number -> number).sum());
    }
  }

  /**
   * Shrinks by leaving out runs of elements, long ones first; then by one element; then by both,
   * since what an element picks may change with those before it.
   */
  private record Elements<T>(List<Shrinkable<T>> elements) implements Shrinkable<List<T>> {
    @Override
    public List<T> value() {
      return elements.stream().map(Shrinkable::value).toList();
    }

    @Override
    public Stream<Shrinkable<List<T>>> shrink() {
      return Stream.of(shorter(), plainer(), shorter().flatMap(Elements::plainer))
          .flatMap(candidates -> candidates);
    }

    private Stream<Elements<T>> shorter() {
      return Draw.shorter(elements).map(Elements::new);
    }

    private Stream<Elements<T>> plainer() {
      return IntStream.range(0, elements.size()).boxed().flatMap(this::withPlainer);
    }

    private Stream<Elements<T>> withPlainer(int index) {
      return elements.get(index).shrink().map(plainer -> {
        List<Shrinkable<T>> changed = new ArrayList<>(elements);
        changed.set(index, plainer);
        return new Elements<>(changed);
      });
    }

    @Override
    public ShrinkingDistance distance() {
      return ShrinkingDistance.forCollection(elements);
    }
  }

  /** Some elements of a list, one beside the other. */
  private record Run(int from, int to) {
    /** The whole list, its halves, their halves and so on, down to each element. */
    static Stream<Run> all(int size) {
      return Stream.iterate(size, length -> length > 0, length -> length / 2)
          .flatMap(length -> IntStream.iterate(0, from -> from < size, from -> from + length)
              .mapToObj(from -> new Run(from, Math.min(from + length, size))));
    }

    <E> List<E> of(List<E> list) {
      return list.subList(from, to);
    }
  }
}
