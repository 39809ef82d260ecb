package dev.amikit.registry;

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

  public Draw(List<Integer> numbers) {
    this.numbers = numbers;
  }

  /** The numbers for so many choices. */
  public static Arbitrary<List<Integer>> numbers(int choices) {
    return Arbitraries.fromGenerator(
        random -> new Numbers(random.ints(choices, 0, MOST).boxed().toList()));
  }

  /** What a function makes by at most so many choices. */
  public static <T> Arbitrary<T> of(int choices, Function<Draw, T> making) {
    return numbers(choices).map(numbers -> making.apply(new Draw(numbers)));
  }

  /** Lists that are all this long, and get shorter only by shrinking. */
  public static <T> Arbitrary<List<T>> listOf(int size, Arbitrary<T> elements) {
    RandomGenerator<T> one = elements.generator(size);
    return Arbitraries.fromGenerator(random ->
        new Elements<>(Stream.generate(() -> one.next(random)).limit(size).toList()));
  }

  /** Always this value, which shrinks to a plainer one. */
  public static <T> Arbitrary<T> shrinking(T value, T plainer) {
    return Arbitraries.fromGenerator(random -> new Shrinking<>(value, plainer));
  }

  /** A number from 0 on, below a bound. */
  public int below(int bound) {
    return numbers.get(made++) % bound;
  }

  /** True one time out of so many; 0 says no. */
  public boolean oneIn(int times) {
    return below(times) == times - 1;
  }

  /** One of these; 0 chooses the first. */
  public <T> T one(List<T> of) {
    return of.get(below(of.size()));
  }

  /** One of these; 0 chooses the last, which is what the steps before have come to. */
  public <T> T newest(List<T> of) {
    return of.get(of.size() - 1 - below(of.size()));
  }

  /** Up to two of the tags {@code env} and {@code team}, each {@code a} or {@code b}. */
  public Tags tags() {
    Tags tags = Tags.none();
    for (int i = below(3); i > 0; i--) {
      tags = tags.with(Tags.of(tag()));
    }
    return tags;
  }

  /** One of the tags {@code env} and {@code team}, {@code a} or {@code b}. */
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
      Stream<List<Integer>> zeros = Run.all(value.size()).map(this::zero);
      Stream<List<Integer>> halves = IntStream.range(0, value.size()).mapToObj(this::half);
      return Stream.concat(zeros, halves)
          .filter(numbers -> !numbers.equals(value))
          .map(Numbers::new);
    }

    private List<Integer> zero(Run run) {
      List<Integer> numbers = new ArrayList<>(value);
      Collections.fill(run.of(numbers), 0);
      return numbers;
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
