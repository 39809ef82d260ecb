package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;

import dev.amikit.lifecycle.Decision;
import dev.amikit.rule.Refusal;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.TieringOperation;
import dev.amikit.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A snapshot that is being restored for some days can be used; the days count from now.
 *
 * @param temporaryRestoreDays for how many days, 1 to 180
 */
public record FinishTemporaryRestore(int temporaryRestoreDays) implements SnapshotCommand {
  @Override
  public SnapshotAction action() {
    return SnapshotAction.FINISH_TEMPORARY_RESTORE;
  }

  @Override
  public Optional<Refusal> malformed(Instant now) {
    requireNonNull(now, "now");
    return RestoreTemporarily.outOfRange(temporaryRestoreDays);
  }

  @Override
  public Decision<Snapshot> decide(Snapshot snapshot, Instant now) {
    return Tiering.finish(
        this,
        TieringOperation.TEMPORARY_RESTORE,
        snapshot,
        now,
        () -> new SnapshotTemporarilyRestored(
            Times.plus(now, Duration.ofDays(temporaryRestoreDays))));
  }
}
