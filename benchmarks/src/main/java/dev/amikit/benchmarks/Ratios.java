package dev.amikit.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.math.Quantiles;
import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Compares the library with the floor under it, in one JVM: both do a slice of work in turn, and
 * the table has the median of the ratios of their CPU times. Names of topics as arguments choose
 * what is measured; without any, all is.
 */
public final class Ratios {
  private static final ImmutableMap<String, Topic> TOPICS = ImmutableMap.of(
      "values", new Values(),
      "life-cycle", new LifeCycleTopic(),
      "reading", new Reading(),
      "heap", new Heap(),
      "registry", new RegistryTopic(),
      "start-up", new StartUp());

  private static final int ROUNDS = 21;
  private static final long SLICE = 20_000_000;
  private static final long WARM_UP = 2_000_000_000;
  private static final int KEPT = 256;

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

  private record Slice(double cpu, double wall, double bytes) {}

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Object[] kept = new Object[KEPT];
  private final PrintStream out;

  private Ratios(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints the table.
   *
   * @param topics what to measure; nothing for all
   */
  public static void main(String[] topics) {
    List<String> chosen = topics.length == 0 ? TOPICS.keySet().asList() : Arrays.asList(topics);
    Ratios ratios = new Ratios(System.out);
    ratios.line("what", "amikit", "floor", "ratio", "p10-p90", "goal", "wall", "B", "B of floor");
    for (String topic : chosen) {
      Topic known = TOPICS.get(topic);
      if (known == null) {
        throw new IllegalArgumentException("not one of " + TOPICS.keySet() + ": " + topic);
      }
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
   */
  void compare(String what, double goal, Work subject, Work floor) {
    int subjectTimes = timesOfASlice(subject);
    int floorTimes = timesOfASlice(floor);
    long warm = threads.getCurrentThreadCpuTime() + WARM_UP;
    while (threads.getCurrentThreadCpuTime() < warm) {
      slice(subject, subjectTimes);
      slice(floor, floorTimes);
    }
    subjectTimes = timesOfASlice(subject);
    floorTimes = timesOfASlice(floor);
    List<Slice> subjects = new ArrayList<>();
    List<Slice> floors = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    List<Double> wallRatios = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Slice one = slice(subject, subjectTimes);
      Slice other = slice(floor, floorTimes);
      subjects.add(one);
      floors.add(other);
      ratios.add(one.cpu / other.cpu);
      wallRatios.add(one.wall / other.wall);
    }
    line(
        what,
        nanos(median(subjects.stream().map(Slice::cpu).collect(toImmutableList()))),
        nanos(median(floors.stream().map(Slice::cpu).collect(toImmutableList()))),
        ratio(median(ratios)),
        ratio(Quantiles.percentiles().index(10).compute(ratios))
            + "-"
            + ratio(Quantiles.percentiles().index(90).compute(ratios)),
        ratio(goal),
        ratio(median(wallRatios)),
        whole(median(subjects.stream().map(Slice::bytes).collect(toImmutableList()))),
        whole(median(floors.stream().map(Slice::bytes).collect(toImmutableList()))));
  }

  /**
   * Prints how two figures compare that are not times of work.
   *
   * @param what what is compared, with its unit
   * @param goal the ratio wanted at most
   * @param subject the library's figure
   * @param floor the figure without the library
   */
  void compareFigures(String what, double goal, double subject, double floor) {
    line(what, whole(subject), whole(floor), ratio(subject / floor), "", ratio(goal), "", "", "");
  }

  static double median(Iterable<Double> figures) {
    return Quantiles.median().compute(ImmutableList.copyOf(figures));
  }

  private int timesOfASlice(Work work) {
    int times = 1;
    while (slice(work, times).cpu * times < SLICE) {
      times *= 2;
    }
    return times;
  }

  private Slice slice(Work work, int times) {
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long wall = System.nanoTime();
    long cpu = threads.getCurrentThreadCpuTime();
    work.run(times, kept);
    return new Slice(
        (double) (threads.getCurrentThreadCpuTime() - cpu) / times,
        (double) (System.nanoTime() - wall) / times,
        (double) (threads.getCurrentThreadAllocatedBytes() - bytes) / times);
  }

  private void line(Object... cells) {
    out.printf(Locale.ROOT, "%-38s %12s %12s %7s %15s %6s %7s %9s %10s%n", cells);
  }

  private static String ratio(double ratio) {
    return (ratio < 0.1 ? "%.1e" : "%.2f").formatted(ratio);
  }

  private static String nanos(double nanos) {
    return nanos < 1_000_000 ? "%.1f ns".formatted(nanos) : "%.2f ms".formatted(nanos / 1_000_000);
  }

  private static String whole(double figure) {
    return "%.0f".formatted(figure);
  }
}
