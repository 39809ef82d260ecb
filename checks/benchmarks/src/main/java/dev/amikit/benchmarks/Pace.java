package dev.amikit.benchmarks;

/**
 * How long kinds of work are done in turn.
 *
 * @param warmUp for how many nanoseconds of CPU time work is done at first that is not done so
 *     often that it is compiled before
 * @param enough when so many have passed after that, no more rounds begin
 * @param fewest how many rounds there are at least
 * @param most how many rounds there are at most
 */
record Pace(long warmUp, long enough, int fewest, int most) {
  private static final long MILLI = 1_000_000;

  /** For figures that have a goal. */
  static final Pace THOROUGH = new Pace(2_500 * MILLI, 2_000 * MILLI, 5, 21);

  /** For figures of which those are looked for that stand out. */
  static final Pace BRISK = new Pace(300 * MILLI, 300 * MILLI, 3, 7);
}
