package dev.amikit.registry;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.amikit.device.DeviceName;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.StateReason;
import dev.amikit.query.Viewer;
import dev.amikit.snapshot.TieringOperationStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Work in the background: an image or a snapshot that is being made, or moved between tiers; and a
 * launch that has yet to be reported.
 */
public sealed interface Work {
  /** {@return what is worked on, as text: the ID of an image, of a snapshot, or of an instance} */
  String resource();

  /** {@return the account that it is made for} */
  AccountId ownerId();

  /** {@return when it was begun} */
  Instant begun();

  /** {@return when it ends; empty if only when told} */
  Optional<Instant> due();

  /** {@return why it will fail; empty if it will succeed} */
  Optional<StateReason> failure();

  /**
   * An image is being made, with the snapshots that are made for it.
   *
   * @param imageId the image
   * @param snapshots the snapshots that are made for its devices
   * @param isCopy whether CopyImage makes it
   * @param ownerId the account that it is made for
   * @param begun when it was begun
   * @param due when it ends; empty if only when told
   * @param failure why it will fail; empty if it will succeed
   */
  record OnImage(
      ImageId imageId,
      ImmutableMap<DeviceName, SnapshotId> snapshots,
      boolean isCopy,
      AccountId ownerId,
      Instant begun,
      Optional<Instant> due,
      Optional<StateReason> failure)
      implements Work {
    /**
     * Refuses null.
     *
     * @param imageId the image
     * @param snapshots the snapshots that are made for its devices
     * @param isCopy whether CopyImage makes it
     * @param ownerId the account that it is made for
     * @param begun when it was begun
     * @param due when it ends; empty if only when told
     * @param failure why it will fail; empty if it will succeed
     */
    public OnImage {
      requireNonNull(imageId, "imageId");
      requireNonNull(snapshots, "snapshots");
      requireNonNull(ownerId, "ownerId");
      requireNonNull(begun, "begun");
      requireNonNull(due, "due");
      requireNonNull(failure, "failure");
    }

    @Override
    public String resource() {
      return imageId.value();
    }
  }

  /**
   * A snapshot is being made on its own.
   *
   * @param snapshotId the snapshot
   * @param isCopy whether CopySnapshot makes it
   * @param ownerId the account that it is made for
   * @param begun when it was begun
   * @param due when it ends; empty if only when told
   * @param failure why it will fail; empty if it will succeed
   */
  record OnSnapshot(
      SnapshotId snapshotId,
      boolean isCopy,
      AccountId ownerId,
      Instant begun,
      Optional<Instant> due,
      Optional<StateReason> failure)
      implements Work {
    /**
     * Refuses null.
     *
     * @param snapshotId the snapshot
     * @param isCopy whether CopySnapshot makes it
     * @param ownerId the account that it is made for
     * @param begun when it was begun
     * @param due when it ends; empty if only when told
     * @param failure why it will fail; empty if it will succeed
     */
    public OnSnapshot {
      requireNonNull(snapshotId, "snapshotId");
      requireNonNull(ownerId, "ownerId");
      requireNonNull(begun, "begun");
      requireNonNull(due, "due");
      requireNonNull(failure, "failure");
    }

    @Override
    public String resource() {
      return snapshotId.value();
    }
  }

  /**
   * A snapshot is being moved between storage tiers.
   *
   * @param snapshotId the snapshot
   * @param tiering the move
   * @param temporaryRestoreDays for how many days it is restored; empty for every other move
   * @param ownerId the account that the snapshot belongs to
   * @param begun when it was begun
   * @param due when it ends; empty if only when told
   * @param failure why it will fail; empty if it will succeed
   */
  record OnTier(
      SnapshotId snapshotId,
      Tiering tiering,
      OptionalInt temporaryRestoreDays,
      AccountId ownerId,
      Instant begun,
      Optional<Instant> due,
      Optional<StateReason> failure)
      implements Work {
    /**
     * Refuses null.
     *
     * @param snapshotId the snapshot
     * @param tiering the move
     * @param temporaryRestoreDays for how many days it is restored; empty for every other move
     * @param ownerId the account that the snapshot belongs to
     * @param begun when it was begun
     * @param due when it ends; empty if only when told
     * @param failure why it will fail; empty if it will succeed
     */
    public OnTier {
      requireNonNull(snapshotId, "snapshotId");
      requireNonNull(tiering, "tiering");
      requireNonNull(temporaryRestoreDays, "temporaryRestoreDays");
      requireNonNull(ownerId, "ownerId");
      requireNonNull(begun, "begun");
      requireNonNull(due, "due");
      requireNonNull(failure, "failure");
    }

    @Override
    public String resource() {
      return snapshotId.value();
    }
  }

  /**
   * A launch of an image, which becomes its last launched time a day later.
   *
   * @param instanceId the first instance that was launched
   * @param imageId the image
   * @param ownerId the account that launched it
   * @param begun when it was launched
   */
  record OnLaunch(InstanceId instanceId, ImageId imageId, AccountId ownerId, Instant begun)
      implements Work {
    /**
     * Refuses null.
     *
     * @param instanceId the first instance that was launched
     * @param imageId the image
     * @param ownerId the account that launched it
     * @param begun when it was launched
     */
    public OnLaunch {
      requireNonNull(instanceId, "instanceId");
      requireNonNull(imageId, "imageId");
      requireNonNull(ownerId, "ownerId");
      requireNonNull(begun, "begun");
    }

    @Override
    public String resource() {
      return instanceId.value();
    }

    @Override
    public Optional<Instant> due() {
      return Optional.of(begun.plus(Viewer.LAUNCH_IS_REPORTED_AFTER));
    }

    @Override
    public Optional<StateReason> failure() {
      return Optional.empty();
    }
  }

  /** A move between storage tiers. */
  enum Tiering {
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

    Tiering(
        TieringOperationStatus inProgress,
        TieringOperationStatus completed,
        TieringOperationStatus failed) {
      this.inProgress = inProgress;
      this.completed = completed;
      this.failed = failed;
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

  /**
   * Tells how far the work is, by the clock.
   *
   * @param now the present time
   * @return the percentage, from 0 to 99; empty for work that ends only when told
   */
  default OptionalInt progressAt(Instant now) {
    requireNonNull(now, "now");
    if (due().isEmpty()) {
      return OptionalInt.empty();
    }
    long whole = Math.max(1, due().get().toEpochMilli() - begun().toEpochMilli());
    long gone = Math.max(0, now.toEpochMilli() - begun().toEpochMilli());
    return OptionalInt.of((int) Math.min(99, 100 * gone / whole));
  }
}
