package dev.amikit.benchmarks;

/**
 * What is wanted of a figure.
 *
 * @param number the number of the goal in the README
 * @param must what the figure is at most; where more is better, at least
 * @param stretch what would be better still; NaN if nothing is said
 * @param isLeast whether more is better
 */
record Goal(String number, double must, double stretch, boolean isLeast) {
  private static final double HUNDRED = 100;

  /** That nothing is wanted. */
  static final Goal NONE = new Goal("", Double.NaN, Double.NaN, false);

  static Goal atMost(String number, double must, double stretch) {
    return new Goal(number, must, stretch, false);
  }

  static Goal atMost(String number, double must) {
    return atMost(number, must, Double.NaN);
  }

  static Goal atLeast(String number, double must) {
    return new Goal(number, must, Double.NaN, true);
  }

  /** This goal if it is one where it is measured, such as at a size; otherwise none. */
  Goal onlyIf(boolean isOne) {
    return isOne ? this : NONE;
  }

  boolean isOne() {
    return !Double.isNaN(must);
  }

  /** Whether a figure is as it must be: yes, no, or better than that. */
  String verdict(double figure) {
    if (isReached(figure, stretch)) {
      return "yes, and the stretch";
    }
    return isReached(figure, must) ? "yes" : "no";
  }

  /** Returns what is wanted, such as {@code ≤ 4.00 (2.50)}. */
  @Override
  public String toString() {
    if (!isOne()) {
      return "-";
    }
    String wanted = (isLeast ? "≥ " : "≤ ") + Figures.of(must);
    return Double.isNaN(stretch) ? wanted : "%s (%s)".formatted(wanted, Figures.of(stretch));
  }

  private boolean isReached(double figure, double limit) {
    double told = Math.rint(figure * HUNDRED) / HUNDRED;
    return isLeast ? told >= limit : told <= limit;
  }
}
