package dev.amikit.benchmarks;

import dev.amikit.query.ImageQuery;

/**
 * Queries of a registry beside as many look-ups in a {@code HashMap} as they find images; then
 * those that look through all images beside {@code java.util.regex}.
 */
final class QueriesTopic implements Topic {

  @Override
  public void measure(Meter meter) {
    for (Size size : Size.allLarge()) {
      Stock stock = Stock.of(size);
      QueryWork work = new QueryWork(stock);
      found(meter, size, work);
      small(meter, size, work);
      pages(meter, size, work);
      scan(
          meter, size, stock, "prefix", work.lookThroughAll("web-01-*"), work.byRegex("web-01-.*"));
      scan(
          meter,
          size,
          stock,
          "infix",
          work.lookThroughAll("*-00001-*"),
          work.byRegex(".*-00001-.*"));
    }
  }

  private static void found(Meter meter, Size size, QueryWork work) {
    work.found().forEach((what, query) -> {
      Meter.Cost cost = besideGets(meter, size, work, what, query, Goal.NONE);
      meter.figure(
          "  a hit of " + size.of(what),
          Goal.atMost("11", 0.3, 0.15).onlyIf(size.isLargest()),
          cost.nanos() / Figures.MICRO / work.hits(query),
          "us");
      meter.figure(
          "  the same as its viewer sees it",
          Goal.NONE,
          Quiet.nanosOf(work.seen(query)) / Figures.MICRO / work.hits(query),
          "us");
    });
    work.others().forEach((what, query) -> besideGets(meter, size, work, what, query, Goal.NONE));
  }

  private static void small(Meter meter, Size size, QueryWork work) {
    Goal gets = Goal.atMost("12", 5.0).onlyIf(size.isLargest());
    besideGets(meter, size, work, "name", work.exactName(), gets);
    Goal fiveGets = Goal.atMost("12", 1.5).onlyIf(size.isLargest());
    besideGets(meter, size, work, "prefix of 5", QueryWork.named("web-00-00001-*"), fiveGets);
    Meter.Cost cost =
        besideGets(meter, size, work, "prefix of 500", QueryWork.named("web-00-000*"), Goal.NONE);
    meter.figure(
        "  " + size.of("prefix of 500"),
        Goal.atMost("12", 75, 25).onlyIf(size.isLargest()),
        cost.nanos() / Figures.MICRO,
        "us");
  }

  private static Meter.Cost besideGets(
      Meter meter, Size size, QueryWork work, String what, ImageQuery query, Goal goal) {
    int hits = work.hits(query);
    return meter.compare(
        "%s, beside %,d gets".formatted(size.of(what), hits),
        goal,
        work.result(query),
        work.gets(hits));
  }

  private static void pages(Meter meter, Size size, QueryWork work) {
    page(meter, size.of("first page of 1,000"), size, work.firstPage());
    if (work.hasSecondPage()) {
      page(meter, size.of("second page of 1,000"), size, work.secondPage());
    }
  }

  private static void page(Meter meter, String what, Size size, Work work) {
    meter.figure(
        what,
        Goal.atMost("12a", 5, 2).onlyIf(size.isLargest()),
        Quiet.nanosOf(work) / Figures.MILLI,
        "ms");
  }

  private static void scan(
      Meter meter, Size size, Stock stock, String what, Work scan, Work byRegex) {
    int images = stock.images().size();
    Meter.Cost cost = meter.compare(
        size.of("look through all, " + what) + ", beside regex",
        Goal.atMost("13", 0.5).onlyIf(size.isLargest()),
        scan,
        byRegex);
    meter.figure(
        size.of("  an image of all, " + what),
        Goal.atMost("13", 45, 8).onlyIf(size.isLargest()),
        cost.nanos() / images,
        "ns");
    meter.figure(
        size.of("  B an image of all, " + what),
        Goal.atMost("13", 1).onlyIf(size.isLargest()),
        cost.bytes() / images,
        "B");
  }
}
