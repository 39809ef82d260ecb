package dev.amikit.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Whether what work costs grows with how much there is: measured at a size, and at 4 and 16 times
 * it.
 */
final class Growth {
  static final ImmutableList<String> COLUMNS =
      ImmutableList.of("1x", "4x", "16x", "16x : 1x", "p10-p90", "goal");

  private static final ImmutableList<Integer> TIMES = ImmutableList.of(1, 4, 16);

  /** What logarithms and caches may take; what is quadratic has a factor of 16. */
  private static final double MOST = 3.0;

  private final Meter meter;
  private final String goal;

  /** Rows of a meter; what grows more than that does not reach the goal of a number. */
  Growth(Meter meter, String goal) {
    this.meter = meter;
    this.goal = goal;
  }

  /** Measures work that is to cost the same for each of the things that it is done with. */
  void ofEach(String what, int smallest, IntFunction<Work> ofSize) {
    measure(what + ", of each", smallest, ofSize, size -> size);
  }

  /** Measures work that is to cost the same however many things there are. */
  void ofAll(String what, int smallest, IntFunction<Work> ofSize) {
    measure(what, smallest, ofSize, size -> 1);
  }

  private void measure(
      String what, int smallest, IntFunction<Work> ofSize, IntFunction<Integer> elements) {
    ImmutableList<Integer> sizes =
        TIMES.stream().map(times -> smallest * times).collect(toImmutableList());
    ImmutableList<Side> sides =
        Side.inTurn(Pace.BRISK, sizes.stream().map(ofSize::apply).collect(toImmutableList()));
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      cells.add(Figures.time(sides.get(i).median(Side.Slice::cpu) / elements.apply(sizes.get(i))));
    }
    double share = (double) elements.apply(sizes.get(0)) / elements.apply(last(sizes));
    ImmutableList<Double> factors = last(sides).against(sides.get(0), Side.Slice::cpu).stream()
        .map(ratio -> ratio * share)
        .collect(toImmutableList());
    double factor = Figures.median(factors);
    Goal most = Goal.atMost(goal, MOST);
    cells.add(Figures.of(factor));
    cells.add(Figures.spread(factors));
    cells.add(most);
    String row = "%s: %,d to %,d".formatted(what, smallest, last(sizes));
    meter.row(row, cells.toArray());
    meter.keep(most, row, factor, "x");
  }

  private static <T> T last(List<T> all) {
    return all.get(all.size() - 1);
  }
}
