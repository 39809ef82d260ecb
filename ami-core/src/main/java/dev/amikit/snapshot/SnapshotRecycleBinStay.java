package dev.amikit.snapshot;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.time.Instant;

/**
 * That a snapshot lies in the Recycle Bin: deleted, and kept for a while in case it was a mistake.
 *
 * @param enterTime when it was deleted
 * @param exitTime when it goes for good, fixed on entry and later than that
 * @param suspendedCreateVolumePermissions its permissions, none in force and all back on restore
 * @see <a href="https://docs.aws.amazon.com/ebs/latest/userguide/recycle-bin.html">Recycle Bin</a>
 */
public record SnapshotRecycleBinStay(
    Instant enterTime,
    Instant exitTime,
    ImmutableSet<CreateVolumePermission> suspendedCreateVolumePermissions) {
  /** A stay ends after it began. */
  public static final Rule ENDS_LATER = Rule.rule(
      "snapshot-recycle-bin-stay.ends-later",
      "a snapshot leaves the Recycle Bin after it entered",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "EBS User Guide, Recycle Bin",
      "SBIN-01");

  /**
   * Checks the times.
   *
   * @param enterTime when it was deleted
   * @param exitTime when it goes for good, fixed on entry and later than that
   * @param suspendedCreateVolumePermissions its permissions, none in force and all back on restore
   * @throws dev.amikit.rule.RuleViolationException by {@code snapshot-recycle-bin-stay.ends-later}
   */
  public SnapshotRecycleBinStay {
    requireNonNull(enterTime, "enterTime");
    requireNonNull(exitTime, "exitTime");
    requireNonNull(suspendedCreateVolumePermissions, "suspendedCreateVolumePermissions");
    if (!exitTime.isAfter(enterTime)) {
      throw ENDS_LATER.refuse("exitTime", exitTime);
    }
  }
}
