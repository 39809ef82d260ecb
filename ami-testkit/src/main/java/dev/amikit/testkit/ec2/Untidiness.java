package dev.amikit.testkit.ec2;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * What an EC2 does untidily, and how often. EC2 does each of these now and then; a program that
 * breaks on one passes its tests elsewhere. The same seed gives the same for the same calls.
 *
 * @param seed what it is drawn by
 * @param throttled which part of all calls is refused with {@code RequestLimitExceeded}, 0 to 1
 * @param shortened which part of all pages that are asked for is cut short, or has nothing on it,
 *     and a token for the rest; 0 to 1
 * @param lagging which part of all answers to reads tells how things were up to three changes
 *     before, 0 to 1
 * @param failing which part of the work in the background fails, 0 to 1; what ends at once never
 *     does
 * @param pending for how long instances are told to be pending after their launch, and snapshots of
 *     one volume are refused with {@code SnapshotCreationPerVolumeRateExceeded} after the last; 0
 *     for neither
 * @param skew by how much the clock of EC2 is ahead of that of the test at most, or behind it; 0
 *     for not at all
 */
public record Untidiness(
    long seed,
    double throttled,
    double shortened,
    double lagging,
    double failing,
    Duration pending,
    Duration skew) {
  /**
   * Refuses null, parts that are none, and durations below 0.
   *
   * @param seed what it is drawn by
   * @param throttled which part of all calls is refused with {@code RequestLimitExceeded}, 0 to 1
   * @param shortened which part of all pages that are asked for is cut short, or has nothing on it,
   *     and a token for the rest; 0 to 1
   * @param lagging which part of all answers to reads tells how things were up to three changes
   *     before, 0 to 1
   * @param failing which part of the work in the background fails, 0 to 1; what ends at once never
   *     does
   * @param pending for how long instances are told to be pending after their launch, and snapshots
   *     of one volume are refused with {@code SnapshotCreationPerVolumeRateExceeded} after the
   *     last; 0 for neither
   * @param skew by how much the clock of EC2 is ahead of that of the test at most, or behind it; 0
   *     for not at all
   */
  public Untidiness {
    requirePart(throttled);
    requirePart(shortened);
    requirePart(lagging);
    requirePart(failing);
    checkArgument(!requireNonNull(pending, "pending").isNegative(), "no time: %s", pending);
    checkArgument(!requireNonNull(skew, "skew").isNegative(), "no time: %s", skew);
  }

  private static void requirePart(double part) {
    checkArgument(part >= 0 && part <= 1, "%s is not from 0 to 1", part);
  }

  /**
   * Returns what an ordinary EC2 does on a bad day: one call of ten is throttled, every other page
   * is short, every fifth read lags, one work of ten fails, instances are pending for 15 seconds,
   * and the clock is wrong by up to half a second.
   *
   * @param seed what it is drawn by
   * @return the untidiness
   */
  public static Untidiness ofSeed(long seed) {
    return new Untidiness(seed, 0.1, 0.5, 0.2, 0.1, Duration.ofSeconds(15), Duration.ofMillis(500));
  }

  /** By how much the clock of EC2 is ahead of that of the test; behind it, if below 0. */
  Duration aheadBy() {
    long most = skew.toMillis();
    return Duration.ofMillis(new SplittableRandom(seed).nextLong(-most, most + 1));
  }
}
