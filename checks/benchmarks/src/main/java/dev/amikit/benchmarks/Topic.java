package dev.amikit.benchmarks;

import com.google.common.collect.ImmutableList;

/** One subject that {@link Ratios} measures, and that has a table of its own. */
interface Topic {
  /** The heads of the columns after the first. */
  default ImmutableList<String> columns() {
    return Ratios.COLUMNS;
  }

  void measure(Ratios ratios);
}
