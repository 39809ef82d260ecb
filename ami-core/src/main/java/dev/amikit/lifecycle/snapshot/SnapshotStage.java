package dev.amikit.lifecycle.snapshot;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.google.common.collect.ImmutableMap;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;

/**
 * Where a snapshot is in its life: in one of EC2's states, in the Recycle Bin, which is no state,
 * or gone for good.
 */
public enum SnapshotStage {
  /** In state {@code pending}. */
  PENDING("pending"),
  /** In state {@code completed}, and not in the Recycle Bin. */
  COMPLETED("completed"),
  /** In state {@code error}, and not in the Recycle Bin. */
  ERROR("in error"),
  /** In state {@code recoverable}, which is never produced. */
  RECOVERABLE("recoverable"),
  /** In state {@code recovering}, which is never produced. */
  RECOVERING("recovering"),
  /** In a state that is not known here, which is never produced. */
  UNKNOWN("in an unknown state"),
  /** In the Recycle Bin. */
  IN_RECYCLE_BIN("in the Recycle Bin"),
  /** Deleted for good. */
  DELETED("deleted");

  private static final ImmutableMap<SnapshotState, SnapshotStage> BY_STATE = ImmutableMap.of(
      SnapshotState.PENDING, PENDING,
      SnapshotState.COMPLETED, COMPLETED,
      SnapshotState.ERROR, ERROR,
      SnapshotState.RECOVERABLE, RECOVERABLE,
      SnapshotState.RECOVERING, RECOVERING);

  private final String words;

  SnapshotStage(String words) {
    this.words = words;
  }

  /**
   * Returns where a snapshot is.
   *
   * @param snapshot the snapshot
   * @return its stage
   */
  public static SnapshotStage of(Snapshot snapshot) {
    requireNonNull(snapshot, "snapshot");
    if (snapshot.deleted()) {
      return DELETED;
    }
    return snapshot.isInRecycleBin()
        ? IN_RECYCLE_BIN
        : requireNonNullElse(BY_STATE.get(snapshot.state()), UNKNOWN);
  }

  /** {@return whether EC2 answers as if there were no such snapshot, save in its Recycle Bin} */
  public boolean isGone() {
    return this == IN_RECYCLE_BIN || this == DELETED;
  }

  /** Returns the stage in words, such as {@code completed} or {@code in the Recycle Bin}. */
  @Override
  public String toString() {
    return words;
  }
}
