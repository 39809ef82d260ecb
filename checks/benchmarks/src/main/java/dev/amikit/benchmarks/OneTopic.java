package dev.amikit.benchmarks;

import com.google.common.collect.ImmutableMap;
import java.io.PrintStream;
import java.util.function.Supplier;

/** Measures one topic in this JVM, tells its table, and prints what has a goal. */
final class OneTopic {
  /** All topics; what one needs is made only where it is measured. */
  static final ImmutableMap<String, Supplier<Topic>> ALL =
      ImmutableMap.<String, Supplier<Topic>>builder()
          .put("values", Values::new)
          .put("life-cycle", LifeCycleTopic::new)
          .put("reading", Reading::new)
          .put("heap", Heap::new)
          .put("start-up", StartUp::new)
          .put("registry", RegistryTopic::new)
          .put("queries", QueriesTopic::new)
          .put("time", TimeTopic::new)
          .put("operations", OperationsTopic::new)
          .put("growth", GrowthTopic::new)
          .put("sdk", SdkTopic::new)
          .put("throughput", Throughput::new)
          .put("moto", Moto::new)
          .put("drawing", Drawing::new)
          .build();

  private OneTopic() {}

  public static void main(String[] args) {
    PrintStream results = System.out;
    System.setOut(System.err); // JOL says there what it cannot do
    String name = args[0];
    Supplier<Topic> known = ALL.get(name);
    if (known == null) {
      throw new IllegalArgumentException("not one of %s: %s".formatted(ALL.keySet(), name));
    }
    Topic topic = known.get();
    Meter meter = new Meter(name, System.err);
    meter.row(name, topic.columns().toArray());
    topic.measure(meter);
    meter.results().forEach(results::println);
  }
}
