package dev.amikit.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** The state of a registry beside tables that keep no rule, no index and no older state. */
final class RegistryTopic implements Topic {
  private static final int MOST_LAID_OUT = 100_000;

  /**
   * The keys under which an image is found: two of devices, five of tags, and one each of others.
   */
  private static final int KEYS =
      ImmutableList.of("ID", "owner", "state", "architecture", "name").size() + 2 + 5;

  private final List<Double> registrations = new ArrayList<>();

  @Override
  public void measure(Meter meter) {
    for (Size size : Size.all()) {
      Stock stock = Stock.of(size);
      RegistryWork work = new RegistryWork(stock);
      lookUp(meter, size, work);
      commands(meter, size, work);
      creation(meter, size, work);
      registration(meter, size, work);
      heap(meter, size, stock);
    }
  }

  private static void lookUp(Meter meter, Size size, RegistryWork work) {
    meter.compare(
        size.of("look-up by ID"),
        Goal.atMost("6", size.images() == 100_000 ? 2.6 : 2.0),
        work.lookUp(),
        work.plainLookUp());
  }

  private static void commands(Meter meter, Size size, RegistryWork work) {
    meter.compare(
        size.of("ModifyImageAttribute"),
        size.isSmall() ? Goal.atMost("7", 4.0, 3.0) : Goal.atMost("7", 2.0, 1.5),
        work.describing(),
        work.plainDescribing());
    meter.compare(
        size.of("ModifyImageAttribute, called"),
        Goal.NONE,
        work.describingByCall(),
        work.plainDescribing());
    Meter.Cost cost = meter.compare(
        size.of("DisableImage, EnableImage"),
        work.disabling(),
        new Floor("a HashMap", Goal.atMost("8", 3.0, 2.0), work.plainDisabling()),
        new Floor("no indexes", Goal.NONE, work.disablingWithoutIndexes()));
    meter.figure(
        size.of("  KB of a state change"), Goal.atMost("8", 3), cost.bytes() / Figures.KILO, "KB");
  }

  private void creation(Meter meter, Size size, RegistryWork work) {
    Meter.Cost cost =
        meter.compare(size.of("ImageCreated"), Goal.NONE, work.creating(), work.plainRegistering());
    double micros = cost.nanos() / Figures.MICRO / KEYS;
    meter.figure(
        size.of("  ImageCreated by the key, of %d".formatted(KEYS)),
        Goal.atMost("9", 0.7, 0.5),
        micros,
        "us");
    meter.figure(
        size.of("  KB of ImageCreated by the key"),
        Goal.atMost("9", 0.8),
        cost.bytes() / Figures.KILO / KEYS,
        "KB");
    registrations.add(micros);
    if (registrations.size() > 1) {
      meter.compareFigures(
          size.of("  ImageCreated by the key beside the size before, us"),
          Goal.atMost("9", 1.5).onlyIf(size.isLargest()),
          micros,
          registrations.get(registrations.size() - 2));
    }
  }

  private static void registration(Meter meter, Size size, RegistryWork work) {
    Meter.Cost cost = meter.compare(
        size.of("RegisterImage"), Goal.NONE, work.registering(), work.plainRegistering());
    meter.figure(
        size.of("  us of RegisterImage"),
        Goal.atMost("9", 8).onlyIf(size.isSmall()),
        cost.nanos() / Figures.MICRO,
        "us");
    meter.figure(
        size.of("  KB of RegisterImage"),
        Goal.atMost("9", 14).onlyIf(size.isSmall()),
        cost.bytes() / Figures.KILO,
        "KB");
  }

  private static void heap(Meter meter, Size size, Stock stock) {
    if (size.images() <= MOST_LAID_OUT) {
      double tables = Heap.bytesOf(stock.state()) - Heap.bytesOf(stock.images());
      meter.figure(
          size.of("B an image, tables and indexes alone"),
          Goal.atMost("10", 225, 100).onlyIf(!size.isSmall()),
          tables / size.images(),
          "B");
    }
  }
}
