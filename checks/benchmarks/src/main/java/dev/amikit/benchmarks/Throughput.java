package dev.amikit.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.amikit.image.Ami;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** How many calls a second one registry carries out, by the clock on the wall. */
final class Throughput implements Topic {
  private static final Size SIZE = new Size(100_000);
  private static final ImmutableList<Integer> THREADS = ImmutableList.of(1, 2, 8);
  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration MEASURED = Duration.ofSeconds(2);

  @Override
  public ImmutableList<String> columns() {
    return THREADS.stream().map("by %d, calls/s"::formatted).collect(toImmutableList());
  }

  @Override
  public void measure(Meter meter) {
    Stock images = Stock.of(SIZE);
    Ami[] picks = images.picks();
    ImmutableList<Ami> next = images.next(THREADS.get(THREADS.size() - 1));
    Stock stock = images.withSnapshots(next);
    row(meter, "writers", threads -> {
      var registry = stock.registry();
      return rate(
          callers(threads, number -> Caller.writing(registry, next.get(number))),
          ImmutableList.of());
    });
    row(meter, "readers", threads -> {
      var registry = stock.registry();
      return rate(callers(threads, number -> Caller.reading(registry, picks)), ImmutableList.of());
    });
    row(meter, "readers, while another thread writes", threads -> {
      var registry = stock.registry();
      return rate(
          callers(threads, number -> Caller.reading(registry, picks)),
          ImmutableList.of(Caller.writing(registry, next.get(0))));
    });
    row(meter, "a writer, while other threads read", threads -> {
      var registry = stock.registry();
      return rate(
          ImmutableList.of(Caller.writing(registry, next.get(0))),
          callers(threads, number -> Caller.reading(registry, picks)));
    });
  }

  private static void row(Meter meter, String what, IntFunction<Double> rate) {
    meter.row(what, THREADS.stream().map(n -> "%,.0f".formatted(rate.apply(n))).toArray());
  }

  private static ImmutableList<Caller> callers(int threads, IntFunction<Caller> caller) {
    return IntStream.range(0, threads).mapToObj(caller).collect(toImmutableList());
  }

  /** How many calls a second the first ones make, while the others call too. */
  static double rate(ImmutableList<Caller> counted, ImmutableList<Caller> others) {
    Iterable<Caller> all = Iterables.concat(counted, others);
    all.forEach(Caller::start);
    Uninterruptibles.sleepUninterruptibly(WARM_UP);
    long begin = System.nanoTime();
    long before = made(counted);
    Uninterruptibles.sleepUninterruptibly(MEASURED);
    double rate = (made(counted) - before) * 1e9 / (System.nanoTime() - begin);
    all.forEach(Caller::stopAndJoin);
    return rate;
  }

  private static long made(ImmutableList<Caller> callers) {
    return callers.stream().mapToLong(Caller::made).sum();
  }
}
