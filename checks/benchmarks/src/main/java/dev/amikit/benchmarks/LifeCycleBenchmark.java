package dev.amikit.benchmarks;

import dev.amikit.image.Ami;
import dev.amikit.lifecycle.AmiAction;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.lifecycle.Disable;
import dev.amikit.lifecycle.LifeCycle;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The transition table and one command; each beside a flat array and the plain record. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LifeCycleBenchmark {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private final PlainLifeCycle plain = new PlainLifeCycle();
  private final Disable command = new Disable();
  private final Ami ami = TypicalAmi.of(RawImage.numbered(1));
  private final PlainAmi record = PlainAmi.of(RawImage.numbered(1));
  private AmiStage stage = AmiStage.AVAILABLE;
  private AmiAction action = AmiAction.DISABLE_IMAGE;

  @Benchmark
  public Object transition() {
    return LifeCycle.transition(stage, action);
  }

  @Benchmark
  public Object plainTransition() {
    return plain.transition(stage, action);
  }

  @Benchmark
  public Object decide() {
    return command.decide(ami, NOW);
  }

  @Benchmark
  public Object plainDecide() {
    return plain.disable(record);
  }

  @Benchmark
  public Object decideAndApply() {
    return command.decide(ami, NOW).applyTo(ami);
  }

  @Benchmark
  public Object plainDecideAndApply() {
    return plain.apply(record, plain.disable(record));
  }
}
