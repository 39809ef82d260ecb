package dev.amikit.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What {@link QueriesTopic} measures. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets up before it measures
public class QueryBenchmark {
  @Param("100000")
  int images;

  private final Object[] kept = new Object[Work.LAST + 1];
  private Work owner;
  private Work name;
  private Work prefix;
  private Work firstPage;
  private Work secondPage;
  private Work lookThroughAll;
  private Work byRegex;

  @Setup
  public void setUp() {
    QueryWork work = new QueryWork(Stock.of(new Size(images)));
    owner = work.result(QueryWork.own().build());
    name = work.result(work.exactName());
    prefix = work.result(QueryWork.named("web-00-000*"));
    firstPage = work.firstPage();
    secondPage = work.secondPage();
    lookThroughAll = work.lookThroughAll("*-00001-*");
    byRegex = work.byRegex(".*-00001-.*");
  }

  @Benchmark
  public Object[] owner() {
    return done(owner);
  }

  @Benchmark
  public Object[] exactName() {
    return done(name);
  }

  @Benchmark
  public Object[] prefix() {
    return done(prefix);
  }

  @Benchmark
  public Object[] firstPage() {
    return done(firstPage);
  }

  @Benchmark
  public Object[] secondPage() {
    return done(secondPage);
  }

  @Benchmark
  public Object[] lookThroughAll() {
    return done(lookThroughAll);
  }

  @Benchmark
  public Object[] regexThroughAll() {
    return done(byRegex);
  }

  private Object[] done(Work work) {
    work.run(1, kept);
    return kept;
  }
}
