package dev.amikit.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What {@link RegistryTopic} measures, in turns of 4,096. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(RegistryBenchmark.TURNS)
@SuppressWarnings("NullAway.Init") // JMH sets up before it measures
public class RegistryBenchmark {
  static final int TURNS = 4096;

  @Param({"1000", "100000"})
  int images;

  private final Object[] kept = new Object[Work.LAST + 1];
  private Work lookUp;
  private Work plainLookUp;
  private Work describing;
  private Work plainDescribing;
  private Work disabling;
  private Work plainDisabling;
  private Work creating;
  private Work registering;

  @Setup
  public void setUp() {
    RegistryWork work = new RegistryWork(Stock.of(new Size(images)));
    lookUp = work.lookUp();
    plainLookUp = work.plainLookUp();
    describing = work.describing();
    plainDescribing = work.plainDescribing();
    disabling = work.disabling();
    plainDisabling = work.plainDisabling();
    creating = work.creating();
    registering = work.registering();
  }

  @Benchmark
  public Object[] lookUp() {
    return done(lookUp);
  }

  @Benchmark
  public Object[] plainLookUp() {
    return done(plainLookUp);
  }

  @Benchmark
  public Object[] modifyImageAttribute() {
    return done(describing);
  }

  @Benchmark
  public Object[] plainModifyImageAttribute() {
    return done(plainDescribing);
  }

  @Benchmark
  public Object[] disableAndEnableImage() {
    return done(disabling);
  }

  @Benchmark
  public Object[] plainDisableAndEnableImage() {
    return done(plainDisabling);
  }

  @Benchmark
  public Object[] imageCreated() {
    return done(creating);
  }

  @Benchmark
  public Object[] registerImage() {
    return done(registering);
  }

  private Object[] done(Work work) {
    work.run(TURNS, kept);
    return kept;
  }
}
