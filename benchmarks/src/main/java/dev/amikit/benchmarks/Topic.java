package dev.amikit.benchmarks;

/** One subject that {@link Ratios} measures. */
interface Topic {
  void measure(Ratios ratios);
}
