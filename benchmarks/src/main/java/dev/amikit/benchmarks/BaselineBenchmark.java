package dev.amikit.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What JMH itself costs: the floor under every other figure. */
@State(Scope.Benchmark)
public class BaselineBenchmark {
  private long value;

  @Benchmark
  public long increment() {
    return ++value;
  }
}
