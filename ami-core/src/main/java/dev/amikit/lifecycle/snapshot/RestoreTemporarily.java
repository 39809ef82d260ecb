package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.lifecycle.Decision;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.TieringOperation;
import dev.amikit.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code RestoreSnapshotTier} for some days: the archived snapshot is on its way to be usable until
 * {@link FinishTemporaryRestore}. For one that is restored for some days already, the days count
 * anew from now, at once.
 *
 * @param temporaryRestoreDays for how many days, 1 to 180
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RestoreSnapshotTier.html">RestoreSnapshotTier</a>
 */
public record RestoreTemporarily(int temporaryRestoreDays) implements SnapshotCommand {
  private static final int MOST_DAYS = 180;

  /** For how many days a snapshot can be restored. */
  public static final Rule DAYS_IN_RANGE = Rule.rule(
      "restore-snapshot-tier.days-in-range",
      "a snapshot is restored for 1 to 180 days",
      ErrorCode.INVALID_PARAMETER_VALUE,
      "EBS User Guide, Restore an archived snapshot",
      "ARC-07");

  @Override
  public SnapshotAction action() {
    return SnapshotAction.RESTORE_TEMPORARILY;
  }

  @Override
  public Optional<Refusal> malformed(Instant now) {
    requireNonNull(now, "now");
    return outOfRange(temporaryRestoreDays);
  }

  @Override
  public Decision<Snapshot> decide(Snapshot snapshot, Instant now) {
    return Tiering.restore(
        this,
        TieringOperation.TEMPORARY_RESTORE,
        snapshot,
        now,
        () -> new SnapshotTemporarilyRestored(
            Times.plus(now, Duration.ofDays(temporaryRestoreDays))));
  }

  /** Why a snapshot cannot be restored for a number of days. */
  static Optional<Refusal> outOfRange(int days) {
    return days >= 1 && days <= MOST_DAYS
        ? Optional.empty()
        : Optional.of(Refusal.of(DAYS_IN_RANGE.brokenBy("temporaryRestoreDays", days)));
  }
}
