package dev.amikit.lifecycle.snapshot;

import static dev.amikit.lifecycle.snapshot.SnapshotStage.COMPLETED;
import static dev.amikit.lifecycle.snapshot.SnapshotStage.DELETED;
import static dev.amikit.lifecycle.snapshot.SnapshotStage.ERROR;
import static dev.amikit.lifecycle.snapshot.SnapshotStage.IN_RECYCLE_BIN;
import static dev.amikit.lifecycle.snapshot.SnapshotStage.PENDING;
import static dev.amikit.rule.MessageTemplate.own;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.base.CaseFormat;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.lifecycle.Action;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import dev.amikit.snapshot.Snapshot;
import java.util.Locale;

/**
 * What can happen to a snapshot: the columns of the {@linkplain SnapshotLifeCycle transition
 * table}. A snapshot that is gone is refused as unknown, whatever is asked; in other stages that an
 * action is not possible in, it is refused by its {@link #rule()}. That rule may ask more than a
 * stage: then it also refuses snapshots whose tier or whose time is wrong.
 */
public enum SnapshotAction implements Action<SnapshotStage> {
  /** The snapshot was still being made, and now is complete; goes if its deletion was asked for. */
  COMPLETE_SNAPSHOT(
      ImmutableMap.of(PENDING, to(COMPLETED, IN_RECYCLE_BIN, DELETED)),
      "EBS User Guide, Create snapshots; inferred: a state that is final stays",
      "SNAP-13",
      "SNAP-16"),
  /** The snapshot could not be made; goes if its deletion was asked for. */
  FAIL_SNAPSHOT(
      ImmutableMap.of(PENDING, to(ERROR, IN_RECYCLE_BIN, DELETED)),
      "EBS User Guide, Create snapshots; inferred: a state that is final stays",
      "SNAP-13",
      "SNAP-16"),
  /**
   * DeleteSnapshot: for good, or into the Recycle Bin where a retention rule matches. A pending
   * snapshot stays until it is no longer pending.
   */
  DELETE_SNAPSHOT(
      ImmutableMap.of(
          PENDING, to(PENDING),
          COMPLETED, to(IN_RECYCLE_BIN, DELETED),
          ERROR, to(IN_RECYCLE_BIN, DELETED)),
      "EBS User Guide, Delete a snapshot",
      "SNAP-16",
      "SNAP-41"),
  /** RestoreSnapshotFromRecycleBin: back to the state that the snapshot had. */
  RESTORE_SNAPSHOT_FROM_RECYCLE_BIN(
      ImmutableMap.of(IN_RECYCLE_BIN, to(COMPLETED, ERROR)), Snapshot.EXISTS),
  /** The retention period is over. */
  EXPIRE_SNAPSHOT(
      ImmutableMap.of(IN_RECYCLE_BIN, to(DELETED)),
      Rule.rule(
              "expire-snapshot.at-exit-time",
              "a snapshot leaves the Recycle Bin for good at its exit time, not before",
              ErrorCode.INCORRECT_STATE,
              "EBS User Guide, Recycle Bin",
              "SBIN-01",
              "SBIN-02")
          .saying(own("Snapshot '{snapshotId}' is still retained in the Recycle Bin."))),
  /** ModifySnapshotTier: the snapshot is on its way to the archive. */
  ARCHIVE_SNAPSHOT(
      whereCompleted(),
      Rule.rule(
              "modify-snapshot-tier.standard",
              "a snapshot is archived while it is completed, in the standard tier, and not"
                  + " being archived",
              ErrorCode.INCORRECT_STATE,
              "API reference, ModifySnapshotTier",
              "ARC-01")
          .saying(own("Snapshot '{snapshotId}' is not 'completed' in the standard tier."))),
  /** The snapshot has come to the archive. */
  FINISH_ARCHIVAL(
      whereCompleted(),
      Rule.rule(
              "end-tiering.under-way",
              "a move between tiers ends, well or not, while it is under way",
              ErrorCode.INCORRECT_STATE,
              "EBS User Guide, Archive snapshots; API reference, SnapshotTierStatus",
              "ARC-06",
              "ARC-09")
          .saying(own("Snapshot '{snapshotId}' is not on its way to that storage tier."))),
  /** RestoreSnapshotTier, for some days. */
  RESTORE_TEMPORARILY(
      whereCompleted(),
      Rule.rule(
              "restore-snapshot-tier.archived",
              "only an archived snapshot is restored, and not while it is being restored",
              ErrorCode.INCORRECT_STATE,
              "API reference, RestoreSnapshotTier",
              "ARC-07",
              "ARC-08")
          .saying(own("Snapshot '{snapshotId}' is not archived, or is being restored already."))),
  /** The snapshot can be used for some days. */
  FINISH_TEMPORARY_RESTORE(whereCompleted(), FINISH_ARCHIVAL.rule),
  /** The days are over. */
  END_TEMPORARY_RESTORE(
      whereCompleted(),
      Rule.rule(
              "end-temporary-restore.at-expiry-time",
              "a temporary restore ends at its expiry time, not before",
              ErrorCode.INCORRECT_STATE,
              "API reference, Snapshot, RestoreExpiryTime",
              "ARC-08")
          .saying(own("The temporary restore of snapshot '{snapshotId}' has not expired."))),
  /** RestoreSnapshotTier, for good. */
  RESTORE_PERMANENTLY(whereCompleted(), RESTORE_TEMPORARILY.rule),
  /** The snapshot has come back to the standard tier. */
  FINISH_PERMANENT_RESTORE(whereCompleted(), FINISH_ARCHIVAL.rule),
  /** A move between tiers came to nothing. */
  FAIL_TIERING(whereCompleted(), FINISH_ARCHIVAL.rule),
  /** LockSnapshot. */
  LOCK_SNAPSHOT(
      ImmutableMap.of(PENDING, to(PENDING), COMPLETED, to(COMPLETED)),
      Rule.rule(
              "lock-snapshot.not-failed",
              "a snapshot is locked while it is pending or completed",
              ErrorCode.INCORRECT_STATE,
              "EBS User Guide, Snapshot lock; inferred: of pending and completed ones alone"
                  + " it speaks",
              "LOCK-07")
          .saying(own("Snapshot '{snapshotId}' is not 'pending' or 'completed'."))),
  /** UnlockSnapshot. */
  UNLOCK_SNAPSHOT(whereTold(), "API reference, UnlockSnapshot", "LOCK-04", "LOCK-07"),
  /** ModifySnapshotAttribute. */
  MODIFY_CREATE_VOLUME_PERMISSION(
      whereTold(), "API reference, ModifySnapshotAttribute", "SNAP-11", "SNAP-12"),
  /** ResetSnapshotAttribute. */
  RESET_CREATE_VOLUME_PERMISSION(
      whereTold(), "API reference, ResetSnapshotAttribute", "SNAP-11", "SNAP-12");

  private final ImmutableMap<SnapshotStage, ImmutableSet<SnapshotStage>> targets;
  private final Rule rule;

  SnapshotAction(ImmutableMap<SnapshotStage, ImmutableSet<SnapshotStage>> targets, Rule rule) {
    this.targets = targets;
    this.rule = rule;
  }

  SnapshotAction(
      ImmutableMap<SnapshotStage, ImmutableSet<SnapshotStage>> targets,
      String source,
      String... rulebook) {
    this.targets = targets;
    this.rule = Rule.rule(
            CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.LOWER_HYPHEN, name()) + ".stage",
            this + " needs a snapshot that is " + Joiner.on(" or ").join(targets.keySet()),
            ErrorCode.INCORRECT_STATE,
            source,
            rulebook)
        .saying(own("Snapshot '{snapshotId}' is not '%s'."
            .formatted(targets.keySet().stream()
                .map(stage -> stage.name().toLowerCase(Locale.ROOT))
                .collect(joining("' or '")))));
  }

  @Override
  public ImmutableMap<SnapshotStage, ImmutableSet<SnapshotStage>> targets() {
    return targets;
  }

  @Override
  public Rule rule() {
    return rule;
  }

  @Override
  public Rule rule(SnapshotStage stage) {
    requireNonNull(stage, "stage");
    return stage.isGone() ? Snapshot.EXISTS : rule;
  }

  /** Returns the name, such as {@code DeleteSnapshot}. */
  @Override
  public String toString() {
    return CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.UPPER_CAMEL, name());
  }

  private static ImmutableSet<SnapshotStage> to(SnapshotStage... stages) {
    return ImmutableSet.copyOf(stages);
  }

  private static ImmutableMap<SnapshotStage, ImmutableSet<SnapshotStage>> whereCompleted() {
    return ImmutableMap.of(COMPLETED, to(COMPLETED));
  }

  private static ImmutableMap<SnapshotStage, ImmutableSet<SnapshotStage>> whereTold() {
    return ImmutableMap.of(PENDING, to(PENDING), COMPLETED, to(COMPLETED), ERROR, to(ERROR));
  }
}
