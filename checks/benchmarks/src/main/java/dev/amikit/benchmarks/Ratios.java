package dev.amikit.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import com.google.common.math.Quantiles;
import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Compares the library with the floor under it, in one JVM: both do a slice of work in turn, and
 * the table has the median of the ratios of their CPU times. Names of topics as arguments choose
 * what is measured; without any, all is.
 */
public final class Ratios {
  static final ImmutableList<String> COLUMNS =
      ImmutableList.of("amikit", "floor", "ratio", "p10-p90", "goal", "wall", "B", "B of floor");

  /** That no ratio is wanted. */
  static final double NO_GOAL = Double.NaN;

  private static final ImmutableMap<String, Topic> TOPICS = ImmutableMap.<String, Topic>builder()
      .put("values", new Values())
      .put("life-cycle", new LifeCycleTopic())
      .put("reading", new Reading())
      .put("heap", new Heap())
      .put("registry", new RegistryTopic())
      .put("queries", new QueriesTopic())
      .put("sdk", new SdkTopic())
      .put("throughput", new Throughput())
      .put("moto", new Moto())
      .put("start-up", new StartUp())
      .put("drawing", new Drawing())
      .build();

  private static final int FEWEST_ROUNDS = 5;
  private static final int ROUNDS = 21;
  private static final long SLICE = 20_000_000;
  private static final long WARM_UP = 5_000_000_000L;
  private static final long LONG_ENOUGH = 4_000_000_000L;
  private static final int KEPT = 256;
  private static final int FIRST_COLUMN = 46;
  private static final int COLUMN = 13;

  /** Work that can be done many times; what it makes goes to {@code kept}, so that it is made. */
  interface Work {
    /**
     * Does the work.
     *
     * @param times how often
     * @param kept 256 places for what is made
     */
    void run(int times, Object[] kept);
  }

  /** How long two kinds of work took, once each, in nanoseconds of CPU time. */
  record Times(double subject, double floor) {}

  private record Slice(double cpu, double wall, double bytes) {}

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Object[] kept = new Object[KEPT];
  private final PrintStream out;

  private Ratios(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints the tables.
   *
   * @param topics what to measure; nothing for all
   */
  public static void main(String[] topics) {
    List<String> chosen = topics.length == 0 ? TOPICS.keySet().asList() : Arrays.asList(topics);
    Ratios ratios = new Ratios(System.out);
    for (String topic : chosen) {
      Topic known = TOPICS.get(topic);
      if (known == null) {
        throw new IllegalArgumentException("not one of " + TOPICS.keySet() + ": " + topic);
      }
      ratios.row(topic, known.columns().toArray());
      known.measure(ratios);
    }
  }

  /**
   * Runs two kinds of work in turn and prints how they compare.
   *
   * @param what what is compared
   * @param goal the ratio wanted at most
   * @param subject the library's work
   * @param floor the same without the library
   * @return how long they took
   */
  Times compare(String what, double goal, Work subject, Work floor) {
    Side one = new Side(subject);
    Side other = new Side(floor);
    inTurn(ImmutableList.of(one, other));
    List<Double> ratios = one.against(other, Slice::cpu);
    row(
        what,
        nanos(one.median(Slice::cpu)),
        nanos(other.median(Slice::cpu)),
        ratio(median(ratios)),
        ratio(Quantiles.percentiles().index(10).compute(ratios))
            + "-"
            + ratio(Quantiles.percentiles().index(90).compute(ratios)),
        ratio(goal),
        ratio(median(one.against(other, Slice::wall))),
        whole(one.median(Slice::bytes)),
        whole(other.median(Slice::bytes)));
    return new Times(one.median(Slice::cpu), other.median(Slice::cpu));
  }

  /**
   * Prints how two figures compare that are not times of work done in turn.
   *
   * @param what what is compared, with its unit
   * @param goal the ratio wanted at most
   * @param subject the library's figure
   * @param floor the figure without the library
   */
  void compareFigures(String what, double goal, double subject, double floor) {
    row(what, whole(subject), whole(floor), ratio(subject / floor), "", ratio(goal));
  }

  /**
   * Measures work that is compared with nothing.
   *
   * @param work the work
   * @return how many nanoseconds of CPU time it takes once
   */
  double nanosOf(Work work) {
    Side side = new Side(work);
    inTurn(ImmutableList.of(side));
    return side.median(Slice::cpu);
  }

  /**
   * Prints a row of the table.
   *
   * @param what what the row is about
   * @param cells the other cells
   */
  void row(String what, Object... cells) {
    StringBuilder row = new StringBuilder(Strings.padEnd(what, FIRST_COLUMN, ' '));
    for (Object cell : cells) {
      row.append(' ').append(Strings.padStart(cell.toString(), COLUMN, ' '));
    }
    out.println(row);
  }

  static double median(Iterable<Double> figures) {
    return Quantiles.median().compute(ImmutableList.copyOf(figures));
  }

  static String nanos(double nanos) {
    return nanos < 1_000_000
        ? "%,.1f ns".formatted(nanos)
        : "%,.2f ms".formatted(nanos / 1_000_000);
  }

  static String ratio(double ratio) {
    if (Double.isNaN(ratio)) {
      return "-";
    }
    return (ratio < 0.01 ? "%.0e" : ratio < 100 ? "%.2f" : "%,.0f").formatted(ratio);
  }

  static String whole(double figure) {
    return "%,.0f".formatted(figure);
  }

  private void inTurn(ImmutableList<Side> sides) {
    sides.forEach(Side::measureTimes);
    long begin = threads.getCurrentThreadCpuTime();
    while (threads.getCurrentThreadCpuTime() - begin < WARM_UP) {
      sides.forEach(Side::run);
    }
    sides.forEach(Side::measureTimes);
    begin = threads.getCurrentThreadCpuTime();
    for (int round = 0;
        round < FEWEST_ROUNDS
            || round < ROUNDS && threads.getCurrentThreadCpuTime() - begin < LONG_ENOUGH;
        round++) {
      sides.forEach(Side::run);
    }
  }

  /** Work, and how long its slices took. */
  private final class Side {
    private final List<Slice> slices = new ArrayList<>();
    private final Work work;
    private int times;

    Side(Work work) {
      this.work = work;
    }

    /** Finds out how often the work has to be done in a slice, and forgets the slices so far. */
    void measureTimes() {
      times = 1;
      while (slice().cpu * times < SLICE) {
        times *= 2;
      }
      slices.clear();
    }

    void run() {
      slices.add(slice());
    }

    double median(ToDoubleFunction<Slice> figure) {
      return Ratios.median(slices.stream().mapToDouble(figure).boxed().collect(toImmutableList()));
    }

    List<Double> against(Side other, ToDoubleFunction<Slice> figure) {
      return Streams.zip(
              slices.stream(),
              other.slices.stream(),
              (one, two) -> figure.applyAsDouble(one) / figure.applyAsDouble(two))
          .collect(toImmutableList());
    }

    private Slice slice() {
      long bytes = threads.getCurrentThreadAllocatedBytes();
      long wall = System.nanoTime();
      long cpu = threads.getCurrentThreadCpuTime();
      work.run(times, kept);
      return new Slice(
          (double) (threads.getCurrentThreadCpuTime() - cpu) / times,
          (double) (System.nanoTime() - wall) / times,
          (double) (threads.getCurrentThreadAllocatedBytes() - bytes) / times);
    }
  }
}
