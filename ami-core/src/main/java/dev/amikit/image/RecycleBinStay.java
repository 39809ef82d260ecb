package dev.amikit.image;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.time.Instant;

/**
 * That an image lies in the Recycle Bin: deregistered, and kept for a while in case it was a
 * mistake.
 *
 * @param enterTime when it was deregistered
 * @param exitTime when it goes for good, fixed on entry and later than that
 * @param suspendedLaunchPermissions its permissions, none in force and all back on restore
 * @see <a href="https://docs.aws.amazon.com/ebs/latest/userguide/recycle-bin.html">Recycle Bin</a>
 */
public record RecycleBinStay(
    Instant enterTime,
    Instant exitTime,
    ImmutableSet<LaunchPermission> suspendedLaunchPermissions) {
  /** A stay ends after it began. */
  public static final Rule ENDS_LATER = Rule.rule(
      "recycle-bin-stay.ends-later",
      "an image leaves the Recycle Bin after it entered",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "EBS User Guide, Recycle Bin",
      "BIN-06",
      "BIN-11");

  /**
   * Checks the times.
   *
   * @param enterTime when it was deregistered
   * @param exitTime when it goes for good, fixed on entry and later than that
   * @param suspendedLaunchPermissions its permissions, none in force and all back on restore
   * @throws dev.amikit.rule.RuleViolationException by {@code recycle-bin-stay.ends-later}
   */
  public RecycleBinStay {
    requireNonNull(enterTime, "enterTime");
    requireNonNull(exitTime, "exitTime");
    requireNonNull(suspendedLaunchPermissions, "suspendedLaunchPermissions");
    if (!exitTime.isAfter(enterTime)) {
      throw ENDS_LATER.refuse("exitTime", exitTime);
    }
  }
}
