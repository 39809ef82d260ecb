package dev.amikit.snapshot;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;

/** A move of a snapshot between storage tiers. */
public enum TieringOperation {
  /** From the standard tier to the archive. */
  ARCHIVAL(
      TieringOperationStatus.ARCHIVAL_IN_PROGRESS,
      TieringOperationStatus.ARCHIVAL_COMPLETED,
      TieringOperationStatus.ARCHIVAL_FAILED),
  /** From the archive, for some days. */
  TEMPORARY_RESTORE(
      TieringOperationStatus.TEMPORARY_RESTORE_IN_PROGRESS,
      TieringOperationStatus.TEMPORARY_RESTORE_COMPLETED,
      TieringOperationStatus.TEMPORARY_RESTORE_FAILED),
  /** From the archive, for good. */
  PERMANENT_RESTORE(
      TieringOperationStatus.PERMANENT_RESTORE_IN_PROGRESS,
      TieringOperationStatus.PERMANENT_RESTORE_COMPLETED,
      TieringOperationStatus.PERMANENT_RESTORE_FAILED);

  private final TieringOperationStatus inProgress;
  private final TieringOperationStatus completed;
  private final TieringOperationStatus failed;

  TieringOperation(
      TieringOperationStatus inProgress,
      TieringOperationStatus completed,
      TieringOperationStatus failed) {
    this.inProgress = inProgress;
    this.completed = completed;
    this.failed = failed;
  }

  /**
   * Returns the move that a status speaks of as going on.
   *
   * @param status the status
   * @return the move; empty if it is over, or not known
   */
  public static Optional<TieringOperation> underWay(TieringOperationStatus status) {
    requireNonNull(status, "status");
    return Arrays.stream(values())
        .filter(operation -> operation.inProgress.equals(status))
        .findFirst();
  }

  /** {@return what is told while it goes on} */
  public TieringOperationStatus inProgress() {
    return inProgress;
  }

  /** {@return what is told after it succeeded} */
  public TieringOperationStatus completed() {
    return completed;
  }

  /** {@return what is told after it failed} */
  public TieringOperationStatus failed() {
    return failed;
  }
}
