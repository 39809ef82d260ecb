package dev.amikit.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Work, and what slices of it took, by the CPU time of the thread that does it. */
final class Side {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long SLICE = 20_000_000;

  // When so many slices have so many turns in all, the compiler has done what it will.
  private static final int FEW = 10;
  private static final int OFTEN = 60_000;

  /** What the work took once, of a slice: nanoseconds and bytes. */
  record Slice(double cpu, double wall, double bytes) {}

  private final List<Slice> slices = new ArrayList<>();
  private final Object[] kept = new Object[Work.LAST + 1];
  private final Work work;
  private int times;

  private Side(Work work) {
    this.work = work;
  }

  /** Lets all kinds of work do a slice in turn, again and again. */
  static ImmutableList<Side> inTurn(Pace pace, List<Work> works) {
    ImmutableList<Side> sides = works.stream().map(Side::new).collect(toImmutableList());
    sides.forEach(Side::measureTimes);
    sides.forEach(side -> side.warmUp(pace));
    sides.forEach(Side::measureTimes);
    long begin = THREADS.getCurrentThreadCpuTime();
    for (int round = 0;
        round < pace.fewest()
            || round < pace.most() && THREADS.getCurrentThreadCpuTime() - begin < pace.enough();
        round++) {
      sides.forEach(Side::run);
    }
    return sides;
  }

  double median(ToDoubleFunction<Slice> figure) {
    return Figures.median(slices.stream().map(figure::applyAsDouble).toList());
  }

  /** The ratios of what each slice took to what the other's took in the same round. */
  ImmutableList<Double> against(Side other, ToDoubleFunction<Slice> figure) {
    return Streams.zip(
            slices.stream(),
            other.slices.stream(),
            (one, two) -> figure.applyAsDouble(one) / figure.applyAsDouble(two))
        .collect(toImmutableList());
  }

  /** Finds out how often the work has to be done in a slice, and forgets the slices so far. */
  private void measureTimes() {
    times = 1;
    while (slice().cpu * times < SLICE) {
      times *= 2;
    }
    slices.clear();
  }

  private void warmUp(Pace pace) {
    while (!isWarm(pace)) {
      run();
    }
  }

  private boolean isWarm(Pace pace) {
    double nanos = slices.stream().mapToDouble(slice -> slice.cpu * times).sum();
    return nanos >= pace.warmUp() || slices.size() >= FEW && (long) slices.size() * times >= OFTEN;
  }

  private void run() {
    slices.add(slice());
  }

  private Slice slice() {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long wall = System.nanoTime();
    long cpu = THREADS.getCurrentThreadCpuTime();
    work.run(times, kept);
    return new Slice(
        (double) (THREADS.getCurrentThreadCpuTime() - cpu) / times,
        (double) (System.nanoTime() - wall) / times,
        (double) (THREADS.getCurrentThreadAllocatedBytes() - bytes) / times);
  }
}
