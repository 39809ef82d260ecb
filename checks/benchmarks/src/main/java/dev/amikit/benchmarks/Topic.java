package dev.amikit.benchmarks;

import com.google.common.collect.ImmutableList;

/** One subject that is measured, and that has a table of its own. */
interface Topic {
  /** The heads of the columns after the first. */
  default ImmutableList<String> columns() {
    return Meter.COLUMNS;
  }

  void measure(Meter meter);
}
