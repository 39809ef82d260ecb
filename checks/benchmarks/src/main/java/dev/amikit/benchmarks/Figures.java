package dev.amikit.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.math.Quantiles;
import java.util.Collection;

/** Figures as text, and what is in their middle. */
final class Figures {
  /** Nanoseconds of a microsecond. */
  static final double MICRO = 1e3;

  /** Nanoseconds of a millisecond. */
  static final double MILLI = 1e6;

  /** Bytes of a kilobyte. */
  static final double KILO = 1e3;

  private Figures() {}

  static double median(Iterable<Double> figures) {
    return Quantiles.median().compute(ImmutableList.copyOf(figures));
  }

  /** Returns the figures but for the lowest and the highest tenth, as {@code 1.30-1.45}. */
  static String spread(Collection<Double> figures) {
    return of(percentile(10, figures)) + "-" + of(percentile(90, figures));
  }

  private static double percentile(int index, Collection<Double> figures) {
    return Quantiles.percentiles().index(index).compute(figures);
  }

  /** Returns a figure with about three digits. */
  static String of(double figure) {
    if (figure != 0 && Math.abs(figure) < 0.01) {
      return "%.0e".formatted(figure);
    }
    return (figure < 10 ? "%,.2f" : figure < 100 ? "%,.1f" : "%,.0f").formatted(figure);
  }

  static String whole(double figure) {
    return "%,.0f".formatted(figure);
  }

  /** Returns a time that is given in nanoseconds. */
  static String time(double nanos) {
    if (nanos < 10 * MICRO) {
      return "%,.1f ns".formatted(nanos);
    }
    return nanos < MILLI
        ? "%,.1f us".formatted(nanos / MICRO)
        : "%,.2f ms".formatted(nanos / MILLI);
  }
}
