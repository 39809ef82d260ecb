package dev.amikit.benchmarks;

import com.google.common.collect.ImmutableList;

/** What it costs that much is under way, and that it becomes due. */
final class TimeTopic implements Topic {
  private static final int FEWEST = 3_125; // to 50,000

  @Override
  public ImmutableList<String> columns() {
    return Growth.COLUMNS;
  }

  @Override
  public void measure(Meter meter) {
    Growth growth = new Growth(meter, "19");
    growth.ofAll("read, nothing due", FEWEST, copies -> new DueWork(copies).reading());
    growth.ofAll("read, all taken in", FEWEST, copies -> new DueWork(copies).readingLater());
    growth.ofEach(
        "first read of what is due", FEWEST, copies -> new DueWork(copies).readingFirst());
    growth.ofEach("advance", FEWEST, copies -> new DueWork(copies).advancing());
    growth.ofAll(
        "read during another's change",
        FEWEST,
        copies -> new DueWork(copies).readingDuringChange());
  }
}
