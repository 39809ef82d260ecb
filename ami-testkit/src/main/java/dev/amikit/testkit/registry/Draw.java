package dev.amikit.testkit.registry;

import static java.util.Objects.requireNonNull;

import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
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
        random -> new Numbers(random.ints(choices, 0, MOST).boxed().toList(), Draw::half));
  }

  /**
   * Returns numbers for choices, which shrink in few steps: to 0, or to one of few small numbers.
   * What is left is not as plain as of {@link #numbers}, but comes far sooner.
   *
   * @param choices how many
   * @return the numbers
   */
  public static Arbitrary<List<Integer>> quickNumbers(int choices) {
    return Arbitraries.fromGenerator(
        random -> new Numbers(random.ints(choices, 0, MOST).boxed().toList(), Draw::fewSmaller));
  }

  private static IntStream half(int number) {
    return IntStream.of(number / 2);
  }

  private static IntStream fewSmaller(int number) {
    return IntStream.of(1, 2, 3, 5, 7, 11).filter(small -> small < number);
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

  /** Shrinks by runs of 0, long ones first; and what is not 0 then, to smaller numbers. */
  private record Numbers(List<Integer> value, IntFunction<IntStream> smaller)
      implements Shrinkable<List<Integer>> {
    @Override
    public Stream<Shrinkable<List<Integer>>> shrink() {
      Stream<List<Integer>> zeros = Run.all(value.size()).map(this::zero);
      Stream<List<Integer>> smallers =
          IntStream.range(0, value.size()).boxed().flatMap(this::smaller);
      return Stream.concat(zeros, smallers)
          .filter(numbers -> !numbers.equals(value))
          .map(numbers -> new Numbers(numbers, smaller));
    }

    private List<Integer> zero(Run run) {
      List<Integer> numbers = new ArrayList<>(value);
      Collections.fill(run.of(numbers), 0);
      return numbers;
    }

    private Stream<List<Integer>> smaller(int index) {
      return smaller.apply(value.get(index)).mapToObj(number -> {
        List<Integer> numbers = new ArrayList<>(value);
        numbers.set(index, number);
        return numbers;
      });
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
      return Run.all(elements.size()).map(this::without);
    }

    private Stream<Elements<T>> plainer() {
      return IntStream.range(0, elements.size()).boxed().flatMap(this::withPlainer);
    }

    private Elements<T> without(Run run) {
      List<Shrinkable<T>> rest = new ArrayList<>(elements);
      run.of(rest).clear();
      return new Elements<>(rest);
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
