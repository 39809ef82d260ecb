package dev.amikit.benchmarks;

import com.google.common.collect.ImmutableList;

/**
 * Times as they would be on a quiet machine. Goals in seconds were set on one, on which
 * {@link PlainAmi} was built in 87 ns; elsewhere, or with other processes about, it may take twice
 * as long. So whatever is measured is measured in turn with that, and told in those nanoseconds.
 */
final class Quiet {
  private static final double NANOS_OF_BUILDING = 87;

  private Quiet() {}

  /** The building of records. */
  static Work building() {
    RawImage[] raw = RawImage.numbered(0, Work.LAST + 1);
    return (times, kept) -> {
      for (int i = 0; i < times; i++) {
        kept[i & Work.LAST] = PlainAmi.of(raw[i & Work.LAST]);
      }
    };
  }

  /** The quiet nanoseconds of work that was done in turn with the building. */
  static double nanos(Side work, Side building) {
    return NANOS_OF_BUILDING * Figures.median(work.against(building, Side.Slice::cpu));
  }

  /** The quiet nanoseconds that work takes once. */
  static double nanosOf(Work work) {
    ImmutableList<Side> sides = Side.inTurn(Pace.THOROUGH, ImmutableList.of(work, building()));
    return nanos(sides.get(0), sides.get(1));
  }
}
